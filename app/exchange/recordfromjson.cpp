#include "app/exchange/recordjson.h"
#include "app/history/names.h"

namespace exchange {

using namespace Qt::StringLiterals;
using api::Fields;
using history::Attempt;
using history::Exchange;
using history::ReadBack;
using history::Record;

namespace {

constexpr QLatin1StringView notBase64{"not Base64"};
constexpr QLatin1StringView notATime{"not a time in UTC between 1970 and 2200"};
constexpr QLatin1StringView notAnId{"not an id"};
constexpr QLatin1StringView unknownName{"not a name that this version knows"};

/// As Fields has it: null is the same as absent.
bool isAbsent(const Fields &fields, QLatin1StringView key)
{
    const QJsonValue value = fields.object().value(key);
    return value.isUndefined() || value.isNull();
}

QByteArray bytesOf(const Fields &fields, QLatin1StringView key)
{
    const QString encodedKey = key + "Base64"_L1;
    if (!fields.object().contains(encodedKey)) {
        return fields.requiredText(key).toUtf8();
    }
    // The keys of Fields are Latin-1, and this one is made of two.
    const QByteArray name = encodedKey.toLatin1();
    const QString text = fields.requiredText(QLatin1StringView(name));
    const auto decoded =
        QByteArray::fromBase64Encoding(text.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded) {
        fields.wrong(encodedKey, notBase64);
    }
    return decoded ? *decoded : QByteArray();
}

std::optional<QDateTime> timeOf(const Fields &fields, QLatin1StringView key)
{
    const std::optional<QString> text = fields.text(key);
    if (!text) {
        return std::nullopt;
    }
    const QDateTime time = QDateTime::fromString(*text, Qt::ISODateWithMs);
    const int year = time.toUTC().date().year();
    // Without a zone it would be read as local time, of a place nobody knows.
    if (!time.isValid() || time.timeSpec() == Qt::LocalTime || year < 1970 || year > 2199) {
        fields.wrong(key, notATime);
        return std::nullopt;
    }
    return time.toUTC();
}

QDateTime requiredTimeOf(const Fields &fields, QLatin1StringView key)
{
    if (!fields.object().value(key).isString()) {
        (void)fields.requiredText(key); // says what is wrong
        return {};
    }
    return timeOf(fields, key).value_or(QDateTime());
}

/// A whole number that is not negative.
qint32 countOf(const Fields &fields, QLatin1StringView key)
{
    const auto number = fields.requiredNumber<qint32>(key);
    if (number < 0) {
        fields.wrong(key, api::notWhole);
    }
    return number;
}

/// Null is "Many"; one that is not there is missing.
std::optional<qint32> limitOf(const Fields &fields)
{
    if (fields.object().value("limit"_L1).isNull()) {
        return std::nullopt;
    }
    return countOf(fields, "limit"_L1);
}

/// A null one where the member is absent.
QUuid uuidOf(const Fields &fields, QLatin1StringView key)
{
    const std::optional<QString> text = fields.text(key);
    const QUuid id = text ? QUuid::fromString(*text) : QUuid();
    if (text && id.isNull()) {
        fields.wrong(key, notAnId);
    }
    return id;
}

/// `named` gives nothing for a name it does not know.
template<typename Enum, typename Named>
Enum enumOf(const Fields &fields, QLatin1StringView key, Named named)
{
    const std::optional<Enum> value = named(fields.requiredText(key));
    if (!value && fields.object().value(key).isString()) {
        fields.wrong(key, unknownName);
    }
    return value.value_or(Enum());
}

limits::Pair pairOf(const Fields &fields)
{
    const Fields pair = fields.requiredWithin("pair"_L1);
    return {pair.requiredText("from"_L1), pair.requiredText("to"_L1)};
}

bool requiredBoolean(const Fields &fields, QLatin1StringView key)
{
    const std::optional<bool> value = fields.boolean(key);
    if (isAbsent(fields, key)) {
        fields.wrong(key, api::missing);
    }
    return value.value_or(false);
}

template<typename Value, typename FromFields>
std::vector<Value> listOf(const Fields &fields, QLatin1StringView key, FromFields fromFields)
{
    std::vector<Value> values;
    for (const Fields &element : fields.requiredEach(key)) {
        values.push_back(fromFields(element));
    }
    return values;
}

api::Header headerFrom(const Fields &fields)
{
    return {bytesOf(fields, "name"_L1), bytesOf(fields, "value"_L1)};
}

std::optional<api::Reply> replyOf(const Fields &parent)
{
    if (isAbsent(parent, "reply"_L1)) {
        return std::nullopt;
    }
    const Fields fields = parent.within("reply"_L1);
    api::Reply reply;
    reply.httpStatus = countOf(fields, "httpStatus"_L1);
    if (reply.httpStatus > 999) {
        fields.wrong(u"httpStatus"_s, api::notWhole);
    }
    reply.reasonPhrase = bytesOf(fields, "reasonPhrase"_L1);
    reply.headers = listOf<api::Header>(fields, "headers"_L1, &headerFrom);
    reply.body = bytesOf(fields, "body"_L1);
    if (fields.text("failure"_L1)) {
        reply.failure = enumOf<api::ErrorKind>(fields, "failure"_L1, &history::errorKindNamed);
    }
    reply.failureText = fields.requiredText("failureText"_L1);
    return reply;
}

Attempt attemptFrom(const Fields &fields)
{
    return {requiredTimeOf(fields, "sentAt"_L1), timeOf(fields, "answeredAt"_L1), replyOf(fields)};
}

limits::Change changeFrom(const Fields &fields)
{
    limits::Change change;
    change.category = enumOf<limits::Category>(fields, "category"_L1, &limits::categoryFromWire);
    change.typeId = countOf(fields, "typeId"_L1);
    change.limit = limitOf(fields);
    change.label = fields.requiredText("label"_L1);
    const Fields before = fields.requiredWithin("before"_L1);
    change.before = {requiredBoolean(before, "known"_L1), limitOf(before)};
    return change;
}

Exchange exchangeFrom(const Fields &fields)
{
    Exchange exchange;
    exchange.request.operation =
        enumOf<limits::Operation>(fields, "operation"_L1, &limits::operationFromWire);
    exchange.request.pair = pairOf(fields);
    exchange.request.stage = countOf(fields, "stage"_L1);
    exchange.request.changes = listOf<limits::Change>(fields, "changes"_L1, &changeFrom);
    exchange.method = bytesOf(fields, "method"_L1);
    exchange.path = bytesOf(fields, "path"_L1);
    exchange.body = bytesOf(fields, "body"_L1);
    exchange.state = enumOf<Exchange::State>(fields, "state"_L1, &history::exchangeStateNamed);
    exchange.sentAt = timeOf(fields, "sentAt"_L1);
    exchange.answeredAt = timeOf(fields, "answeredAt"_L1);
    exchange.reply = replyOf(fields);
    exchange.refused = listOf<Attempt>(fields, "refused"_L1, &attemptFrom);
    if (exchange.state == Exchange::State::Answered && !exchange.reply) {
        fields.wrong(u"reply"_s, api::missing);
    }
    return exchange;
}

ReadBack readBackFrom(const Fields &fields)
{
    return {pairOf(fields), bytesOf(fields, "path"_L1),
            attemptFrom(fields.requiredWithin("attempt"_L1))};
}

/// As the store does with those of a program that died.
void interrupt(Record &record)
{
    record.state = Record::State::Interrupted;
    for (Exchange &exchange : record.exchanges) {
        if (exchange.state == Exchange::State::Planned) {
            exchange.state = Exchange::State::NotSent;
        }
    }
}

} // namespace

Record recordFromJson(const QJsonObject &object, const QString &path, api::Problems &problems)
{
    const Fields fields(object, problems, path);
    Record record;
    record.id = uuidOf(fields, "id"_L1);
    if (isAbsent(fields, "id"_L1)) {
        fields.wrong(u"id"_s, api::missing);
    }
    record.createdAt = requiredTimeOf(fields, "createdAt"_L1);
    const Fields account = fields.requiredWithin("account"_L1);
    record.accountId = account.requiredText("id"_L1);
    record.accountName = account.requiredText("name"_L1);
    record.baseUrl = account.requiredText("baseUrl"_L1);
    record.pair = pairOf(fields);
    record.fromName = fields.requiredText("fromName"_L1);
    record.toName = fields.requiredText("toName"_L1);
    record.state = enumOf<Record::State>(fields, "state"_L1, &history::recordStateNamed);
    record.exchanges = listOf<Exchange>(fields, "exchanges"_L1, &exchangeFrom);
    record.readBacks = listOf<ReadBack>(fields, "readBacks"_L1, &readBackFrom);
    record.reverts = uuidOf(fields, "reverts"_L1);
    record.note = fields.requiredText("note"_L1);
    record.pinned = requiredBoolean(fields, "pinned"_L1);
    if (record.state == Record::State::InFlight) {
        interrupt(record);
    }
    return record;
}

} // namespace exchange
