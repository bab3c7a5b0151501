#include "ui/results/verdict.h"

#include "ui/results/recordtext.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/outcomewords.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace ui::results {

using namespace Qt::StringLiterals;
using ::history::Counts;
using ::history::Record;
using submission::LimitOutcome;
using submission::Outcome;
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

bool isStored(const LimitOutcome &limit)
{
    return limit.outcome == Outcome::Stored;
}

Counts countsOfExchange(const submission::Reading &reading, qsizetype exchange)
{
    std::vector<LimitOutcome> own;
    std::ranges::copy_if(
        reading.outcomes, std::back_inserter(own),
        [exchange](const LimitOutcome &limit) { return limit.exchange == exchange; });
    return submission::countsOf(own);
}

QString beingReadBack()
{
    return Verdict::tr("The limits are being read back.");
}

QString canBeSubmittedAgain()
{
    return Verdict::tr("The limits that were not stored are as they were before: they can be "
                       "submitted again.");
}

QString checkDifferent()
{
    return Verdict::tr("Check these limits in HubSpot: it reports other limits than you asked "
                       "for.");
}

// What reading back proved of limits whose answer was lost; empty where it did not of each.
QString proof(const Counts &counts)
{
    if (counts.unknown + counts.missing + counts.pending > 0) {
        return {};
    }
    if (counts.stored == counts.total()) {
        return Verdict::tr("Reading back found that HubSpot has every limit as you asked for.");
    }
    //: %1 is "4 stored, 1 not stored".
    const QString found = Verdict::tr("Reading back found: %1.").arg(widgets::countsText(counts));
    return found + u' ' + (counts.storedDifferently > 0 ? checkDifferent() : canBeSubmittedAgain());
}

Message ofError(const api::Error &error, const Counts &counts, bool interrupted, bool readingBack)
{
    const widgets::ErrorText text = widgets::errorText(error);
    const bool unknown = api::outcomeUnknown(error.kind);
    const QString proven = unknown ? proof(counts) : QString();
    Message message;
    message.tone = !unknown                          ? Tone::Bad
                   : counts.stored == counts.total() ? Tone::Info
                                                     : Tone::Warning;
    message.title =
        interrupted ? Verdict::tr("The program ended before HubSpot's answer came.") : text.title;
    message.words = serverWords(error);
    message.next = !proven.isEmpty()        ? proven
                   : unknown && readingBack ? beingReadBack()
                                            : text.next;
    if (!error.missingScopes.isEmpty()) {
        message.copyLabel = Verdict::tr("Copy scopes");
        message.copyText = error.missingScopes.join(u' ');
    }
    return message;
}

// HubSpot took the batch and had not carried it out when it answered.
bool isUnfinished(const submission::ExchangeResult &exchange)
{
    const QString status =
        exchange.response ? exchange.response->status.value_or(QString()) : QString();
    return status == "PENDING"_L1 || status == "PROCESSING"_L1;
}

QString nextOf(const Counts &counts, const submission::Reading &reading, bool readingBack)
{
    if (counts.failed > 0) {
        return counts.failed == counts.total()
                   ? Verdict::tr("HubSpot's reason is shown at each limit.")
                   : Verdict::tr("HubSpot's reason is shown at each limit that failed. The others "
                                 "are not affected.");
    }
    if (readingBack && counts.stored != counts.total()) {
        return beingReadBack();
    }
    if (counts.missing + counts.notStored > 0 &&
        std::ranges::any_of(reading.exchanges, isUnfinished)) {
        return Verdict::tr("HubSpot was still working on a request when it answered. Check again "
                           "before submitting these limits again.");
    }
    if (counts.missing > 0 || counts.unknown > 0) {
        return Verdict::tr("Check the limits without an answer in HubSpot before submitting them "
                           "again.");
    }
    if (counts.notStored > 0) {
        return canBeSubmittedAgain();
    }
    if (counts.storedDifferently > 0) {
        return checkDifferent();
    }
    return counts.notSent > 0
               ? Verdict::tr("What was not sent is still to be submitted.")
               : Verdict::tr("HubSpot reports errors that name none of these limits.");
}

