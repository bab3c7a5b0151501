#include "ui/history/filterchips.h"

#include "ui/widgets/accessible.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/flowlayout.h"

#include <QPushButton>

#include <algorithm>

namespace ui::history {

using namespace Qt::StringLiterals;

FilterChips::FilterChips(QWidget *parent)
    : QWidget(parent)
{
    auto *flow = new widgets::FlowLayout(this);
    flow->setContentsMargins(8, 0, 8, 4);
    flow->setSpacing(4);
    for (const FilterPart part :
         {FilterPart::Account, FilterPart::Outcome, FilterPart::Kind, FilterPart::Days}) {
        m_chips.emplace_back(part, addChip(part));
    }
    m_all = new QPushButton(tr("Clear all"), this); // after the chips, by Tab too
    widgets::setStableName(*m_all, "Clear all"_L1, tr("Show the whole history"));
    m_all->setFlat(true);
    m_all->setMaximumHeight(m_chips.front().second->sizeHint().height());
    flow->addWidget(m_all);
    connect(m_all, &QPushButton::clicked, this, &FilterChips::allRemoved);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    hide();
}

widgets::Chip *FilterChips::addChip(FilterPart part)
{
    auto *chip = new widgets::Chip(this);
    layout()->addWidget(chip);
    connect(chip, &QAbstractButton::clicked, this, [this, part] { Q_EMIT removed(part); });
    return chip;
}

int FilterChips::heightForWidth(int width) const
{
    return layout()->heightForWidth(width);
}

void FilterChips::setChoice(const FilterChoice &choice)
{
    int count = 0;
    QWidget *stays = nullptr;
    for (const auto &[part, chip] : m_chips) {
        const ChipText text = chipText(choice, part);
        if (!text.isEmpty()) {
            chip->setText(text.words);
            chip->setAccessibleName(u"Remove filter: "_s + text.english);
            chip->setAccessibleDescription(tr("Remove the filter %1").arg(text.words));
            chip->setToolTip(widgets::plainToolTip(text.words));
            chip->updateGeometry();
            ++count;
            stays = chip;
        }
    }
    // The next chip takes the focus of one that goes, before Qt gives it to anybody.
    for (const auto &[part, chip] : m_chips) {
        if (chip->hasFocus() && chipText(choice, part).isEmpty() && stays != nullptr) {
            stays->setVisible(true);
            stays->setFocus();
            break;
        }
    }
    for (const auto &[part, chip] : m_chips) {
        chip->setVisible(!chipText(choice, part).isEmpty());
    }
    m_all->setVisible(count > 0 && count + (choice.text.trimmed().isEmpty() ? 0 : 1) > 1);
    setVisible(count > 0);
    updateGeometry();
}

} // namespace ui::history
