#include "app/history/names.h"

#include <limits>

namespace history {

using namespace Qt::StringLiterals;

namespace {

/// The enumerator of that name. nameOf() gives nothing for the numbers that are none.
template<typename Enum> std::optional<Enum> named(const QString &name)
{
    for (int number = 0; number <= std::numeric_limits<quint8>::max(); ++number) {
        if (!name.isEmpty() && nameOf(Enum(number)) == name) {
            return Enum(number);
        }
    }
    return std::nullopt;
}

} // namespace

QString nameOf(Record::State state)
{
    switch (state) {
    case Record::State::InFlight:
        return u"in_flight"_s;
    case Record::State::Finished:
        return u"finished"_s;
    case Record::State::Interrupted:
        return u"interrupted"_s;
    }
    return {};
}

QString nameOf(Exchange::State state)
{
    switch (state) {
    case Exchange::State::Planned:
        return u"planned"_s;
    case Exchange::State::Sent:
        return u"sent"_s;
    case Exchange::State::Answered:
        return u"answered"_s;
    case Exchange::State::NotSent:
        return u"not_sent"_s;
    }
    return {};
}

QString nameOf(api::ErrorKind kind)
{
    switch (kind) {
    case api::ErrorKind::InvalidRequest:
        return u"invalid_request"_s;
    case api::ErrorKind::ReadOnly:
        return u"read_only"_s;
    case api::ErrorKind::HostNotFound:
        return u"host_not_found"_s;
    case api::ErrorKind::ConnectionRefused:
        return u"connection_refused"_s;
    case api::ErrorKind::Tls:
        return u"tls"_s;
    case api::ErrorKind::Proxy:
        return u"proxy"_s;
    case api::ErrorKind::Cancelled:
        return u"cancelled"_s;
    case api::ErrorKind::ConnectionLost:
        return u"connection_lost"_s;
    case api::ErrorKind::TimedOut:
        return u"timed_out"_s;
    case api::ErrorKind::Truncated:
        return u"truncated"_s;
    case api::ErrorKind::AnswerTooLarge:
        return u"answer_too_large"_s;
    case api::ErrorKind::NotHttp:
        return u"not_http"_s;
    case api::ErrorKind::Redirected:
        return u"redirected"_s;
    case api::ErrorKind::BadRequest:
        return u"bad_request"_s;
    case api::ErrorKind::Unauthorized:
        return u"unauthorized"_s;
    case api::ErrorKind::Forbidden:
        return u"forbidden"_s;
    case api::ErrorKind::NotFound:
        return u"not_found"_s;
    case api::ErrorKind::Locked:
        return u"locked"_s;
    case api::ErrorKind::RateLimited:
        return u"rate_limited"_s;
    case api::ErrorKind::TooManyTypes:
        return u"too_many_types"_s;
    case api::ErrorKind::Moving:
        return u"moving"_s;
    case api::ErrorKind::ServerError:
        return u"server_error"_s;
    case api::ErrorKind::NotJson:
        return u"not_json"_s;
    case api::ErrorKind::UnexpectedShape:
        return u"unexpected_shape"_s;
    }
    return {};
}

QString nameOf(RecordOutcome outcome)
{
    switch (outcome) {
    case RecordOutcome::AllStored:
        return u"all_stored"_s;
    case RecordOutcome::SomeFailed:
        return u"some_failed"_s;
    case RecordOutcome::Failed:
        return u"failed"_s;
    case RecordOutcome::Unknown:
        return u"unknown"_s;
    }
    return {};
}

std::optional<Record::State> recordStateNamed(const QString &name)
{
    return named<Record::State>(name);
}

std::optional<Exchange::State> exchangeStateNamed(const QString &name)
{
    return named<Exchange::State>(name);
}

std::optional<api::ErrorKind> errorKindNamed(const QString &name)
{
    return named<api::ErrorKind>(name);
}

} // namespace history
