#pragma once

#include "app/api/error.h"
#include "app/history/record.h"
#include "app/submission/outcomes.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace ui::results {

/// Something that was sent for a record, to be looked at.
struct Choice
{
    enum class Kind : quint8 {
        Refused,  ///< an attempt of a request that HubSpot refused before any work
        Request,  ///< a request's last attempt, which may be yet to come
        ReadBack, ///< a look at the limits afterwards
    };
    Kind kind = Kind::Request;
    size_t index = 0;   ///< into Record::exchanges, or into Record::readBacks
    size_t attempt = 0; ///< of Refused: into Exchange::refused

    bool operator==(const Choice &) const = default;
};

/// In their order: each request after its refused attempts, then the read-backs. What is there
/// stays the same choice while more comes.
[[nodiscard]] std::vector<Choice> choicesOf(const ::history::Record &record);
/// "Request 1 of 2, attempt 1: refused", "Request 1 of 2, attempt 2", "Request", "Read back 2:
/// Contacts → Companies": one per choice.
[[nodiscard]] QStringList choiceNames(const ::history::Record &record);

/// A choice of a record: what was sent, and what came of it.
struct Sent
{
    QByteArray method;
    QByteArray path;
    QByteArray body;
    std::optional<QDateTime> sentAt;
    std::optional<QDateTime> answeredAt;
    std::optional<api::Reply> reply;
    QString state;         ///< "waiting", "not sent" where no answer was to come yet; else empty
    QString status;        ///< the state, or "201 Created", "no answer"
    QString correlationId; ///< HubSpot's, from the error or the header; may be empty
    std::optional<api::Error> error;
    QString failure; ///< the error in words; empty where there is none
};

/// From sending to the end of the answer, "1.84 s"; nullopt where there was none, or where somebody
/// set the clock back meanwhile.
[[nodiscard]] std::optional<QString> durationOf(const Sent &sent);

/// `reading` is the record's.
[[nodiscard]] Sent sentFor(const ::history::Record &record, const submission::Reading &reading,
                           const Choice &choice);

} // namespace ui::results
