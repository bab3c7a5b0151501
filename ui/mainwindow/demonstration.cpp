#include "ui/mainwindow/demonstration.h"

#include "app/limits/document.h"
#include "app/submission/outcomes.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/review/submittext.h"
#include "ui/widgets/outcomewords.h"

#include <QAbstractButton>
#include <QCoreApplication>
#include <QTextStream>

#include <algorithm>

namespace ui::mainwindow {

using namespace Qt::StringLiterals;
using ::history::Record;

namespace {

/// The same names that assistive tools find the buttons by.
QAbstractButton *button(const MainWindow &window, QLatin1StringView accessibleName)
{
    const auto buttons = window.findChildren<QAbstractButton *>();
    const auto found = std::ranges::find(buttons, accessibleName, &QWidget::accessibleName);
    return found == buttons.end() ? nullptr : *found;
}

/// What is entered, by type ID of HubSpot's own types.
constexpr std::pair<qint32, QLatin1StringView> entries[] = {{279, "5"_L1}, {1, "1"_L1}};

QString shown(const std::optional<api::ServerTime> &time)
{
    return time ? time->text : u"not reported"_s;
}

} // namespace

Demonstration::Demonstration(MainWindow &window, limits::Document &document,
                             submission::Runner &runner, const QString &picture, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_document(document)
    , m_runner(runner)
    , m_picture(picture)
{
    // The window shows what is stored once it has read the limits again.
    connect(
        &runner, &submission::Runner::finished, this, [this] { m_step.start(); },
        Qt::QueuedConnection);
    connect(&document, &limits::Document::reset, this, &Demonstration::fill);
    m_step.setInterval(20);
    connect(&m_step, &QTimer::timeout, this, &Demonstration::goOn);
}

void Demonstration::fill()
{
    if (m_step.isActive() || !m_document.knowsTypes() || !m_document.knowsLimits()) {
        return;
    }
    std::vector<qsizetype> rows;
    std::vector<limits::RowEdit> edits;
    for (qsizetype row = 0; row < m_document.rowCount(); ++row) {
        for (const auto &[typeId, limit] : entries) {
            if (m_document.at(row).category == limits::Category::HubSpotDefined &&
                m_document.at(row).typeId == typeId) {
                rows.push_back(row);
                edits.push_back({{}, {}, QString(limit)});
            }
        }
    }
    m_document.edit(rows, edits, tr("change limit"));
    m_step.start();
}

void Demonstration::goOn()
{
    if (!m_runner.record().id.isNull()) {
        if (!m_runner.isRunning() && !button(m_window, "Stop reading"_L1)->isVisible()) {
            m_step.stop();
            report(m_runner.record());
        }
        return;
    }
    // The review reads the limits again before it can be submitted.
    QAbstractButton *submit = button(m_window, "Submit"_L1);
    if (!submit) {
        button(m_window, "Review"_L1)->click();
    } else if (submit->isEnabled()) {
        m_step.stop();
        submit->click();
    }
}

void Demonstration::report(const Record &record)
{
    QTextStream out(stdout);
    const submission::Reading reading = submission::readingOf(record);
    out << "Submitted to the sandbox (" << record.fromName << " -> " << record.toName << "):\n";
    for (size_t i = 0; i < record.exchanges.size(); ++i) {
        const ::history::Exchange &exchange = record.exchanges[i];
        out << "  " << exchange.method << ' ' << exchange.path << "\n  " << exchange.body << '\n';
        if (exchange.reply) {
            out << "Answer: " << exchange.reply->httpStatus << ' ' << exchange.reply->reasonPhrase
                << '\n';
        }
        if (const auto &response = reading.exchanges[i].response) {
            out << "  status        " << response->status.value_or(u"not reported"_s) << '\n'
                << "  requested at  " << shown(response->requestedAt) << '\n'
                << "  started at    " << shown(response->startedAt) << '\n'
                << "  completed at  " << shown(response->completedAt) << '\n';
        }
    }
    for (const submission::LimitOutcome &limit : reading.outcomes) {
        out << "  type " << limit.asked.typeId << " (" << wireName(limit.asked.category)
            << "), asked " << limit.asked.limit.value_or(0) << ": "
            << widgets::outcomeLook(limit.outcome).name;
        if (limit.readBack && limit.readBack->limit) {
            out << ", read back " << *limit.readBack->limit;
        }
        out << '\n';
    }
    const ::history::Counts counts = submission::countsOf(reading.outcomes);
    out << review::finishText(counts) << '\n';
    const bool saved = m_window.grab().save(m_picture);
    out << (saved ? "Picture of the window: " : "The picture could not be saved: ") << m_picture
        << '\n';
    out.flush();
    QCoreApplication::exit(saved && counts.stored == counts.total() ? 0 : 1);
}

} // namespace ui::mainwindow
