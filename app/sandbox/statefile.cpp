#include "app/sandbox/statefile.h"

#include "app/support/privatefile.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <limits>

namespace sandbox {

using namespace Qt::StringLiterals;
using support::Done;
using support::Expected;
using support::Unexpected;

namespace {

constexpr int formatVersion = 1;
/// All limits the sandbox can have take some 50 kB, a pair with 10,000 of them 1 MB.
constexpr qint64 largestFile = 4 * 1024 * 1024;

std::optional<qint32> wholeNumber(const QJsonValue &value)
{
    // No limit and no type ID is negative, which makes -1 free to say "not a whole number".
    const qint64 number = value.toInteger(-1);
    if (number < 0 || number > std::numeric_limits<qint32>::max()) {
        return std::nullopt;
    }
    return static_cast<qint32>(number);
}

/// "0-1": digits and dashes, so that it can be written without escapes.
bool isObjectTypeId(const QString &text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](QChar character) {
        return character == u'-' || (character >= u'0' && character <= u'9');
    });
}

Expected<LimitTable, QString> decode(const QJsonObject &root)
{
    if (root.value("version"_L1).toInt() != formatVersion) {
        return Unexpected{u"its version is unknown"_s};
    }
    if (!root.value("limits"_L1).isArray()) {
        return Unexpected{u"it has no limits"_s};
    }
    LimitTable limits;
    for (const QJsonValue &value : root.value("limits"_L1).toArray()) {
        const QJsonObject entry = value.toObject();
        const limits::Pair pair{entry.value("from"_L1).toString(), entry.value("to"_L1).toString()};
        const auto category = limits::categoryFromWire(entry.value("category"_L1).toString());
        const auto typeId = wholeNumber(entry.value("typeId"_L1));
        const auto limit = wholeNumber(entry.value("maxToObjectIds"_L1));
        if (!isObjectTypeId(pair.from) || !isObjectTypeId(pair.to) || !category || !typeId ||
            !limit) {
            return Unexpected{u"entry %1 of its limits is damaged"_s.arg(limits.size() + 1)};
        }
        if (!limits.emplace(TypeKey{pair, *category, *typeId}, *limit).second) {
            return Unexpected{u"entry %1 of its limits is there twice"_s.arg(limits.size() + 1)};
        }
    }
    return limits;
}

/// Written out by hand, since the IDs of object types need no escapes: with 10,000 limits and
/// QJsonDocument, most of a request's time was measured to go here.
QByteArray encode(const LimitTable &limits)
{
    QByteArray entries;
    for (const auto &[key, limit] : limits) {
        entries += entries.isEmpty() ? "\n" : ",\n";
        entries += R"({"from":")" + key.pair.from.toLatin1() + R"(","to":")" +
                   key.pair.to.toLatin1() + R"(","category":")" +
                   limits::wireName(key.category).data() + R"(","typeId":)" +
                   QByteArray::number(key.typeId) + R"(,"maxToObjectIds":)" +
                   QByteArray::number(limit) + '}';
    }
    return R"({"version":)" + QByteArray::number(formatVersion) + R"(,"limits":[)" + entries +
           "\n]}\n";
}

} // namespace

StateFile::StateFile(const QString &path)
    : m_path(path)
{
}

Expected<std::optional<LimitTable>, QString> StateFile::load() const
{
    QFile file(m_path);
    if (!file.exists()) {
        return std::optional<LimitTable>();
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return Unexpected{file.errorString()};
    }
    const QByteArray bytes = file.read(largestFile + 1);
    if (file.error() != QFileDevice::NoError) {
        return Unexpected{file.errorString()};
    }
    if (bytes.size() > largestFile) {
        return Unexpected{u"it is too large"_s};
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError) {
        return Unexpected{error.errorString()};
    }
    Expected<LimitTable, QString> limits = decode(document.object());
    if (!limits) {
        return Unexpected{limits.error()};
    }
    return std::optional<LimitTable>(*std::move(limits));
}

Expected<Done, QString> StateFile::save(const LimitTable &limits) const
{
    return support::replacePrivateFile(m_path, encode(limits));
}

Expected<QString, QString> StateFile::setAside(const QDateTime &now) const
{
    const QString base = m_path + u".damaged-"_s + now.toUTC().toString(u"yyyyMMdd'T'HHmmss'Z'"_s);
    QString target = base;
    for (int attempt = 2; QFileInfo::exists(target); ++attempt) {
        target = base + u'-' + QString::number(attempt);
    }
    QFile file(m_path);
    if (!file.rename(target)) {
        return Unexpected{file.errorString()};
    }
    return target;
}

} // namespace sandbox
