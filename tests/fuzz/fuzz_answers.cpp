#include "app/api/batch.h"
#include "app/api/decode.h"
#include "app/api/jsontext.h"
#include "app/api/reads.h"
#include "app/api/recordcount.h"
#include "tests/fuzz/fuzz.h"

#include <algorithm>

// Answers of a server, as HTTP: a status line, headers, an empty line and the body. One that begins
// with something else is the body of a 200. Each goes through every decoder there is.

using fuzz::require;

namespace {

api::Reply replyOf(QByteArray bytes)
{
    api::Reply reply;
    reply.httpStatus = 200;
    if (bytes.startsWith("HTTP/1.1 ")) {
        const qsizetype end = bytes.indexOf("\n\n");
        const QList<QByteArray> lines = bytes.left(end).split('\n');
        reply.httpStatus = lines.front().mid(9, 3).toInt();
        for (const QByteArray &line : lines.mid(1)) {
            const qsizetype colon = line.indexOf(':');
            reply.headers.push_back({line.left(colon), line.mid(colon + 1).trimmed()});
        }
        bytes = end < 0 ? QByteArray() : bytes.mid(end + 2);
    }
    reply.body = bytes;
    return reply;
}

bool isSuccess(const api::Reply &reply)
{
    return reply.httpStatus >= 200 && reply.httpStatus < 300;
}

void checkError(const api::Reply &reply, const api::Error &error)
{
    require(error.httpStatus == reply.httpStatus, "an error has the reply's status");
    require(error.problems.size() == std::min(error.problemCount, api::Problems::kept),
            "the first twenty problems are kept, and all are counted");
    require((error.kind == api::ErrorKind::UnexpectedShape) == (error.problemCount > 0),
            "there are problems where the shape is wrong, and only there");
    require(!isSuccess(reply) == (error.kind != api::ErrorKind::UnexpectedShape &&
                                  error.kind != api::ErrorKind::NotJson),
            "a success is not called a failure, nor the other way about");
    require(error.retryAfterSeconds.value_or(0) >= 0, "nobody waits for less than nothing");
    require(!outcomeUnknown(error.kind) || reply.httpStatus < 400 || reply.httpStatus >= 500,
            "what HubSpot refused was not done");
}

template<typename Value>
void check(const api::Reply &reply, const support::Expected<Value, api::Error> &result)
{
    if (!result) {
        checkError(reply, result.error());
    }
    require(isSuccess(reply) || !result, "only a 2xx is a success");
}

/// What was decoded, written as the program writes requests, comes back the same.
void checkLimits(const api::Reply &reply, const std::vector<api::StoredLimit> &limits)
{
    limits::PlannedRequest request{limits::Operation::Update, {}, {}, 0};
    std::vector<api::StoredLimit> written;
    for (const api::StoredLimit &limit : limits) {
        const auto category = limits::categoryFromWire(limit.category);
        if (category && limit.limit) {
            request.changes.push_back({*category, limit.typeId, limit.limit, {}});
            written.push_back({limit.category, limit.typeId, std::nullopt, limit.limit});
        }
    }
    api::Reply echo = reply;
    echo.body = api::encode(request).body.replace(0, 9, "{\"results\"");
    const auto read = api::decodeConfigurations(echo);
    require(read && *read == written, "limits come back as they were written");
}

void checkRecords(const api::RecordsNearLimit &records)
{
    for (const qint32 limit : {0, 1, 4, 5, 99, 2'147'483'647}) {
        const api::RecordCount count = api::recordsReaching(records, limit);
        require(count.atLeast >= 0 || records.atLimit < 0 || records.nearLimit < 0,
                "there are not less than no records");
    }
}

} // namespace

extern "C" int LLVMFuzzerInitialize(int *, char ***)
{
    fuzz::quiet();
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const api::Reply reply = replyOf(fuzz::bytesOf(data, size));
    const auto batch = api::decodeBatch(reply);
    const auto configurations = api::decodeConfigurations(reply);
    const auto records = api::decodeRecordsNearLimit(reply);
    check(reply, batch);
    check(reply, configurations);
    check(reply, records);
    check(reply, api::decodeLabels(reply));
    check(reply, api::decodeSchemas(reply));
    check(reply, api::decodeEnablement(reply));
    check(reply, api::decodeAccountDetails(reply));
    if (!isSuccess(reply)) {
        checkError(reply, api::decodeError(reply));
    }
    if (configurations) {
        checkLimits(reply, *configurations);
    }
    if (records) {
        checkRecords(*records);
    }
    if (batch && reply.httpStatus != 204) {
        require(configurations && *configurations == batch->results,
                "both decoders of limits read the same");
        // Qt's parser takes a backslash and any byte for JSON; what is no UTF-8 then has no text.
        if (QString::fromUtf8(reply.body).toUtf8() != reply.body) {
            return 0;
        }
        api::Reply indented = reply;
        indented.body = api::indentedJson(reply.body).toUtf8();
        const auto again = api::decodeBatch(indented);
        require(again && *again == *batch, "JSON set out over lines means the same");
    }
    return 0;
}