std::optional<Message> ofOutcomes(const Counts &counts, const submission::Reading &reading,
                                  bool readingBack)
{
    Message message;
    message.words = messagesOf(reading.unmatched, {}).join(u'\n');
    if (counts.stored == counts.total() && message.words.isEmpty()) {
        return std::nullopt;
    }
    const bool onlyNotSent = counts.stored + counts.notSent == counts.total() && counts.notSent > 0;
    message.tone = counts.failed > 0 ? Tone::Bad : onlyNotSent ? Tone::Info : Tone::Warning;
    message.title = widgets::countsText(counts) + u'.';
    message.next = nextOf(counts, reading, readingBack);
    return message;
}

// Each of the reasons once, with the direction where there are two.
void addReadBackFailures(std::optional<Message> &message, const Record &record)
{
    const std::vector<ReadBackFailure> failures = readBackFailures(record);
    if (failures.empty()) {
        return;
    }
    const bool both = std::ranges::any_of(record.exchanges, [&record](const auto &exchange) {
        return exchange.request.pair != record.exchanges.front().request.pair;
    });
    QStringList lines;
    for (const auto &[pair, error] : failures) {
        const widgets::ErrorText text = widgets::readErrorText(error);
        QString line = text.title + u' ' + text.next;
        if (both) {
            line = u"%1: %2"_s.arg(directionText(directionOf(record, pair)), line);
        }
        const QString words = serverWords(error);
        lines.append(words.isEmpty() ? line : line + u'\n' + words);
    }
    const QString reasons = lines.join(u'\n');
    if (!message) {
        message = Message{};
        message->title = Verdict::tr("HubSpot's answer says that every limit is stored, but they "
                                     "could not be read back.");
        message->next = reasons;
        return;
    }
    message->next += u'\n' + Verdict::tr("The limits could not be read back.") + u' ' + reasons;
}

void addWaits(std::optional<Message> &message, const Record &record)
{
    qsizetype waits = 0;
    for (const ::history::Exchange &exchange : record.exchanges) {
        waits += std::ssize(exchange.refused);
    }
    if (waits == 0) {
        return;
    }
    const QString text = Verdict::tr("HubSpot asked to wait %Ln time(s) before it took a request.",
                                     nullptr, int(waits));
    if (!message) {
        message = Message{};
        message->tone = Tone::Quiet;
    }
    message->next += (message->next.isEmpty() ? QString() : QString(u'\n')) + text;
}

} // namespace

std::optional<qsizetype> troubledExchange(const submission::Reading &reading)
{
    const auto failed = [](const auto &exchange) { return exchange.error.has_value(); };
    const auto inNeed = std::ranges::find_if(reading.outcomes, [&](const LimitOutcome &limit) {
        return !isStored(limit) && failed(reading.exchanges.at(size_t(limit.exchange)));
    });
    if (inNeed != reading.outcomes.end()) {
        return inNeed->exchange;
    }
    const auto first = std::ranges::find_if(reading.exchanges, failed);
    return first == reading.exchanges.end() ? std::nullopt
                                            : std::optional(first - reading.exchanges.begin());
}

std::optional<Message> verdict(const Record &record, const submission::Reading &reading,
                               bool readingBack)
{
    const Counts counts = submission::countsOf(reading.outcomes);
    const auto index = troubledExchange(reading);
    if (!index && counts.pending > 0) {
        return std::nullopt;
    }
    std::optional<Message> message;
    if (index) {
        const auto place = size_t(*index);
        message = ofError(*reading.exchanges[place].error, countsOfExchange(reading, *index),
                          !record.exchanges[place].reply, readingBack);
        if (record.exchanges.size() > 1) {
            message->title = Verdict::tr("Request %1 of %2: %3")
                                 .arg(place + 1)
                                 .arg(record.exchanges.size())
                                 .arg(message->title);
            //: %1 is "4 stored, 1 failed".
            message->next += u' ' + Verdict::tr("In all: %1.").arg(widgets::countsText(counts));
        }
    } else {
        message = ofOutcomes(counts, reading, readingBack);
    }
    if (!readingBack) {
        addReadBackFailures(message, record);
    }
    addWaits(message, record);
    return message;
}

} // namespace ui::results
