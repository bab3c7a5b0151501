#include "ui/history/filterbar.h"

#include "ui/history/filterchips.h"
#include "ui/history/filtermenu.h"
#include "ui/history/rangedialog.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/clearbutton.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/menubutton.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::history {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

FilterBar::FilterBar(const support::Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_today(today())
    , m_button(new widgets::MenuButton(this))
    , m_menu(new FilterMenu(this))
    , m_search(new QLineEdit(this))
    , m_chips(new FilterChips(this))
    , m_count(new widgets::ElidedLabel(this))
{
    widgets::setStableName(*m_search, "Search history"_L1,
                           tr("Finds object types, accounts, labels, type IDs, notes, requests and "
                              "answers"));
    m_search->setPlaceholderText(tr("Search"));
    m_search->setToolTip(widgets::plainToolTip(
        tr("Finds object types, accounts, labels, type IDs, notes, requests and answers. One or "
           "two characters are looked for in object types and accounts, and as a type ID.")));
    widgets::offerToClear(*m_search);
    m_search->installEventFilter(this);

    //: A button that opens a menu of filters.
    m_button->setText(tr("Filter ▾"));
    m_button->offer(*m_menu);
    widgets::setStableName(*m_button, "Filter history"_L1, tr("Choose what is shown"));

    m_count->setContentsMargins(8, 0, 8, 0);
    m_count->setForegroundRole(QPalette::PlaceholderText);

    auto *field = new QVBoxLayout;
    field->setContentsMargins(8, 0, 8, 4);
    field->addWidget(m_search);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 4);
    layout->setSpacing(0);
    layout->addLayout(field);
    layout->addWidget(m_chips);
    layout->addWidget(m_count);
    layout->addStretch(1);

    // Once in a turn, however many keys came in it: an older search is given up for a newer one.
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, [this] { Q_EMIT filterChanged(filter()); });
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_choice.text = text;
        m_menu->setChoice(m_choice);
        m_chips->setChoice(m_choice);
        m_soon.start();
    });
    connect(m_menu, &QMenu::aboutToShow, this, &FilterBar::menuOpening);
    connect(m_menu, &FilterMenu::chosen, this, &FilterBar::take);
    connect(m_menu, &FilterMenu::rangeRequested, this, &FilterBar::askForRange);
    connect(m_chips, &FilterChips::removed, this, [this](FilterPart part) {
        const FilterChoice left = without(m_choice, part);
        take(left);
        if (m_chips->isHidden()) {
            m_search->setFocus(); // there is no chip left to take the focus
        }
    });
    connect(m_chips, &FilterChips::allRemoved, this, [this] {
        m_search->setFocus();
        clear();
    });
    connect(&m_day, &QTimer::timeout, this, &FilterBar::watchDay);
    m_day.setSingleShot(true);
    watchDay();
}

void FilterBar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void FilterBar::setAccounts(const std::vector<std::pair<QString, QString>> &accounts)
{
    m_menu->setAccounts(accounts);
}

void FilterBar::setCount(const QString &words)
{
    m_count->setText(words);
}

void FilterBar::setChoice(const FilterChoice &choice)
{
    take(choice);
}

void FilterBar::take(const FilterChoice &choice)
{
    m_choice = choice;
    if (m_search->text() != choice.text) {
        m_search->setText(choice.text);
    }
    m_menu->setChoice(choice);
    m_chips->setChoice(choice);
    m_soon.stop();
    Q_EMIT filterChanged(filter());
}

::history::Filter FilterBar::filter() const
{
    return toFilter(m_choice, m_today);
}

void FilterBar::askForRange()
{
    const bool had = m_choice.days.span == Days::Span::Between;
    auto *dialog = new RangeDialog(had ? m_choice.days.first : m_today.addDays(-6),
                                   had ? m_choice.days.last : m_today, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &RangeDialog::chosen, this, [this](const QDate &first, const QDate &last) {
        FilterChoice choice = m_choice;
        choice.days = {Days::Span::Between, first, last};
        take(choice);
    });
    dialog->open();
}

QDate FilterBar::today() const
{
    return m_clock.now().toLocalTime().date();
}

void FilterBar::watchDay()
{
    if (const QDate day = today(); day != m_today) {
        m_today = day;
        Q_EMIT dayChanged();
        Q_EMIT filterChanged(filter());
    }
    // No longer than a minute: timers stand still while the computer sleeps, days do not.
    const QDateTime midnight = m_today.addDays(1).startOfDay();
    m_day.start(std::clamp(std::chrono::milliseconds(m_clock.now().msecsTo(midnight)), 1ms,
                           std::chrono::milliseconds(1min)));
}

bool FilterBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress) {
        auto &key = static_cast<QKeyEvent &>(*event);
        // Esc stops the reading of limits, but not while there is a search to clear.
        const bool clears = key.key() == Qt::Key_Escape && !m_search->text().isEmpty();
        if (event->type() == QEvent::ShortcutOverride && clears) {
            event->accept();
            return true;
        }
        if (event->type() == QEvent::KeyPress && clears) {
            m_search->clear();
            return true;
        }
        if (event->type() == QEvent::KeyPress && key.key() == Qt::Key_Down) {
            Q_EMIT left();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ui::history
