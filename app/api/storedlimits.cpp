#include "app/api/storedlimits.h"

namespace api {

using namespace Qt::StringLiterals;

namespace {

/// Takes one result after the other. A path is spelt out only where something is wrong.
class ResultsReader
{
public:
    explicit ResultsReader(const Fields &body)
        : m_body(body)
    {
    }

    // Goes over the members once. Looking each of four up by name was measured at 2.5 times the
    // cost of meeting all of them.
    StoredLimit read(const QJsonObject &object, qsizetype index)
    {
        StoredLimit limit;
        m_index = index;
        bool hasTypeId = false;
        std::optional<qint32> guidesLimit;
        for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
            const QString key = it.key();
            const QJsonValueConstRef value =
                it.value(); // a QJsonValue of its own costs as much again
            if (value.isNull()) {
                continue;
            }
            if (key == "category"_L1) {
                limit.category = shared(text(key, value));
            } else if (key == "typeId"_L1) {
                hasTypeId = true;
                limit.typeId = number(key, value).value_or(0);
            } else if (key == "label"_L1) {
                limit.label = text(key, value);
            } else if (key == "userEnforcedMaxToObjectIds"_L1) {
                limit.limit = number(key, value);
            } else if (key == "maxToObjectIds"_L1) {
                guidesLimit = number(key, value);
            }
        }
        if (!hasTypeId) {
            wrong(u"typeId"_s, missing);
        }
        if (!limit.limit) {
            limit.limit = guidesLimit;
        }
        return limit;
    }

private:
    void wrong(const QString &key, QLatin1StringView what)
    {
        m_body.wrong(u"results[%1].%2"_s.arg(m_index).arg(key), what);
    }

    QString text(const QString &key, QJsonValueConstRef value)
    {
        if (!value.isString()) {
            wrong(key, notText);
        }
        return value.toString();
    }

    std::optional<qint32> number(const QString &key, QJsonValueConstRef value)
    {
        const std::optional<qint32> whole = wholeNumber<qint32>(value);
        if (!whole) {
            wrong(key, notWhole);
        }
        return whole;
    }

    /// Ten thousand results name the same few categories: one string for a run of equal ones.
    QString shared(const QString &category)
    {
        if (category != m_category) {
            m_category = category;
        }
        return m_category;
    }

    const Fields &m_body;
    qsizetype m_index = 0;
    QString m_category;
};

} // namespace

std::vector<StoredLimit> storedLimitsOf(const Fields &body)
{
    std::vector<StoredLimit> limits;
    ResultsReader reader(body);
    const QJsonArray results = body.requiredList("results"_L1);
    limits.reserve(static_cast<std::size_t>(results.size()));
    for (const QJsonValueConstRef element : results) {
        const qsizetype index = std::ssize(limits);
        if (element.isObject()) {
            limits.push_back(reader.read(element.toObject(), index));
        } else {
            body.wrong(u"results[%1]"_s.arg(index), notAnObject);
            limits.push_back({});
        }
    }
    return limits;
}

} // namespace api
