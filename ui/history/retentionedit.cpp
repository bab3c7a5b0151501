#include "ui/history/retentionedit.h"

#include "ui/history/retentionsettings.h"
#include "ui/widgets/accessible.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QSpinBox>
#include <QVBoxLayout>

#include <cmath>

namespace ui::history {

using namespace Qt::StringLiterals;
namespace settings = support::settings;

namespace {

enum Unit { Days, Months };

constexpr int usualMonths = 24;
constexpr int usualMegabytes = 500;
constexpr double daysPerMonth = 365.25 / 12;

int daysOf(int months)
{
    return int(std::lround(months * daysPerMonth));
}

} // namespace

RetentionEdit::RetentionEdit(const support::Settings &stored, QWidget *parent)
    : QWidget(parent)
    , m_byAge(new QCheckBox(tr("Remove submissions &older than"), this))
    , m_age(new QSpinBox(this))
    , m_unit(new QComboBox(this))
    , m_bySize(new QCheckBox(tr("&Keep the store below"), this))
    , m_size(new QSpinBox(this))
{
    m_unit->addItems({tr("days"), tr("months")});
    m_age->setRange(1, settings::historyKeepDays.highest);
    m_size->setRange(1, settings::historyKeepMegabytes.highest);
    //: Megabytes, after their number.
    m_size->setSuffix(tr(" MB"));
    m_size->setGroupSeparatorShown(true);
    widgets::setStableName(*m_byAge, "Remove old submissions"_L1);
    widgets::setStableName(*m_age, "Age"_L1, tr("Days or months to keep submissions for"));
    widgets::setStableName(*m_unit, "Unit of the age"_L1);
    widgets::setStableName(*m_bySize, "Keep the store small"_L1);
    widgets::setStableName(*m_size, "Megabytes"_L1, tr("Megabytes to keep the store below"));

    const int days = stored.value(settings::historyKeepDays);
    const int megabytes = stored.value(settings::historyKeepMegabytes);
    // Only days are stored; what makes whole months was most likely chosen as such.
    const int months = int(std::lround(days / daysPerMonth));
    const bool inMonths = days == daysOf(months);
    m_byAge->setChecked(days > 0);
    m_unit->setCurrentIndex(inMonths ? Months : Days);
    m_age->setValue(days == 0 ? usualMonths : inMonths ? months : days);
    m_bySize->setChecked(megabytes > 0);
    m_size->setValue(megabytes > 0 ? megabytes : usualMegabytes);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    for (const auto &widgetsOfRow :
         {std::vector<QWidget *>{m_byAge, m_age, m_unit}, {m_bySize, m_size}}) {
        auto *row = new QHBoxLayout;
        for (QWidget *widget : widgetsOfRow) {
            row->addWidget(widget);
        }
        row->addStretch(1);
        layout->addLayout(row);
    }
    const auto notify = [this] {
        enable();
        Q_EMIT changed();
    };
    connect(m_byAge, &QCheckBox::toggled, this, notify);
    connect(m_age, &QSpinBox::valueChanged, this, notify);
    connect(m_unit, &QComboBox::currentIndexChanged, this, notify);
    connect(m_bySize, &QCheckBox::toggled, this, notify);
    connect(m_size, &QSpinBox::valueChanged, this, notify);
    enable();
}

void RetentionEdit::enable()
{
    m_age->setEnabled(m_byAge->isChecked());
    m_unit->setEnabled(m_byAge->isChecked());
    m_size->setEnabled(m_bySize->isChecked());
    m_age->setMaximum(m_unit->currentIndex() == Months
                          ? int(settings::historyKeepDays.highest / daysPerMonth)
                          : settings::historyKeepDays.highest);
}

int RetentionEdit::days() const
{
    return !m_byAge->isChecked()              ? 0
           : m_unit->currentIndex() == Months ? daysOf(m_age->value())
                                              : m_age->value();
}

int RetentionEdit::megabytes() const
{
    return m_bySize->isChecked() ? m_size->value() : 0;
}

void RetentionEdit::store(support::Settings &stored) const
{
    stored.setValue(settings::historyKeepDays, days());
    stored.setValue(settings::historyKeepMegabytes, megabytes());
}

::history::Retention RetentionEdit::retention(const QDateTime &now) const
{
    return retentionOf(days(), megabytes(), now);
}

} // namespace ui::history
