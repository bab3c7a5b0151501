#include "ui/history/markdownreport.h"

#include "app/exchange/limitlines.h"
#include "ui/widgets/outcomewords.h"
#include "ui/widgets/timetext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace ui::history {

using namespace Qt::StringLiterals;
using exchange::LimitLine;
using limits::LiveLimit;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::history::MarkdownReport)
};

/// Text from elsewhere on one line, as Markdown that shows it as it is.
QString plain(const QString &text)
{
    QString escaped;
    for (const QChar character : text.simplified()) {
        if (u"\\`*_{}[]<>|~#&$"_s.contains(character)) {
            escaped += u'\\';
        }
        escaped += character;
    }
    return escaped;
}

/// Each line of a text as a line of a quotation.
QString quotation(const QString &text)
{
    // What would begin a list, a heading or a rule at the start of a line.
    static const QRegularExpression start(u"^(\\d*)([-+=.)])"_s);
    QStringList lines;
    for (const QString &line : text.split(QRegularExpression(u"\r\n|[\r\n\u2028\u2029]"_s))) {
        lines.append((u"> "_s + plain(line).replace(start, u"\\1\\\\2"_s)).trimmed());
    }
    // Two spaces at the end keep a line break.
    return lines.join("  \n"_L1);
}

QString limitText(const LiveLimit &limit)
{
    if (!limit.known) {
        return u"–"_s;
    }
    //: No limit.
    return limit.limit ? QLocale().toString(*limit.limit) : Words::tr("Many");
}

QString row(const QStringList &cells)
{
    return u"| "_s + cells.join(" | "_L1) + " |\n"_L1;
}

QString arrow(const QString &from, const QString &to)
{
    //: A direction: from object type %1 to object type %2.
    return Words::tr("%1 → %2").arg(plain(from), plain(to));
}

/// With the direction of each limit, where they are not all of one.
QString table(const std::vector<LimitLine> &lines)
{
    const bool directions = std::ranges::any_of(
        lines, [&lines](const LimitLine &line) { return line.pair != lines.front().pair; });
    QStringList header{Words::tr("Label"), Words::tr("Type ID"), Words::tr("Before"),
                       //: The limit that was asked for.
                       Words::tr("Asked"),
                       //: The limit that HubSpot reports.
                       Words::tr("Stored"), Words::tr("Outcome"), Words::tr("Message")};
    QStringList rule{u"---"_s, u"--:"_s, u"--:"_s, u"--:"_s, u"--:"_s, u"---"_s, u"---"_s};
    if (directions) {
        header.prepend(Words::tr("Direction"));
        rule.prepend(u"---"_s);
    }
    QString text = row(header) + row(rule);
    for (const LimitLine &line : lines) {
        const limits::Change &asked = line.outcome.asked;
        QStringList cells{line.label.isEmpty() ? u"–"_s : plain(line.label),
                          // An identifier, not an amount: without separators.
                          QString::number(asked.typeId), limitText(asked.before),
                          limitText(LiveLimit::of(asked.limit)), limitText(line.stored),
                          widgets::outcomeLook(line.outcome.outcome).name,
                          plain(line.outcome.message)};
        if (directions) {
            cells.prepend(arrow(line.fromName, line.toName));
        }
        text += row(cells);
    }
    return text;
}

} // namespace

QByteArray MarkdownReport::begin(const QDateTime &exportedAt)
{
    return (u"# "_s + Words::tr("Submissions of association limits") + "\n\n"_L1 +
            //: %1 is a time, "3 Nov 2026 14:02".
            Words::tr("Report of %1").arg(widgets::dateTimeText(exportedAt, QLocale())) + u'\n')
        .toUtf8();
}

QByteArray MarkdownReport::record(const ::history::Record &record)
{
    const std::vector<LimitLine> lines = exchange::limitLines(record);
    std::vector<submission::LimitOutcome> outcomes;
    for (const LimitLine &line : lines) {
        outcomes.push_back(line.outcome);
    }
    const auto named = [](const QString &name, const QString &id) {
        return name.isEmpty() ? id : name;
    };
    QString text = u"\n## "_s +
                   QStringList{widgets::dateTimeText(record.createdAt, QLocale()),
                               arrow(named(record.fromName, record.pair.from),
                                     named(record.toName, record.pair.to)),
                               plain(named(record.accountName, record.accountId))}
                       .join(u" · "_s) +
                   "\n\n"_L1 + widgets::countsText(submission::countsOf(outcomes)) + u'\n';
    if (!record.note.trimmed().isEmpty()) {
        text += u'\n' + quotation(record.note.trimmed()) + u'\n';
    }
    if (!lines.empty()) {
        text += u'\n' + table(lines);
    }
    return text.toUtf8();
}

QByteArray MarkdownReport::end()
{
    return {};
}

} // namespace ui::history
