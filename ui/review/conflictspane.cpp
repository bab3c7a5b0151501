#include "ui/review/conflictspane.h"

#include "ui/review/changesmodel.h"
#include "ui/review/changestable.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/banner.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui::review {

using namespace Qt::StringLiterals;
using limits::Decision;

ConflictsPane::ConflictsPane(ChangesModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_words(new widgets::Banner(this))
    , m_table(new ChangesTable(model, ChangesTable::Part::Conflicts, this))
{
    auto *mine = new QPushButton(tr("Keep all of &mine"), this);
    auto *theirs = new QPushButton(tr("Take all of &theirs"), this);
    widgets::setStableName(*mine, "Keep all of mine"_L1);
    widgets::setStableName(*theirs, "Take all of theirs"_L1);
    connect(mine, &QPushButton::clicked, this, [this] { m_model.decideAll(Decision::KeepMine); });
    connect(theirs, &QPushButton::clicked, this,
            [this] { m_model.decideAll(Decision::TakeTheirs); });
    setFocusProxy(m_table);

    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(6, 2, 6, 4);
    buttons->setSpacing(6);
    buttons->addStretch(1);
    buttons->addWidget(mine);
    buttons->addWidget(theirs);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_words);
    layout->addWidget(m_table);
    layout->addLayout(buttons);
    m_table->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    hide();
}

void ConflictsPane::showConflicts()
{
    const auto count = int(m_model.rebase().count(limits::Standing::Conflict));
    m_words->setMessage(
        {widgets::Tone::Warning,
         m_model.isRevert()
             ? tr("Somebody changed %Ln of these limits since that submission.", nullptr, count)
             : tr("Somebody changed %Ln of these limits since you edited them.", nullptr, count),
         {},
         m_model.isRevert()
             ? tr("Choose for each whether it is reverted all the same or stays as it is now.")
             : tr("Choose for each whether yours replaces theirs or theirs stays."),
         {},
         {}});
    setVisible(count > 0);
}

} // namespace ui::review
