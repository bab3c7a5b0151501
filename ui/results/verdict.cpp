#include "ui/results/verdict.h"

#include "ui/widgets/errortext.h"
#include "ui/widgets/outcomewords.h"

#include <QCoreApplication>

#include <algorithm>

namespace ui::results {

using namespace Qt::StringLiterals;
using widgets::Message;
using widgets::Tone;

namespace {

struct Verdict
{
    Q_DECLARE_TR_FUNCTIONS(ui::results::Verdict)
};

// More would push the results out of the panel; the Response tab has them all.
constexpr size_t shownDetails = 20;

QStringList messagesOf(const std::vector<api::ErrorDetail> &details, const QString &said)
{
    QStringList words;
    for (const api::ErrorDetail &detail : details) {
        if (words.size() == qsizetype(shownDetails)) {
            words.append(Verdict::tr("The Response tab has the rest."));
            break;
        }
        if (!detail.message.isEmpty() && !said.contains(detail.message) &&
            !words.contains(detail.message)) {
            words.append(detail.message);
        }
    }
    return words;
}

QString serverWords(const api::Error &error)
{
    QStringList words;
    if (!error.message.isEmpty()) {
        words.append(error.message);
    }
    words += messagesOf(error.details, error.message);
    words += error.problems;
    const auto more = error.problemCount - int(error.problems.size());
    if (more > 0 && !error.problems.isEmpty()) {
        words.append(Verdict::tr("and %n more", "wrong fields of an answer", more));
    }
    return words.join(u'\n');
}

Message ofError(const api::Error &error, bool interrupted)
{
    const widgets::ErrorText text = widgets::errorText(error);
    Message message;
    message.tone = api::outcomeUnknown(error.kind) ? Tone::Warning : Tone::Bad;
    message.title =
        interrupted ? Verdict::tr("The program ended before HubSpot's answer came.") : text.title;
    message.words = serverWords(error);
    message.next = text.next;
    if (!error.missingScopes.isEmpty()) {
        message.copyLabel = Verdict::tr("Copy scopes");
        message.copyText = error.missingScopes.join(u' ');
    }
    return message;
}

std::optional<Message> ofOutcomes(const ::history::Counts &counts,
                                  const submission::Reading &reading)
{
    Message message;
    message.tone = Tone::Warning;
    message.title = widgets::countsText(counts) + u'.';
    message.words = messagesOf(reading.unmatched, {}).join(u'\n');
    if (counts.failed > 0) {
        message.tone = Tone::Bad;
        message.next =
            counts.failed == counts.total()
                ? Verdict::tr("HubSpot's reason is shown at each limit.")
                : Verdict::tr("HubSpot's reason is shown at each limit that failed. The others "
                              "are not affected.");
    } else if (counts.missing > 0 || counts.unknown > 0) {
        message.next = Verdict::tr("Check the limits without an answer in HubSpot before "
                                   "submitting them again.");
    } else if (counts.notStored > 0) {
        message.next = Verdict::tr("The limits that were not stored are as they were before: they "
                                   "can be submitted again.");
    } else if (counts.storedDifferently > 0) {
        message.next = Verdict::tr("Check these limits in HubSpot: it reports other limits than "
                                   "you asked for.");
    } else if (counts.notSent > 0) {
        message.tone = Tone::Info;
        message.next = Verdict::tr("What was not sent is still to be submitted.");
    } else if (message.words.isEmpty()) {
        return std::nullopt;
    } else {
        message.next = Verdict::tr("HubSpot reports errors that name none of these limits.");
    }
    return message;
}

} // namespace

std::optional<Message> verdict(const ::history::Record &record, const submission::Reading &reading)
{
    const ::history::Counts counts = submission::countsOf(reading.outcomes);
    const auto failed = std::ranges::find_if(
        reading.exchanges, [](const auto &exchange) { return exchange.error.has_value(); });
    if (failed != reading.exchanges.end()) {
        const auto index = size_t(failed - reading.exchanges.begin());
        const bool interrupted = !record.exchanges[index].reply;
        Message message = ofError(*failed->error, interrupted);
        if (record.exchanges.size() > 1) {
            message.title = Verdict::tr("Request %1 of %2: %3")
                                .arg(index + 1)
                                .arg(record.exchanges.size())
                                .arg(message.title);
            //: %1 is "4 stored, 1 failed".
            message.next += u' ' + Verdict::tr("In all: %1.").arg(widgets::countsText(counts));
        }
        return message;
    }
    if (counts.pending > 0) {
        return std::nullopt;
    }
    return ofOutcomes(counts, reading);
}

} // namespace ui::results
