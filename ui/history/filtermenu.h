#pragma once

#include "ui/history/filterchoice.h"

#include <QMenu>

#include <functional>
#include <vector>

namespace ui::history {

/// What the history can be filtered by, as a menu.
class FilterMenu : public QMenu
{
    Q_OBJECT
public:
    explicit FilterMenu(QWidget *parent = nullptr);

    /// Id and name of each account that has submissions. Where there is but one there is no choice.
    void setAccounts(const std::vector<std::pair<QString, QString>> &accounts);
    /// Marks what is chosen now.
    void setChoice(const FilterChoice &choice);

Q_SIGNALS:
    void chosen(const ui::history::FilterChoice &choice);
    /// A range of days is to be asked for.
    void rangeRequested();

private:
    void addAny(QMenu &menu, FilterPart part);
    /// `change` makes it the choice; `isChosen` whether it is.
    QAction *add(QMenu &menu, const QString &words, std::function<void(FilterChoice &)> change,
                 std::function<bool(const FilterChoice &)> isChosen);
    void mark();

    FilterChoice m_choice;
    QMenu *m_accounts;
    std::vector<std::pair<QAction *, std::function<bool(const FilterChoice &)>>> m_marks;
    std::vector<std::pair<QString, QString>> m_known;
};

} // namespace ui::history
