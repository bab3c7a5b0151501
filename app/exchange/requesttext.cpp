#include "app/exchange/requesttext.h"

#include "app/api/batch.h"
#include "app/api/jsontext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QStringList>

#include <algorithm>
#include <iterator>

namespace exchange {

using namespace Qt::StringLiterals;

namespace {

QByteArray jsonString(const QByteArray &text)
{
    const QByteArray array =
        QJsonDocument(QJsonArray{QString::fromUtf8(text)}).toJson(QJsonDocument::Compact);
    return array.sliced(1, array.size() - 2);
}

/// Inside single quotes a POSIX shell takes everything as it is, up to the next one.
QString quoted(QString text)
{
    return u'\'' + text.replace(u'\'', u"'\\''"_s) + u'\'';
}

QString curlCommand(const QUrl &baseUrl, const api::Request &request)
{
    // --data-raw, since --data takes a body that begins with @ for a file's name; --globoff, since
    // curl takes brackets and braces in an address for a pattern.
    QString command = u"curl --globoff --request %1"_s.arg(QLatin1StringView(request.method));
    command += " \\\n  --url "_L1 + quoted(baseUrl.toString(QUrl::FullyEncoded | QUrl::RemovePath) +
                                           QString::fromUtf8(request.path));
    command += " \\\n  --header \"Authorization: Bearer $HUBSPOT_ACCESS_TOKEN\""_L1;
    if (!request.body.isEmpty()) {
        command += " \\\n  --header 'Content-Type: application/json'"_L1;
        command += " \\\n  --data-raw "_L1 + quoted(QString::fromUtf8(request.body));
    }
    return command;
}

} // namespace

std::vector<api::Request> requestsOf(const limits::Plan &plan)
{
    std::vector<api::Request> requests;
    requests.reserve(plan.requests.size());
    std::ranges::transform(plan.requests, std::back_inserter(requests), &api::encode);
    return requests;
}

QString plainText(const std::vector<api::Request> &requests)
{
    QStringList texts;
    for (const api::Request &request : requests) {
        texts.append(QString::fromUtf8(request.method + ' ' + request.path) + "\n\n"_L1 +
                     api::indentedJson(request.body));
    }
    return texts.join("\n\n"_L1);
}

QString jsonText(const std::vector<api::Request> &requests)
{
    QByteArray json = "[";
    for (const api::Request &request : requests) {
        json += json.size() > 1 ? "," : "";
        json += "{\"method\":" + jsonString(request.method) +
                ",\"path\":" + jsonString(request.path) +
                ",\"body\":" + (request.body.isEmpty() ? "null" : request.body) + '}';
    }
    return api::indentedJson(json + ']');
}

QString curlText(const QUrl &baseUrl, const std::vector<api::Request> &requests)
{
    QStringList commands;
    for (const api::Request &request : requests) {
        commands.append(curlCommand(baseUrl, request));
    }
    return commands.isEmpty() ? QString() : commands.join("\n\n"_L1) + u'\n';
}

} // namespace exchange
