#include "ui/mainwindow/demonstration.h"

#include "app/limits/document.h"
#include "app/submission/outcomes.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/review/submittext.h"
#include "ui/widgets/outcomewords.h"

#include <QAbstractButton>
#include <QCoreApplication>
#include <QTextStream>
#include <QTimer>

#include <algorithm>

namespace ui::mainwindow {

using namespace Qt::StringLiterals;
using ::history::Record;

namespace {

// The same names that assistive tools find the buttons by.
void click(const MainWindow &window, QLatin1StringView accessibleName)
{
    const auto buttons = window.findChildren<QAbstractButton *>();
    const auto button = std::ranges::find(buttons, accessibleName, &QWidget::accessibleName);
    if (button == buttons.end()) {
        qFatal("there is no button %s", accessibleName.data());
    }
    (*button)->click();
}

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
    , m_picture(picture)
{
    connect(&runner, &submission::Runner::finished, this, &Demonstration::report,
            Qt::QueuedConnection);
    QTimer::singleShot(0, this, &Demonstration::fill);
}

void Demonstration::fill()
{
    m_document.append({{u"279"_s, {}, u"5"_s}, {u"1"_s, {}, u"1"_s}}, tr("add rows"));
    click(m_window, "Review"_L1);
    QTimer::singleShot(0, this, &Demonstration::submit);
}

void Demonstration::submit()
{
    click(m_window, "Submit"_L1);
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
        if (limit.stored) {
            out << ", stored " << *limit.stored;
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
