#pragma once

#include "app/support/clock.h"
#include "ui/history/filterchoice.h"

#include <QTimer>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QLineEdit;
QT_END_NAMESPACE

namespace ui::widgets {
class ElidedLabel;
class MenuButton;
} // namespace ui::widgets

namespace ui::history {

class FilterChips;
class FilterMenu;

/// What of the history is shown: the search, the other filters as chips beneath it, and how many
/// submissions that are.
class FilterBar : public QWidget
{
    Q_OBJECT
public:
    /// `clock` must outlive the bar.
    explicit FilterBar(const support::Clock &clock, QWidget *parent = nullptr);

    /// Opens the menu of filters; to be put where there is room for it.
    [[nodiscard]] widgets::MenuButton &button() const { return *m_button; }
    void focusSearch();
    void setAccounts(const std::vector<std::pair<QString, QString>> &accounts);
    void setCount(const QString &words);

    [[nodiscard]] const FilterChoice &choice() const { return m_choice; }
    void setChoice(const FilterChoice &choice);
    void clear() { setChoice({}); }
    [[nodiscard]] ::history::Filter filter() const;

Q_SIGNALS:
    /// Something else is to be shown. While somebody types at most once in a turn of the event
    /// loop.
    void filterChanged(const ::history::Filter &filter);
    /// The accounts to choose from are needed now.
    void menuOpening();
    /// It is another day.
    void dayChanged();
    /// The person wants to go from the search on to what it found.
    void left();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void take(const FilterChoice &choice);
    void askForRange();
    void watchDay();
    [[nodiscard]] QDate today() const;

    const support::Clock &m_clock;
    FilterChoice m_choice;
    QDate m_today;
    widgets::MenuButton *m_button;
    FilterMenu *m_menu;
    QLineEdit *m_search;
    FilterChips *m_chips;
    widgets::ElidedLabel *m_count;
    QTimer m_soon;
    QTimer m_day;
};

} // namespace ui::history
