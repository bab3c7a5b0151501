#include "tests/bench/historygenerator.h"

#include "app/api/batch.h"
#include "app/api/reads.h"
#include "app/history/schema.h"
#include "app/submission/outcomes.h"

#include <QCoreApplication>
#include <QDir>
#include <QRandomGenerator>
#include <QStorageInfo>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>

namespace bench {

using namespace Qt::StringLiterals;
using history::Exchange;
using history::Record;
using limits::Category;
using limits::Operation;

namespace {

// To be raised when other records are generated, so that no old ones are taken for them.
constexpr int generation = 1;
constexpr int recordsPerImport = 500;
constexpr qint64 bytesPerRecord = 20'000; // with the index, and some for its merges
// Nobody pins more than some hundred, however many records there are.
constexpr int mostPinnedOf = 10'000;
constexpr qint64 fiveYears = 5LL * 365 * 24 * 60 * 60 * 1000;

struct Account
{
    const char16_t *id;
    const char16_t *name;
};
constexpr std::array accounts{Account{u"7000001", u"Production"}, Account{u"7000002", u"Sandbox"},
                              Account{u"7000003", u"Developer test account"},
                              Account{u"7000004", u"Production, Europe"}};

struct Object
{
    const char16_t *id;
    const char16_t *plural;
    const char16_t *singular;
};
constexpr std::array objects{
    Object{u"0-1", u"Contacts", u"contact"}, Object{u"0-2", u"Companies", u"company"},
    Object{u"0-3", u"Deals", u"deal"},       Object{u"0-5", u"Tickets", u"ticket"},
    Object{u"0-7", u"Products", u"product"}, Object{u"0-8", u"Line items", u"line item"},
    Object{u"2-7001", u"Pets", u"pet"},      Object{u"2-7002", u"Bookings", u"booking"},
};
constexpr std::array roles{u"Primary", u"Billing",   u"Sales",   u"Technical", u"Legal",
                           u"Former",  u"Secondary", u"Parent",  u"Referring", u"Shipping",
                           u"Support", u"Purchase",  u"Project", u"Emergency", u"Regional"};

/// A label of the pair: there are as many as roles, each with a type ID of its own.
limits::Change changeOf(int role, int from, int to, int limit)
{
    const qint32 typeId = 100 + (from * int(objects.size()) + to) * int(roles.size()) + role;
    return {.category = role == 0 ? Category::HubSpotDefined : Category::UserDefined,
            .typeId = typeId,
            .limit = limit,
            .label = QString::fromUtf16(roles[size_t(role)]) + u' ' +
                     QString::fromUtf16(objects[size_t(to)].singular)};
}

QByteArray timeText(const QDateTime &time)
{
    return time.toString(Qt::ISODateWithMs).toLatin1();
}

/// "{"category":…,"typeId":…" of a limit; the brace is open.
QByteArray typeText(const limits::Change &change)
{
    return "{\"category\":\"" + QByteArray(limits::wireName(change.category).data()) +
           "\",\"typeId\":" + QByteArray::number(change.typeId);
}

QByteArray limitText(const limits::Change &change, bool withLabel)
{
    return typeText(change) + (withLabel ? ",\"label\":\"" + change.label.toUtf8() + '"' : "") +
           ",\"userEnforcedMaxToObjectIds\":" + QByteArray::number(change.limit.value_or(1)) + '}';
}

class Generator
{
public:
    Generator(int number, int count)
        : m_random(quint32(number) + 1)
        , m_mayBePinned(number % std::max(1, count / mostPinnedOf) == 0)
    {
        const QDateTime end({2026, 11, 1}, {12, 0}, Qt::UTC);
        const qint64 step = fiveYears / count;
        m_time = end.addMSecs(-fiveYears + number * step + below(int(std::max<qint64>(step, 1))));
    }

