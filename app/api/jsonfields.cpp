#include "app/api/jsonfields.h"

#include <QJsonDocument>

namespace api {

using namespace Qt::StringLiterals;

void Problems::add(const QString &path, QLatin1StringView what)
{
    if (m_count++ < kept) {
        m_first.append(path + ": "_L1 + what);
    }
}

void Problems::moveInto(Error &error)
{
    error.problems = std::move(m_first);
    error.problemCount = m_count;
}

Fields::Fields(QJsonObject object, Problems &problems, QString path)
    : m_object(std::move(object))
    , m_problems(&problems)
    , m_path(path.isEmpty() ? QString() : std::move(path) + u'.')
{
}

std::optional<QString> Fields::text(QLatin1StringView key) const
{
    const std::optional<QJsonValue> value = present(key);
    if (!value) {
        return std::nullopt;
    }
    if (!value->isString()) {
        wrong(key, notText);
    }
    return value->toString();
}

QString Fields::requiredText(QLatin1StringView key) const
{
    require(key);
    return text(key).value_or(QString());
}

std::optional<bool> Fields::boolean(QLatin1StringView key) const
{
    const std::optional<QJsonValue> value = present(key);
    if (!value) {
        return std::nullopt;
    }
    if (!value->isBool()) {
        wrong(key, notBoolean);
    }
    return value->toBool();
}

QJsonArray Fields::list(QLatin1StringView key) const
{
    const std::optional<QJsonValue> value = present(key);
    if (value && !value->isArray()) {
        wrong(key, notAList);
    }
    return value ? value->toArray() : QJsonArray();
}

QJsonArray Fields::requiredList(QLatin1StringView key) const
{
    require(key);
    return list(key);
}

Fields Fields::within(QLatin1StringView key) const
{
    const std::optional<QJsonValue> value = present(key);
    if (value && !value->isObject()) {
        wrong(key, notAnObject);
    }
    return {value ? value->toObject() : QJsonObject(), *m_problems, m_path + key};
}

Fields Fields::requiredWithin(QLatin1StringView key) const
{
    require(key);
    return within(key);
}

std::vector<Fields> Fields::each(QLatin1StringView key) const
{
    return objectsOf(key, list(key));
}

std::vector<Fields> Fields::requiredEach(QLatin1StringView key) const
{
    return objectsOf(key, requiredList(key));
}

void Fields::wrong(const QString &key, QLatin1StringView what) const
{
    m_problems->add(m_path + key, what);
}

std::optional<QJsonValue> Fields::present(QLatin1StringView key) const
{
    const QJsonValue value = m_object.value(key);
    return value.isUndefined() || value.isNull() ? std::nullopt : std::optional(value);
}

void Fields::require(QLatin1StringView key) const
{
    if (!present(key)) {
        wrong(key, missing);
    }
}

std::vector<Fields> Fields::objectsOf(QLatin1StringView key, const QJsonArray &array) const
{
    std::vector<Fields> objects;
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QString path = m_path + u"%1[%2]"_s.arg(key).arg(i);
        if (array.at(i).isObject()) {
            objects.emplace_back(array.at(i).toObject(), *m_problems, path);
        } else {
            m_problems->add(path, notAnObject);
        }
    }
    return objects;
}

QString textOf(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        return {};
    case QJsonValue::String:
        return value.toString();
    case QJsonValue::Object:
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    case QJsonValue::Array:
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    case QJsonValue::Bool:
    case QJsonValue::Double:
        return value.toVariant().toString();
    }
    Q_UNREACHABLE();
}

Context contextOf(const QJsonValue &value)
{
    Context context;
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        QStringList values;
        if (it.value().isArray()) {
            const QJsonArray array = it.value().toArray();
            for (const QJsonValue &element : array) {
                values.append(textOf(element));
            }
        } else {
            values.append(textOf(it.value()));
        }
        context.emplace_back(it.key(), values);
    }
    return context;
}

namespace {

QString subCategoryOf(const QJsonValue &value)
{
    // In a 207 it is documented as an object, and is an empty one.
    return value.isObject() && value.toObject().isEmpty() ? QString() : textOf(value);
}

ErrorDetail detailOf(const QJsonObject &object)
{
    ErrorDetail detail;
    detail.message = textOf(object.value("message"_L1));
    detail.code = textOf(object.value("code"_L1));
    if (detail.code.isEmpty()) {
        detail.code = textOf(object.value("category"_L1));
    }
    detail.in = textOf(object.value("in"_L1));
    detail.subCategory = subCategoryOf(object.value("subCategory"_L1));
    detail.context = contextOf(object.value("context"_L1));
    return detail;
}

} // namespace

std::vector<ErrorDetail> detailsOf(const QJsonValue &value)
{
    std::vector<ErrorDetail> details;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &element : array) {
        if (!element.isObject()) {
            details.push_back({});
            details.back().message = textOf(element);
            continue;
        }
        const QJsonObject object = element.toObject();
        details.push_back(detailOf(object));
        const QJsonArray inner = object.value("errors"_L1).toArray();
        for (const QJsonValue &within : inner) {
            details.push_back(detailOf(within.toObject()));
            if (!within.isObject()) {
                details.back().message = textOf(within);
            }
        }
    }
    return details;
}

} // namespace api
