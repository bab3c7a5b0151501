#include "ui/results/choice.h"

#include "app/api/decode.h"
#include "app/api/reads.h"
#include "ui/results/recordtext.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/timetext.h"

#include <QCoreApplication>
#include <QHash>

namespace ui::results {

using namespace Qt::StringLiterals;
using ::history::Exchange;
using ::history::Record;
using Kind = Choice::Kind;
using State = Exchange::State;

namespace {

struct ChoiceText
{
    Q_DECLARE_TR_FUNCTIONS(ui::results::ChoiceText)
};

QString attemptName(const QString &request, const Exchange &exchange, const Choice &choice)
{
    if (choice.kind == Kind::Refused) {
        //: %1 is "Request 1 of 2", %2 a number: HubSpot asked to wait and try again.
        return ChoiceText::tr("%1, attempt %2: refused").arg(request).arg(choice.attempt + 1);
    }
    return exchange.refused.empty()
               ? request
               //: %1 is "Request 1 of 2", %2 a number.
               : ChoiceText::tr("%1, attempt %2").arg(request).arg(exchange.refused.size() + 1);
}

QString stateText(State state, Record::State recordState)
{
    const bool inFlight = recordState == Record::State::InFlight;
    switch (state) {
    case State::Planned:
        return inFlight ? ChoiceText::tr("waiting") : ChoiceText::tr("not sent");
    case State::Sent:
        return inFlight ? ChoiceText::tr("waiting") : QString();
    case State::NotSent:
        return ChoiceText::tr("not sent");
    case State::Answered:
        return {};
    }
    Q_UNREACHABLE();
}

QString statusText(const std::optional<api::Reply> &reply)
{
    if (!reply || reply->httpStatus == 0) {
        return ChoiceText::tr("no answer");
    }
    // HTTP/2 has no reason phrase.
    return (QString::number(reply->httpStatus) + u' ' + QString::fromUtf8(reply->reasonPhrase))
        .trimmed();
}

QString inWords(const QString &title, const api::Error &error)
{
    return error.message.isEmpty() ? title : title + u'\n' + error.message;
}

void take(Sent &sent, const ::history::Attempt &attempt)
{
    sent.sentAt = attempt.sentAt;
    sent.answeredAt = attempt.answeredAt;
    sent.reply = attempt.reply;
    sent.status = statusText(attempt.reply);
}

void take(Sent &sent, const Exchange &exchange)
{
    sent.method = exchange.method;
    sent.path = exchange.path;
    sent.body = exchange.body;
}

Sent sentRefused(const Exchange &exchange, const ::history::Attempt &attempt)
{
    Sent sent;
    take(sent, exchange);
    take(sent, attempt);
    const api::Reply reply = attempt.reply.value_or(api::Reply());
    sent.error = api::decodeError(reply);
    sent.failure = inWords(widgets::errorText(*sent.error).title, *sent.error);
    return sent;
}

Sent sentLast(const Exchange &exchange, Record::State recordState,
              const submission::ExchangeResult &result)
{
    Sent sent;
    take(sent, exchange);
    sent.sentAt = exchange.sentAt;
    sent.answeredAt = exchange.answeredAt;
    sent.reply = exchange.reply;
    sent.state = stateText(exchange.state, recordState);
    sent.status = sent.state.isEmpty() ? statusText(exchange.reply) : sent.state;
    sent.error = result.error;
    if (result.error) {
        sent.failure = exchange.reply
                           ? inWords(widgets::errorText(*result.error).title, *result.error)
                           : ChoiceText::tr("The program ended before HubSpot's answer came.");
    }
    return sent;
}

Sent sentReadBack(const ::history::ReadBack &readBack)
{
    Sent sent;
    sent.method = "GET";
    sent.path = readBack.path;
    take(sent, readBack.attempt);
    const auto found = api::decodeConfigurations(readBack.attempt.reply.value_or(api::Reply()));
    if (!found) {
        sent.error = found.error();
        sent.failure = inWords(widgets::readErrorText(found.error()).title, found.error());
    }
    return sent;
}

} // namespace

std::optional<QString> durationOf(const Sent &sent)
{
    if (!sent.sentAt || !sent.answeredAt) {
        return std::nullopt;
    }
    const std::chrono::milliseconds length(sent.sentAt->msecsTo(*sent.answeredAt));
    return length.count() < 0 ? std::nullopt
                              : std::optional(widgets::durationText(length, QLocale()));
}

std::vector<Choice> choicesOf(const Record &record)
{
    std::vector<Choice> choices;
    for (size_t i = 0; i < record.exchanges.size(); ++i) {
        for (size_t attempt = 0; attempt < record.exchanges[i].refused.size(); ++attempt) {
            choices.push_back({Kind::Refused, i, attempt});
        }
        choices.push_back({Kind::Request, i, 0});
    }
    for (size_t i = 0; i < record.readBacks.size(); ++i) {
        choices.push_back({Kind::ReadBack, i, 0});
    }
    return choices;
}

QStringList choiceNames(const Record &record)
{
    QStringList names;
    QHash<limits::Pair, int> looks;
    const auto count = record.exchanges.size();
    for (const Choice &choice : choicesOf(record)) {
        if (choice.kind != Kind::ReadBack) {
            const QString request =
                count == 1 ? ChoiceText::tr("Request")
                           : ChoiceText::tr("Request %1 of %2").arg(choice.index + 1).arg(count);
            names.append(attemptName(request, record.exchanges[choice.index], choice));
            continue;
        }
        const limits::Pair &pair = record.readBacks[choice.index].pair;
        const QString direction = directionText(directionOf(record, pair));
        const int look = ++looks[pair];
        //: %1 is "Contacts → Companies".
        names.append(look == 1 ? ChoiceText::tr("Read back: %1").arg(direction)
                               //: The same again: %1 is a number from 2 on.
                               : ChoiceText::tr("Read back %1: %2").arg(look).arg(direction));
    }
    return names;
}

Sent sentFor(const Record &record, const submission::Reading &reading, const Choice &choice)
{
    const auto make = [&] {
        switch (choice.kind) {
        case Kind::Refused: {
            const Exchange &exchange = record.exchanges.at(choice.index);
            return sentRefused(exchange, exchange.refused.at(choice.attempt));
        }
        case Kind::Request:
            return sentLast(record.exchanges.at(choice.index), record.state,
                            reading.exchanges.at(choice.index));
        case Kind::ReadBack:
            return sentReadBack(record.readBacks.at(choice.index));
        }
        Q_UNREACHABLE();
    };
    Sent sent = make();
    if (sent.error && !sent.error->correlationId.isEmpty()) {
        sent.correlationId = sent.error->correlationId;
    } else if (sent.reply) {
        sent.correlationId = QString::fromUtf8(sent.reply->header("x-hubspot-correlation-id"));
    }
    return sent;
}

} // namespace ui::results