    history::Store::Import make()
    {
        const Account &account = accounts[size_t(below(10) < 6 ? 0 : below(int(accounts.size())))];
        const int from = below(int(objects.size()));
        const int to = below(int(objects.size()));
        Record record;
        record.id = QUuid(m_random.generate(), quint16(m_random.generate()), 0x4000, 0x80,
                          quint8(m_random.generate()), 0, 0, quint8(m_random.generate()),
                          quint8(m_random.generate()), quint8(m_random.generate()),
                          quint8(m_random.generate()));
        record.createdAt = m_time;
        record.accountId = QString::fromUtf16(account.id);
        record.accountName = QString::fromUtf16(account.name);
        record.baseUrl = u"https://api.hubapi.com"_s;
        record.pair = {QString::fromUtf16(objects[size_t(from)].id),
                       QString::fromUtf16(objects[size_t(to)].id)};
        record.fromName = QString::fromUtf16(objects[size_t(from)].plural);
        record.toName = QString::fromUtf16(objects[size_t(to)].plural);
        record.state = below(100) == 0 ? Record::State::Interrupted : Record::State::Finished;
        record.pinned = below(100) == 0 && m_mayBePinned;
        if (below(100) == 0) {
            record.note = u"Asked for by the %1 team, ticket %2"_s.arg(
                record.toName, QString::number(m_random.bounded(100'000)));
        }

        const int limitCount = 1 + below(9);
        const int first = below(int(roles.size()));
        limits::PlannedRequest creates{Operation::Create, record.pair, {}, 0};
        limits::PlannedRequest updates{Operation::Update, record.pair, {}, 0};
        for (int index = 0; index < limitCount; ++index) {
            limits::Change change =
                changeOf((first + index) % int(roles.size()), from, to, 1 + below(200));
            const bool isNew = below(3) == 0;
            change.before =
                isNew ? limits::LiveLimit::many() : limits::LiveLimit::of(below(50) + 1);
            (isNew ? creates : updates).changes.push_back(std::move(change));
        }
        for (limits::PlannedRequest *request : {&creates, &updates}) {
            if (!request->changes.empty()) {
                record.exchanges.push_back(exchange(std::move(*request), record.state));
            }
        }
        // Where nobody knows what became of a request, nobody looked.
        if (std::ranges::all_of(record.exchanges, [](const Exchange &one) {
                return one.reply && !one.reply->failure;
            })) {
            record.readBacks.push_back(readBack(record));
        }
        history::Counts counts = submission::countsOf(submission::outcomesOf(record));
        return {std::move(record), counts};
    }

private:
    int below(int bound) { return m_random.bounded(bound); }

    QDateTime later(int most)
    {
        m_time = m_time.addMSecs(1 + below(most));
        return m_time;
    }

    Exchange exchange(limits::PlannedRequest planned, Record::State state)
    {
        const api::Request request = api::encode(planned);
        Exchange made;
        made.method = request.method;
        made.path = request.path;
        made.body = request.body;
        made.request = std::move(planned);
        made.sentAt = later(50);
        if (state == Record::State::Interrupted) {
            made.state = Exchange::State::Sent;
            return made;
        }
        made.state = Exchange::State::Answered;
        const QDateTime asked = later(50);
        made.reply = reply(made.request, asked);
        made.answeredAt = later(400);
        return made;
    }

    api::Reply reply(const limits::PlannedRequest &request, const QDateTime &asked)
    {
        const int fate = below(100);
        if (fate == 0) {
            return {0, {}, {}, {}, api::ErrorKind::ConnectionLost, u"Connection closed"_s};
        }
        if (fate < 5) {
            return answer(
                400, "Bad Request",
                "{\"status\":\"error\",\"message\":\"Invalid input JSON: maxToObjectIds of "
                "type " +
                    QByteArray::number(request.changes.front().typeId) +
                    " is above the limit of its unlabeled type\",\"category\":"
                    "\"VALIDATION_ERROR\"}");
        }
        const bool partly = fate < 8;
        QByteArray results;
        for (size_t index = partly ? 1 : 0; index < request.changes.size(); ++index) {
            results += (results.isEmpty() ? "" : ",") +
                       limitText(request.changes[index], request.operation == Operation::Create);
        }
        QByteArray body = "{\"status\":\"COMPLETE\",\"requestedAt\":\"" + timeText(asked) +
                          "\",\"startedAt\":\"" + timeText(asked.addMSecs(12)) +
                          "\",\"completedAt\":\"" + timeText(asked.addMSecs(90)) +
                          "\",\"results\":[" + results + ']';
        if (partly) {
            const limits::Change &refused = request.changes.front();
            body += ",\"numErrors\":1,\"errors\":[{\"status\":\"error\",\"category\":"
                    "\"VALIDATION_ERROR\",\"message\":\"The limit of " +
                    refused.label.toUtf8() +
                    " is above that of its unlabeled type\",\"context\":{\"typeId\":[\"" +
                    QByteArray::number(refused.typeId) + "\"],\"category\":[\"" +
                    QByteArray(limits::wireName(refused.category).data()) + "\"]}}]";
        }
        const bool created = request.operation == Operation::Create;
        return partly    ? answer(207, "Multi-Status", body + '}')
               : created ? answer(201, "Created", body + '}')
                         : answer(200, "OK", body + '}');
    }

    api::Reply answer(int status, const QByteArray &reason, const QByteArray &body)
    {
        const QUuid id(m_random.generate(), quint16(m_random.generate()), 0x4000, 0x80, 0,
                       quint8(m_random.generate()), quint8(m_random.generate()),
                       quint8(m_random.generate()), quint8(m_random.generate()),
                       quint8(m_random.generate()), quint8(m_random.generate()));
        return {status,
                reason,
                {{"Content-Type", "application/json;charset=utf-8"},
                 {"X-HubSpot-Correlation-Id", id.toByteArray(QUuid::WithoutBraces)},
                 {"X-HubSpot-RateLimit-Max", "190"},
                 {"X-HubSpot-RateLimit-Remaining", QByteArray::number(below(190))}},
                body,
                std::nullopt,
                {}};
    }

    history::ReadBack readBack(const Record &record)
    {
        QByteArray results;
        for (const Exchange &exchange : record.exchanges) {
            const int status = exchange.reply->httpStatus;
            for (limits::Change found : exchange.request.changes) {
                const bool refused =
                    status == 400 || (status == 207 && found == exchange.request.changes.front());
                if (refused && !found.before.limit) {
                    continue;
                }
                found.limit = refused ? found.before.limit : found.limit;
                results += (results.isEmpty() ? "" : ",") + limitText(found, true);
            }
        }
        const QDateTime sentAt = later(200);
        return {record.pair,
                api::configurationsPath(record.pair),
                {sentAt, later(200), answer(200, "OK", "{\"results\":[" + results + "]}")}};
    }

    QRandomGenerator m_random;
    bool m_mayBePinned;
    QDateTime m_time;
};

[[noreturn]] void give(const QString &reason)
{
    std::fprintf(stderr, "%s\n", qPrintable(reason));
    std::exit(EXIT_FAILURE);
}

void generate(const QString &folder, int count)
{
    const support::SystemClock clock;
    const auto store = history::Store::open(folder, clock);
    if (!store) {
        give(store.error().detail);
    }
    for (int number = 0; number < count;) {
        std::vector<history::Store::Import> records;
        while (int(records.size()) < recordsPerImport && number < count) {
            records.push_back(generatedRecord(number++, count));
        }
        const auto added = (*store)->import(records);
        if (!added || *added != qint64(records.size())) {
            give(added ? u"Two generated records have the same ID."_s : added.error().detail);
        }
        if (number % 50'000 == 0) {
            std::fprintf(stderr, "  %d of %d\n", number, count);
        }
    }
}

} // namespace

history::Store::Import generatedRecord(int number, int count)
{
    return Generator(number, count).make();
}

QString generatedHistory(int count)
{
    const QDir home(QCoreApplication::applicationDirPath() + u"/histories"_s);
    const QString folder = home.filePath(
        u"%1-records-%2-%3"_s.arg(count).arg(generation).arg(history::migrations().size()));
    if (QDir(folder).exists()) {
        return folder;
    }
    const qint64 needed = count * bytesPerRecord;
    home.mkpath(u"."_s);
    const qint64 available = QStorageInfo(home).bytesAvailable();
    if (available < needed) {
        give(u"A history of %1 records is made with %2 MB free in %3; there are %4 MB."_s.arg(count)
                 .arg(needed / 1'000'000)
                 .arg(home.path())
                 .arg(available / 1'000'000));
    }
    std::fprintf(stderr, "Making a history of %d records in %s\n", count, qPrintable(folder));
    const QString part = folder + u".part"_s;
    QDir(part).removeRecursively();
    generate(part, count);
    if (!QDir().rename(part, folder)) {
        give(u"The history cannot be kept as "_s + folder);
    }
    return folder;
}

} // namespace bench
