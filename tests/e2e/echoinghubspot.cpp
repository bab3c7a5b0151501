#include "tests/e2e/echoinghubspot.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QUrlQuery>

#include <algorithm>

namespace tests {

using namespace Qt::StringLiterals;
using support::Done;
using support::Expected;

namespace {

constexpr QByteArrayView tokenEndpoint = "/token";

bool isSignIn(const ReceivedRequest &request)
{
    return request.target().endsWith(tokenEndpoint);
}

QByteArray tokenOf(const ReceivedRequest &request)
{
    const QByteArray header = request.header("authorization");
    return header.startsWith("Bearer ") ? header.sliced(7) : QByteArray();
}

/// In all the ways a server may write it.
QByteArray echo(const QByteArray &token)
{
    QByteArray inJson = token;
    inJson.replace('/', "\\/");
    return "Bearer " + token + " (" + token.toPercentEncoding() + ", " + inJson +
           ") is what was sent";
}

QByteArray failureBody(const QByteArray &token, const QByteArray &category)
{
    return R"({"status":"error","message":")" + echo(token) +
           R"(","correlationId":"5f2c1b1e-8f0a-4d5c-9a51-3f2f1f0e6a77","category":")" + category +
           R"(","context":{"authorization":[")" + token + R"("]},"links":{"token":"https://)" +
           "127.0.0.1/?hapikey=" + token.toPercentEncoding() + R"("}})";
}

QByteArray failure(int status, const QByteArray &token, const QByteArray &category,
                   const Headers &headers = {})
{
    return script::message(status, headers, failureBody(token, category));
}

/// The message with one header more.
QByteArray withHeader(QByteArray message, const QByteArray &name, const QByteArray &value)
{
    const qsizetype end = message.indexOf("\r\n");
    return message.startsWith("HTTP/") && end > 0
               ? message.insert(end + 2, name + ": " + value + "\r\n")
               : message;
}

QUrlQuery formOf(QByteArray body)
{
    return QUrlQuery(QString::fromUtf8(body.replace('+', "%20")));
}

QByteArray valueOf(const QUrlQuery &form, const QString &field)
{
    return form.queryItemValue(field, QUrl::FullyDecoded).toUtf8();
}

} // namespace

EchoingHubSpot::EchoingHubSpot(const QByteArray &token, const sandbox::AuthorizationOptions &app)
    : m_sandbox(m_folder.filePath(u"account.json"_s), m_clock,
                {.limitsRate = false, .authorization = app, .token = token})
{
}

Expected<Done, QString> EchoingHubSpot::start()
{
    auto started = m_sandbox.start();
    if (started) {
        m_proxy = std::make_unique<FaultProxy>(
            m_sandbox.baseUrl(),
            [this](const ReceivedRequest &request) { return ruleFor(request); });
    }
    return started;
}

Fault EchoingHubSpot::ruleFor(const ReceivedRequest &request)
{
    if (isSignIn(request)) {
        ++m_signIns;
        return signIn(request);
    }
    const QByteArray token = tokenOf(request);
    Fault fault;
    if (request.method() == "POST" && m_weather) {
        fault = std::exchange(m_weather, nullptr)(token);
    } else if (request.target().contains("account-info")) {
        fault = fault::rewritten(
            200, [](QByteArray body) { return body.replace("\"SANDBOX\"", "\"STANDARD\""); });
    }
    if (!token.isEmpty()) {
        fault.answer = [token, before = fault.answer](const QByteArray &message) {
            const QByteArray answer = message.startsWith("HTTP/1.1 401")
                                          ? failure(401, token, "INVALID_AUTHENTICATION")
                                      : before ? before(message)
                                               : message;
            return withHeader(answer, "X-Echo", echo(token));
        };
    }
    return fault;
}

Fault EchoingHubSpot::signIn(const ReceivedRequest &request)
{
    if (std::exchange(m_refusesSignIn, false)) {
        const QByteArray secret = valueOf(formOf(request.body), u"client_secret"_s);
        const QByteArray words = "client_secret " + secret + " of " + request.body + " is wrong";
        return fault::instead(
            script::message(400, {{"X-Echo", words}},
                            R"({"error":"invalid_client","error_description":")" + words +
                                R"(","status":"BAD_CLIENT_SECRET","message":")" + words + R"("})"));
    }
    return {.answer = [this](const QByteArray &message) {
        m_tokenAnswers.push_back(message.sliced(message.indexOf("\r\n\r\n") + 4));
        return message;
    }};
}

bool EchoingHubSpot::hasReceived(const QByteArray &secret) const
{
    const std::vector<ReceivedRequest> &all = m_proxy->requests();
    return std::ranges::any_of(all, [&secret](const ReceivedRequest &request) {
        return request.bytes.contains(secret) || request.bytes.contains(secret.toPercentEncoding());
    });
}

qsizetype EchoingHubSpot::countWith(const QByteArray &token) const
{
    return std::ranges::count(m_proxy->requests(), token, &tokenOf);
}

std::vector<QByteArray> EchoingHubSpot::asked(const QString &field) const
{
    std::vector<QByteArray> values;
    for (const ReceivedRequest &request : m_proxy->requests()) {
        const QUrlQuery form = formOf(isSignIn(request) ? request.body : QByteArray());
        if (form.hasQueryItem(field)) {
            values.push_back(valueOf(form, field));
        }
    }
    return values;
}

std::vector<QByteArray> EchoingHubSpot::given(const QString &field) const
{
    std::vector<QByteArray> values;
    for (const QByteArray &answer : m_tokenAnswers) {
        values.push_back(QJsonDocument::fromJson(answer).object().value(field).toString().toUtf8());
    }
    return values;
}

namespace weather {

using Weather = EchoingHubSpot::Weather;

Weather refused(int status, const QByteArray &category)
{
    return [status, category](const QByteArray &token) {
        return fault::instead(failure(status, token, category));
    };
}

Weather tooMany()
{
    return [](const QByteArray &token) {
        return fault::instead(failure(429, token, "RATE_LIMITS", {{"Retry-After", "1"}}));
    };
}

Weather oneRefused()
{
    return [](const QByteArray &token) {
        const QByteArray done =
            R"({"status":"COMPLETE","requestedAt":"2026-11-03T14:02:00.000Z",)"
            R"("startedAt":"2026-11-03T14:02:00.010Z","completedAt":"2026-11-03T14:02:00.020Z",)"
            R"("results":[{"typeId":279,"category":"HUBSPOT_DEFINED"}]})";
        return fault::instead(
            script::message(207, {}, fault::failing(0, QString::fromUtf8(echo(token)))(done)));
    };
}

Weather answerLost()
{
    return [](const QByteArray &) { return fault::answerLost(); };
}

Weather answerCut()
{
    return [](const QByteArray &token) {
        const QByteArray answer = failure(400, token, "VALIDATION_ERROR");
        Fault fault = fault::instead(answer.first(answer.indexOf(token) + token.size() * 2 / 3));
        fault.ending = Fault::Ending::Close;
        return fault;
    };
}

Weather page()
{
    return [](const QByteArray &token) {
        return fault::instead(script::message(502, {{"Content-Type", "text/html"}},
                                              "<html><title>" + echo(token) + "</title></html>"));
    };
}

Weather garbage()
{
    return [](const QByteArray &token) {
        Fault fault = fault::instead("\x01\xff " + token + " no HTTP\r\n\r\n");
        fault.ending = Fault::Ending::Close;
        return fault;
    };
}

Weather silence()
{
    return [](const QByteArray &) { return fault::dropped(Fault::Ending::KeepOpen); };
}

} // namespace weather

} // namespace tests
