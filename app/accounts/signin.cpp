#include "app/accounts/signin.h"

#include "app/accounts/redirectlistener.h"
#include "app/accounts/tokenexchange.h"

#include <QRandomGenerator>
#include <QUrlQuery>

#include <array>
#include <iterator>

namespace accounts {

using namespace Qt::StringLiterals;
using support::Expected;
using support::Unexpected;

namespace {

/// 256 bits.
QByteArray randomState()
{
    std::array<quint32, 8> words{};
    QRandomGenerator::system()->fillRange(words.data(), static_cast<qsizetype>(words.size()));
    const QByteArrayView bytes(reinterpret_cast<const char *>(words.data()), sizeof words);
    return bytes.toByteArray().toHex();
}

QStringList valuesOf(const QUrlQuery &query, const QString &name)
{
    return query.allQueryItemValues(name, QUrl::FullyDecoded);
}

/// What the answer says of a refusal; a form's "+" is a space.
QString refusalOf(const QUrlQuery &query)
{
    for (const QString &name : {u"error_description"_s, u"error"_s}) {
        QString words = query.queryItemValue(name, QUrl::FullyEncoded).replace(u'+', u' ');
        words = QUrl::fromPercentEncoding(words.toUtf8()).simplified().left(500);
        if (!words.isEmpty()) {
            return words;
        }
    }
    return {};
}

} // namespace

QStringList SignIn::redirectUris()
{
    QStringList addresses;
    for (const quint16 port : ports) {
        addresses += RedirectListener::addressFor(port);
    }
    return addresses;
}

SignIn::SignIn(OAuthApp app, OAuthAddresses addresses, const support::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_addresses(addresses)
    , m_state(randomState())
    , m_listener(std::make_unique<RedirectListener>(
          [this](const QUrlQuery &query) { return judge(query); }))
    , m_exchange(std::make_unique<TokenExchange>(std::move(app), std::move(addresses), clock))
    , m_ports(std::begin(ports), std::end(ports))
{
    m_waiting.setSingleShot(true);
    connect(&m_waiting, &QTimer::timeout, this, [this] { fail(SignInError::TimedOut); });
    connect(m_exchange.get(), &TokenExchange::succeeded, this,
            [this](const OAuthTokens &tokens) { settle(tokens); });
    connect(m_exchange.get(), &TokenExchange::failed, this,
            [this](const SignInFailure &failure) { settle(Unexpected{failure}); });
}

SignIn::~SignIn() = default;

void SignIn::setRoute(const api::Route &route)
{
    m_exchange->setRoute(route);
}

void SignIn::setTimeout(std::chrono::milliseconds timeout)
{
    m_exchange->setTimeout(timeout);
}

QString SignIn::redirectUri() const
{
    return m_listener->address();
}

void SignIn::start()
{
    if (m_outcome) {
        return; // cancelled already
    }
    // Before anybody is sent to the browser for nothing.
    if (!TokenExchange::isSafe(m_addresses.authorize) ||
        !TokenExchange::isSafe(m_addresses.token)) {
        fail(SignInError::NotReached, TokenExchange::unsafeWords());
        return;
    }
    if (const auto listens = m_listener->listen(m_ports); !listens) {
        fail(SignInError::NoListener, listens.error());
        return;
    }
    m_waiting.start(m_patience);
    Q_EMIT browserNeeded(m_exchange->authorizationAddress(redirectUri(), m_state));
}

void SignIn::cancel()
{
    fail(SignInError::Cancelled);
}

QString SignIn::judge(const QUrlQuery &query)
{
    const QStringList states = valuesOf(query, u"state"_s);
    const bool isOurs = states == QStringList{QString::fromLatin1(m_state)};
    const bool isError = query.hasQueryItem(u"error"_s);
    // Of a refusal OAuth wants the state repeated as well; one without any does no harm.
    if (!isOurs && !(isError && states.isEmpty())) {
        fail(SignInError::WrongState);
        return tr("This answer does not belong to the sign-in that Association Limits waited for. "
                  "You can close this page and try again in Association Limits.");
    }
    const QStringList codes = valuesOf(query, u"code"_s);
    if (isError || codes.size() != 1 || codes.constFirst().isEmpty()) {
        fail(SignInError::Denied, refusalOf(query));
        return tr("HubSpot did not give access. You can close this page and go back to Association "
                  "Limits.");
    }
    m_waiting.stop();
    m_listener->close();
    m_exchange->exchange(codes.constFirst());
    return tr("HubSpot has answered. You can close this page and go back to Association Limits.");
}

void SignIn::fail(SignInError error, const QString &words)
{
    settle(Unexpected{SignInFailure{error, words}});
}

void SignIn::settle(Expected<OAuthTokens, SignInFailure> outcome)
{
    if (m_outcome) {
        return;
    }
    m_outcome = std::move(outcome);
    m_waiting.stop();
    m_listener->close();
    m_exchange->stop();
    // In a turn of its own, so that whoever deletes this then does not do so within start(),
    // cancel() or the listener.
    QMetaObject::invokeMethod(this, &SignIn::announce, Qt::QueuedConnection);
}

void SignIn::announce()
{
    if (*m_outcome) {
        Q_EMIT succeeded(**m_outcome);
    } else {
        Q_EMIT failed(m_outcome->error());
    }
}

} // namespace accounts
