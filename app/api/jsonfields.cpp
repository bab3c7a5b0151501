#include "app/api/jsonfields.h"

#include <QJsonArray>
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
