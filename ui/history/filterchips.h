#pragma once

#include "ui/history/filterchoice.h"

#include <QWidget>

#include <vector>

QT_BEGIN_NAMESPACE
class QPushButton;
QT_END_NAMESPACE

namespace ui::widgets {
class Chip;
}

namespace ui::history {

/// The filters that are on, each to be taken away by itself, or all at once where there are
/// several.
class FilterChips : public QWidget
{
    Q_OBJECT
public:
    explicit FilterChips(QWidget *parent = nullptr);

    /// Hidden where no filter but the search is on.
    void setChoice(const FilterChoice &choice);

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

Q_SIGNALS:
    void removed(ui::history::FilterPart part);
    void allRemoved();

private:
    [[nodiscard]] widgets::Chip *addChip(FilterPart part);

    std::vector<std::pair<FilterPart, widgets::Chip *>> m_chips;
    QPushButton *m_all = nullptr;
};

} // namespace ui::history
