#include "ui/history/rangedialog.h"

#include "ui/widgets/accessible.h"

#include <QDateEdit>
#include <QDialogButtonBox>
#include <QFormLayout>

#include <algorithm>

namespace ui::history {

using namespace Qt::StringLiterals;

RangeDialog::RangeDialog(const QDate &first, const QDate &last, QWidget *parent)
    : QDialog(parent)
    , m_first(new QDateEdit(first, this))
    , m_last(new QDateEdit(last, this))
{
    setWindowTitle(tr("Show submissions of these days"));
    widgets::setStableName(*m_first, "First day"_L1, tr("The first day to show"));
    widgets::setStableName(*m_last, "Last day"_L1, tr("The last day to show"));
    for (QDateEdit *edit : {m_first, m_last}) {
        edit->setCalendarPopup(true);
    }
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    auto *form = new QFormLayout(this);
    form->addRow(tr("&From"), m_first);
    //: A last day, which belongs to it.
    form->addRow(tr("&To"), m_last);
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        // Whichever was typed first: two days are the same range in either order.
        // The list keeps values: of two temporaries std::minmax() would keep references.
        const auto [from, to] = std::minmax({m_first->date(), m_last->date()});
        Q_EMIT chosen(from, to);
        accept();
    });
}

} // namespace ui::history
