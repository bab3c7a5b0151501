#pragma once

#include "app/sandbox/sandbox.h"
#include "app/support/clock.h"
#include "tests/support/faultproxy.h"

#include <QByteArray>
#include <QString>
#include <QTemporaryDir>
#include <QUrl>

#include <functional>
#include <memory>
#include <utility>
#include <vector>

namespace tests {

/// A HubSpot account at an address of this computer that gives away whatever it was sent: every
/// answer to a request with a token has that in a header, and failures have it in their bodies. It
/// says that it is a production account. One can sign in to it by OAuth.
class EchoingHubSpot
{
public:
    /// What becomes of one request, whose token is given.
    using Weather = std::function<Fault(const QByteArray &token)>;

    EchoingHubSpot(const QByteArray &token, const sandbox::AuthorizationOptions &app);

    [[nodiscard]] support::Expected<support::Done, QString> start();
    [[nodiscard]] QUrl url() const { return m_proxy->url(); }

    /// For the next request that writes; after that all is well.
    void meetNextWriteWith(Weather weather) { m_weather = std::move(weather); }
    /// How many writes came.
    [[nodiscard]] qsizetype writeCount() const { return m_proxy->count("POST") - m_signIns; }
    /// The next exchange of a code for tokens is refused, with the words of the request.
    void refuseSignIn() { m_refusesSignIn = true; }

    /// Whether it was sent these bytes, as they are, in a form or in a basic authentication.
    [[nodiscard]] bool hasReceived(const QByteArray &secret) const;
    /// How many requests came with this token.
    [[nodiscard]] qsizetype countWith(const QByteArray &token) const;

    /// The values of a field that the exchanges of codes had ("code_verifier"), or that the answers
    /// to them had ("access_token"), in their order.
    [[nodiscard]] std::vector<QByteArray> asked(const QString &field) const;
    [[nodiscard]] std::vector<QByteArray> given(const QString &field) const;

private:
    [[nodiscard]] Fault ruleFor(const ReceivedRequest &request);
    [[nodiscard]] Fault signIn(const ReceivedRequest &request);

    support::SystemClock m_clock;
    QTemporaryDir m_folder;
    sandbox::Sandbox m_sandbox;
    std::unique_ptr<FaultProxy> m_proxy;
    Weather m_weather; ///< empty: fair
    bool m_refusesSignIn = false;
    qsizetype m_signIns = 0;
    std::vector<QByteArray> m_tokenAnswers; ///< the bodies
};

/// What may become of a write. Each gives the token away where it says anything.
namespace weather {

/// Refused as a whole, for a reason HubSpot calls so ("MISSING_SCOPES").
[[nodiscard]] EchoingHubSpot::Weather refused(int status, const QByteArray &category);
/// Asked to wait for a second.
[[nodiscard]] EchoingHubSpot::Weather tooMany();
/// The one limit of the batch, that of contacts and companies without a label, is refused.
[[nodiscard]] EchoingHubSpot::Weather oneRefused();
/// Done, and the connection is lost.
[[nodiscard]] EchoingHubSpot::Weather answerLost();
/// Lost in the middle of an answer, and of the token in it.
[[nodiscard]] EchoingHubSpot::Weather answerCut();
/// A page of HTML.
[[nodiscard]] EchoingHubSpot::Weather page();
/// No HTTP.
[[nodiscard]] EchoingHubSpot::Weather garbage();
/// Not done, and never answered.
[[nodiscard]] EchoingHubSpot::Weather silence();

} // namespace weather

} // namespace tests
