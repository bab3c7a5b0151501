#pragma once

#include "app/api/jsonfields.h"
#include "app/history/record.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace exchange {

// A history as a file: a JSON object in UTF-8, complete, so that it can be taken in again.
//
//   {"format":"association-limits-history","version":1,"exportedAt":"2026-11-24T09:30:00.000Z",
//    "records":[ … ]}
//
// A record bears the names of history::Record: id, createdAt, account {id, name, baseUrl},
// pair {from, to}, fromName, toName, state, exchanges, readBacks, reverts, note, pinned.
//   exchange:  operation, pair, stage, changes, method, path, body, state, sentAt, answeredAt,
//              reply, refused (attempts)
//   change:    category, typeId, limit (null: "Many"), label, before {known, limit}
//   attempt:   sentAt, answeredAt, reply
//   read-back: pair, path, attempt
//   reply:     httpStatus, reasonPhrase, headers [{name, value}], body, failure, failureText
// Times are ISO 8601 in UTC with milliseconds. States, operations, categories and failures have
// the names they have in the store. What is not there (sentAt, answeredAt, reply, failure, reverts)
// is left out. Bytes (method, path, body, reasonPhrase and headers) are text where they are UTF-8;
// where they are not, the member is called "bodyBase64" and so on in place of "body".
// A reader ignores members it does not know.

inline constexpr QLatin1StringView historyFormat{"association-limits-history"};
inline constexpr int historyVersion = 1;

/// ISO 8601 in UTC with milliseconds: "2026-11-24T09:30:00.000Z".
[[nodiscard]] QString isoTime(const QDateTime &time);

/// On one line, without a line break.
[[nodiscard]] QByteArray recordToJson(const history::Record &record);

/// Every member is checked for presence, type and range. What is wrong is added to `problems`
/// under its path, which begins with `path` ("records[3]"); then the record means nothing.
/// One that was in flight is Interrupted: its requests go on elsewhere or not at all.
[[nodiscard]] history::Record recordFromJson(const QJsonObject &object, const QString &path,
                                             api::Problems &problems);

} // namespace exchange
