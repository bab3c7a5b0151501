#pragma once

#include "app/history/store.h"

#include <utility>
#include <vector>

namespace tests {

/// What is in tests/data/history-v2.sql, which the program wrote when that was its version: one of
/// everything that version could keep, in the order it was written. The last one was in flight.
inline std::vector<std::pair<history::Record, history::Counts>> recordsOfVersionTwo()
{
    using namespace Qt::StringLiterals;
    using history::Exchange;
    using history::Record;
    using limits::Category;
    using limits::LiveLimit;
    using limits::Operation;
    const limits::Pair there{u"0-1"_s, u"0-2"_s};
    const limits::Pair back{u"0-2"_s, u"0-1"_s};
    const limits::Pair pets{u"2-77"_s, u"p1_pets"_s};
    const QDateTime start({2026, 11, 3}, {13, 2, 5, 678}, Qt::UTC);
    const auto record = [](const char16_t *id, const QDateTime &createdAt, const limits::Pair &pair,
                           Record::State state) {
        Record made;
        made.id = QUuid::fromString(QStringView(id));
        made.createdAt = createdAt;
        made.accountId = u"production-1"_s;
        made.accountName = u"HubSpot"_s;
        made.baseUrl = u"https://api.hubapi.com"_s;
        made.pair = pair;
        made.fromName = u"Contacts"_s;
        made.toName = u"Companies"_s;
        made.state = state;
        return made;
    };
    const auto exchange = [](Operation operation, const limits::Pair &pair,
                             std::vector<limits::Change> changes, const QByteArray &body,
                             Exchange::State state, int stage = 0) {
        Exchange made;
        made.request = {operation, pair, std::move(changes), stage};
        made.method = "POST";
        made.path = "/crm/associations/2026-03/definitions/configurations/" + pair.from.toUtf8() +
                    '/' + pair.to.toUtf8() + "/batch/" +
                    QByteArray(limits::wireName(operation).data());
        made.body = body;
        made.state = state;
        return made;
    };
    const auto sent = [](Exchange made, const QDateTime &at) {
        made.sentAt = at;
        return made;
    };
    const auto answered = [](Exchange made, const QDateTime &at, api::Reply reply) {
        made.sentAt = at;
        made.answeredAt = at.addMSecs(345);
        made.reply = std::move(reply);
        return made;
    };
    const std::vector<api::Header> json{{"Content-Type", "application/json;charset=utf-8"},
                                        {"X-HubSpot-Correlation-Id", "0b1c2d3e-4f50"}};
    QByteArray everyByte;
    for (int byte = 0; byte < 256; ++byte) {
        everyByte.append(char(byte));
    }

    Record stored =
        record(u"6a10c1de-0000-4000-8000-000000000001", start, there, Record::State::Finished);
    stored.exchanges.push_back(answered(
        exchange(Operation::Create, there,
                 {{Category::HubSpotDefined, 279, 5, u"Unlabeled"_s, LiveLimit::many()},
                  {Category::UserDefined, 28, 12, u"Billing contact"_s, LiveLimit::of(3)}},
                 R"({"inputs":[{"category":"HUBSPOT_DEFINED","typeId":279,"maxToObjectIds":5},)"
                 R"({"category":"USER_DEFINED","typeId":28,"maxToObjectIds":12}]})",
                 Exchange::State::Answered),
        start.addMSecs(20),
        {201,
         "Created",
         json,
         R"({"status":"COMPLETE","results":[{"typeId":279,"userEnforcedMaxToObjectIds":5},)"
         R"({"typeId":28,"userEnforcedMaxToObjectIds":12}]})",
         std::nullopt,
         {}}));
    stored.exchanges[0].refused = {
        {start.addMSecs(7), start.addMSecs(9),
         api::Reply{429, "Too Many Requests", {{"Retry-After", "1"}}, "{}", std::nullopt, {}}},
        {start.addMSecs(11), start.addMSecs(12),
         api::Reply{423, "Locked", {}, {}, std::nullopt, {}}}};
    stored.exchanges.push_back(answered(
        exchange(Operation::Purge, back, {{Category::Work, 7, {}, {}, LiveLimit::of(1)}},
                 R"({"inputs":[{"category":"WORK","typeId":7}]})", Exchange::State::Answered, 2),
        start.addMSecs(400), {204, "No Content", {}, {}, std::nullopt, {}}));
    stored.readBacks = {
        {there,
         "/crm/associations/2026-03/definitions/configurations/0-1/0-2",
         {start.addSecs(1), start.addSecs(2),
          api::Reply{200, "OK", json, R"({"results":[]})", std::nullopt, {}}}},
        {back,
         "/crm/associations/2026-03/definitions/configurations/0-2/0-1",
         {start.addSecs(1), start.addSecs(31),
          api::Reply{0, {}, {}, {}, api::ErrorKind::TimedOut, u"no answer in time"_s}}}};

    // Begun by a clock that went back.
    Record failed = record(u"6a10c1de-0000-4000-8000-000000000002", start.addSecs(-3600), there,
                           Record::State::Finished);
    failed.exchanges = {
        answered(exchange(Operation::Update, there,
                          {{Category::UserDefined, 28, 10'001, u"Billing contact"_s,
                            LiveLimit::unknown()}},
                          R"({"inputs":[{"category":"USER_DEFINED","typeId":28}]})",
                          Exchange::State::Answered),
                 start.addSecs(-3599),
                 {400,
                  "Bad Request",
                  json,
                  R"({"status":"error","message":"no","category":"VALIDATION_ERROR"})",
                  std::nullopt,
                  {}}),
        exchange(Operation::Update, there, {{Category::UserDefined, 30, 2, u"Sales contact"_s}},
                 R"({"inputs":[]})", Exchange::State::NotSent, 1)};

    Record odd =
        record(u"6a10c1de-0000-4000-8000-000000000003", start, pets, Record::State::Finished);
    odd.accountName = u"\u00c4rzte & S\u00f6hne \U0001F600"_s;
    odd.fromName = u"D'Or; 100 %\n_"_s;
    odd.toName.clear();
    odd.exchanges = {
        answered(exchange(Operation::Create, pets,
                          {{Category::IntegratorDefined, 2'147'483'647, 1, u"';\n--"_s}}, everyByte,
                          Exchange::State::Answered),
                 start.addMSecs(1),
                 {200,
                  everyByte,
                  {{"X", everyByte}, {"X", ""}},
                  everyByte,
                  api::ErrorKind::Truncated,
                  u"closed \u2013 early"_s})};

    Record lost = record(u"6a10c1de-0000-4000-8000-000000000004", start.addYears(-1), there,
                         Record::State::Finished);
    lost.exchanges = {
        answered(exchange(Operation::Update, there,
                          {{Category::UserDefined, 28, 4, u"Billing contact"_s, LiveLimit::of(3)}},
                          R"({"inputs":[]})", Exchange::State::Answered),
                 start.addYears(-1).addMSecs(5),
                 {0, {}, {}, {}, api::ErrorKind::ConnectionLost, u"Connection closed"_s})};
    lost.readBacks = {{there, "/crm", {start.addYears(-1).addSecs(9), std::nullopt, std::nullopt}}};

    Record interrupted = record(u"6a10c1de-0000-4000-8000-000000000005", start.addSecs(1), there,
                                Record::State::Interrupted);
    interrupted.exchanges = {
        sent(exchange(Operation::Create, there, {{Category::UserDefined, 31, 9, u"Vet"_s}},
                      R"({"inputs":[1]})", Exchange::State::Sent),
             start.addSecs(1)),
        exchange(Operation::Create, there, {{Category::UserDefined, 32, 9, u"Pet"_s}},
                 R"({"inputs":[2]})", Exchange::State::NotSent)};

    Record inFlight = interrupted;
    inFlight.id = QUuid::fromString(u"6a10c1de-0000-4000-8000-000000000006");
    inFlight.createdAt = start.addSecs(2);
    inFlight.state = Record::State::InFlight;
    inFlight.exchanges[1].state = Exchange::State::Planned;

    return {{stored, {.stored = 3}},
            {failed, {.failed = 1, .notSent = 1}},
            {odd, {.storedDifferently = 1, .missing = 2}},
            {lost, {.notStored = 1}},
            {interrupted, {.unknown = 1, .notSent = 1}},
            {inFlight, {.pending = 2}}};
}

} // namespace tests
