#include "ui/editor/readproblem.h"

#include "ui/widgets/errortext.h"

#include <QCoreApplication>

#include <algorithm>

namespace ui::editor {

using namespace Qt::StringLiterals;
using live::Part;
using live::PartError;
using widgets::Message;
using widgets::Tone;

namespace {

struct ReadProblem
{
    Q_DECLARE_TR_FUNCTIONS(ui::editor::ReadProblem)
};

bool hasFailed(const live::PairReading &reading, Part part)
{
    return std::ranges::any_of(reading.errors,
                               [part](const PartError &error) { return error.part == part; });
}

QString whatFailed(bool types, bool limits)
{
    if (types && limits) {
        return ReadProblem::tr("The association types and limits could not be read.");
    }
    return types ? ReadProblem::tr("The association types could not be read.")
                 : ReadProblem::tr("The limits could not be read.");
}

QString whatFollows(bool types, bool limits, bool knownBefore)
{
    if (knownBefore) {
        return ReadProblem::tr("The table shows what was read before.");
    }
    if (limits) {
        return ReadProblem::tr("Limits you enter here would be created without knowing what is "
                               "set now; the review says so again.");
    }
    return types ? ReadProblem::tr("Only types with a limit are shown, without their names.")
                 : QString();
}

/// Each of HubSpot's reasons once, with the direction where there are two.
QString reasons(const live::PairReading &reading, const limits::Document &document,
                const QString &from, const QString &to)
{
    QStringList lines;
    for (const PartError &failed : reading.errors) {
        QString line = widgets::readErrorText(failed.error).title;
        if (!failed.error.message.isEmpty()) {
            line += u'\n' + failed.error.message;
        }
        if (document.hasBothDirections()) {
            const bool there = failed.pair == document.pair();
            line = u"%1 → %2: %3"_s.arg(there ? from : to, there ? to : from, line);
        }
        if (!lines.contains(line)) {
            lines.append(line);
        }
    }
    return lines.join(u'\n');
}

std::optional<Message> foreignTypes(const live::PairReading &reading)
{
    QStringList types;
    for (const limits::LivePair &pair : reading.pairs) {
        types += pair.foreign;
    }
    if (types.isEmpty()) {
        return std::nullopt;
    }
    return Message{Tone::Info,
                   ReadProblem::tr("%Ln type(s) are of a category this program does not know and "
                                   "are not shown.",
                                   nullptr, int(types.size())),
                   types.join(u'\n'),
                   {},
                   {},
                   {}};
}

} // namespace

std::optional<Message> readProblem(const live::PairReading &reading,
                                   const limits::Document &document, const QString &from,
                                   const QString &to)
{
    if (reading.errors.empty()) {
        return foreignTypes(reading);
    }
    const bool types = hasFailed(reading, Part::Labels);
    const bool limits = hasFailed(reading, Part::Limits);
    const api::Error &first = reading.errors.front().error;
    Message message;
    message.tone = Tone::Warning;
    message.title = whatFailed(types, limits);
    message.words = reasons(reading, document, from, to);
    message.next = (widgets::readErrorText(first).next + u' ' +
                    whatFollows(types, limits, document.knowsLimits()))
                       .trimmed();
    if (!first.missingScopes.isEmpty()) {
        message.copyLabel = ReadProblem::tr("Copy scopes");
        message.copyText = first.missingScopes.join(u' ');
    }
    return message;
}

} // namespace ui::editor
