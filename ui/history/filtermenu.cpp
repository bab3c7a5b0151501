#include "ui/history/filtermenu.h"

#include "ui/widgets/accessible.h"

namespace ui::history {

using namespace Qt::StringLiterals;

FilterMenu::FilterMenu(QWidget *parent)
    : QMenu(parent)
    , m_accounts(addMenu(tr("&Account")))
{
    QMenu &outcome = *addMenu(tr("&Outcome"));
    addAny(outcome, FilterPart::Outcome);
    for (const auto &offered : outcomeChoices()) {
        const auto value = offered.value;
        add(
            outcome, offered.words(), [value](FilterChoice &choice) { choice.outcome = value; },
            [value](const FilterChoice &choice) { return choice.outcome == value; });
    }
    QMenu &kind = *addMenu(tr("&Kind"));
    addAny(kind, FilterPart::Kind);
    for (const auto &offered : kindChoices()) {
        const auto value = offered.value;
        add(
            kind, offered.words(), [value](FilterChoice &choice) { choice.kind = value; },
            [value](const FilterChoice &choice) { return choice.kind == value; });
    }
    QMenu &date = *addMenu(tr("&Date"));
    addAny(date, FilterPart::Days);
    for (const auto &offered : dayChoices()) {
        const auto value = offered.value;
        add(
            date, offered.words(),
            [value](FilterChoice &choice) {
                choice.days = {value, {}, {}};
            },
            [value](const FilterChoice &choice) { return choice.days.span == value; });
    }
    QAction *range = date.addAction(tr("&Range…"));
    range->setCheckable(true);
    m_marks.emplace_back(
        range, [](const FilterChoice &choice) { return choice.days.span == Days::Span::Between; });
    connect(range, &QAction::triggered, this, [this] {
        mark(); // it is chosen only when the days are
        Q_EMIT rangeRequested();
    });
    setAccounts({});
    mark();
}

void FilterMenu::addAny(QMenu &menu, FilterPart part)
{
    //: No filter: any account, any outcome and so on.
    add(
        menu, tr("Any"), [part](FilterChoice &choice) { choice = without(choice, part); },
        [part](const FilterChoice &choice) { return chipText(choice, part).isEmpty(); });
    menu.addSeparator();
}

QAction *FilterMenu::add(QMenu &menu, const QString &words,
                         std::function<void(FilterChoice &)> change,
                         std::function<bool(const FilterChoice &)> isChosen)
{
    QAction *action = menu.addAction(widgets::withoutMnemonic(words));
    action->setCheckable(true);
    m_marks.emplace_back(action, std::move(isChosen));
    connect(action, &QAction::triggered, this, [this, change = std::move(change)] {
        change(m_choice);
        mark();
        Q_EMIT chosen(m_choice);
    });
    return action;
}

void FilterMenu::setAccounts(const std::vector<std::pair<QString, QString>> &accounts)
{
    m_accounts->menuAction()->setVisible(accounts.size() > 1);
    if (m_known == accounts && !m_accounts->isEmpty()) {
        return;
    }
    m_known = accounts;
    const QList<QAction *> old = m_accounts->actions();
    std::erase_if(m_marks, [&old](const auto &mark) { return old.contains(mark.first); });
    m_accounts->clear();
    addAny(*m_accounts, FilterPart::Account);
    for (const auto &[id, known] : accounts) {
        const QString name = known.isEmpty() ? id : known;
        const QString account = id;
        add(
            *m_accounts, name,
            [account, name](FilterChoice &choice) {
                choice.accountId = account;
                choice.accountName = name;
            },
            [account](const FilterChoice &choice) { return choice.accountId == account; });
    }
    mark();
}

void FilterMenu::setChoice(const FilterChoice &choice)
{
    m_choice = choice;
    mark();
}

void FilterMenu::mark()
{
    for (const auto &[action, isChosen] : m_marks) {
        action->setChecked(isChosen(m_choice));
    }
}

} // namespace ui::history
