#include "app/sandbox/batchinput.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>
#include <limits>
#include <optional>

namespace sandbox {

using namespace Qt::StringLiterals;
using support::Expected;
using support::Unexpected;

namespace {

Answer invalidJson(qsizetype line, qsizetype column, const QString &reason)
{
    return failure(
        400, u"Invalid input JSON on line %1, column %2: %3"_s.arg(line).arg(column).arg(reason));
}

Answer brokenJson(const QByteArray &body, const QJsonParseError &error)
{
    const QByteArrayView before =
        QByteArrayView(body).first(qBound(0, qsizetype(error.offset), body.size()));
    const qsizetype lineStart = before.lastIndexOf('\n') + 1;
    return invalidJson(before.count('\n') + 1, before.size() - lineStart + 1, error.errorString());
}

/// HubSpot was seen to name line 1, column 2, the first member of the body, whichever attribute of
/// whichever input was meant; the path says which.
Answer wrongAttribute(const QString &reason)
{
    return invalidJson(1, 2, reason);
}

Answer validationError(const QString &message)
{
    Answer answer = failure(400, message);
    answer.body.insert(u"category"_s, u"VALIDATION_ERROR"_s);
    answer.body.insert(u"errors"_s,
                       QJsonArray{QJsonObject{{u"message"_s, message}, {u"in"_s, u"inputs"_s}}});
    return answer;
}

std::optional<qint32> int32(const QJsonValue &value)
{
    const double number = value.toDouble(std::numeric_limits<double>::quiet_NaN());
    if (!(number >= std::numeric_limits<qint32>::min()) ||
        !(number <= std::numeric_limits<qint32>::max()) || std::trunc(number) != number) {
        return std::nullopt;
    }
    return static_cast<qint32>(number);
}

Expected<BatchInput, Answer> readInput(const QJsonValue &value, const QString &path, bool withLimit)
{
    if (!value.isObject()) {
        return Unexpected{wrongAttribute(u"Cannot construct an input from %1"_s.arg(path))};
    }
    const QJsonObject object = value.toObject();
    QStringList required{u"category"_s, u"typeId"_s};
    if (withLimit) {
        required.append(u"maxToObjectIds"_s);
    }
    QStringList missing;
    for (const QString &name : std::as_const(required)) {
        if (object.value(name).isNull() || object.value(name).isUndefined()) {
            missing.append(name);
        }
    }
    if (!missing.isEmpty()) {
        return Unexpected{
            wrongAttribute(u"Cannot build %1, some of required attributes are not set [%2]"_s.arg(
                path, missing.join(u", "_s)))};
    }
    const auto category = limits::categoryFromWire(object.value("category"_L1).toString());
    if (!category) {
        return Unexpected{wrongAttribute(
            u"Cannot deserialize %1.category: not one of the values accepted for Enum class: "
            u"[HUBSPOT_DEFINED, INTEGRATOR_DEFINED, USER_DEFINED, WORK]"_s.arg(path))};
    }
    BatchInput input{*category, 0, 0};
    for (const QString &name : required.mid(1)) {
        const auto number = int32(object.value(name));
        if (!number) {
            return Unexpected{wrongAttribute(
                u"Cannot deserialize %1.%2: not a valid `int` value"_s.arg(path, name))};
        }
        (name == "typeId"_L1 ? input.typeId : input.maxToObjectIds) = *number;
    }
    return input;
}

} // namespace

Expected<std::vector<BatchInput>, Answer> readBatch(const QByteArray &body,
                                                    limits::Operation operation)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(body, &error);
    if (error.error != QJsonParseError::NoError) {
        return Unexpected{brokenJson(body, error)};
    }
    const QJsonValue inputs = document.object().value("inputs"_L1);
    if (inputs.isNull() || inputs.isUndefined()) {
        return Unexpected{wrongAttribute(
            u"Cannot build BatchInput, some of required attributes are not set [inputs]"_s)};
    }
    if (!inputs.isArray()) {
        return Unexpected{wrongAttribute(u"Cannot deserialize inputs: not an array"_s)};
    }
    const QJsonArray values = inputs.toArray();
    if (values.isEmpty() || values.size() > mostInputs) {
        return Unexpected{validationError(
            u"The number of inputs must be between 1 and %1, it was %2."_s.arg(mostInputs)
                .arg(values.size()))};
    }
    std::vector<BatchInput> read;
    read.reserve(static_cast<size_t>(values.size()));
    for (qsizetype index = 0; index < values.size(); ++index) {
        const auto input = readInput(values.at(index), u"inputs[%1]"_s.arg(index),
                                     operation != limits::Operation::Purge);
        if (!input) {
            return Unexpected{input.error()};
        }
        read.push_back(*input);
    }
    return read;
}

} // namespace sandbox
