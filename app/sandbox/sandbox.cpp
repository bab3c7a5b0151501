#include "app/sandbox/sandbox.h"

#include "app/sandbox/answers.h"
#include "app/sandbox/batchinput.h"
#include "app/sandbox/batchrun.h"
#include "app/sandbox/failures.h"
#include "app/sandbox/randomtoken.h"
#include "app/support/logging.h"

#include <QJsonDocument>
#include <QUuid>

namespace sandbox {

using namespace Qt::StringLiterals;
using limits::Operation;
using support::Done;
using support::Expected;
using support::Unexpected;

namespace {

QTimeZone accountZone()
{
    const QTimeZone zone("Europe/Dublin");
    return zone.isValid() ? zone : QTimeZone::utc(); // a system may lack the zones
}

/// Empty where there is none.
QByteArray bearerOf(const QByteArray &header)
{
    constexpr QByteArrayView scheme("Bearer ");
    return header.left(scheme.size()).compare(scheme, Qt::CaseInsensitive) == 0
               ? header.mid(scheme.size()).trimmed()
               : QByteArray();
}

bool isJson(const QByteArray &contentType)
{
    return contentType.split(';').constFirst().trimmed().toLower() == "application/json";
}

std::optional<Operation> operationOf(Endpoint endpoint)
{
    switch (endpoint) {
    case Endpoint::CreateLimits:
        return Operation::Create;
    case Endpoint::UpdateLimits:
        return Operation::Update;
    case Endpoint::PurgeLimits:
        return Operation::Purge;
    case Endpoint::LimitsOfPair:
    case Endpoint::AllLimits:
    case Endpoint::Labels:
    case Endpoint::Schemas:
    case Endpoint::Enablement:
    case Endpoint::RecordsNearLimit:
    case Endpoint::AccountDetails:
    case Endpoint::Authorize:
    case Endpoint::Token:
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

} // namespace

Sandbox::Sandbox(const QString &stateFile, const support::Clock &clock, Options options,
                 QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_file(stateFile)
    , m_token(options.token.isEmpty() ? randomToken("sandbox-") : options.token)
    , m_zone(accountZone())
    , m_catalogue(std::move(options.catalogue))
    , m_limitsRate(options.limitsRate)
    , m_authorization(std::move(options.authorization))
    , m_account(Account::initial(m_catalogue))
    , m_rate(m_zone)
    , m_server([this](const HttpRequest &request) { return handle(request); })
{
}

Sandbox::~Sandbox() = default;

Expected<Done, QString> Sandbox::start()
{
    loadState();
    return m_server.listen();
}

void Sandbox::loadState()
{
    const auto stored = m_file.load();
    if (stored && !*stored) {
        return;
    }
    QString problem = stored ? QString() : stored.error();
    if (stored) {
        auto account = Account::restored(m_catalogue, **stored);
        if (account) {
            m_account = *std::move(account);
            return;
        }
        problem = account.error();
    }
    qCWarning(support::lcSandbox).noquote()
        << "The state of the sandbox cannot be read:" << problem;
    const auto aside = m_file.setAside(m_clock.now());
    if (aside) {
        m_setAsidePath = *aside;
    } else {
        qCWarning(support::lcSandbox).noquote()
            << "It cannot be set aside either:" << aside.error();
    }
}

QUrl Sandbox::baseUrl() const
{
    return m_server.port() == 0 ? QUrl() : QUrl(u"http://127.0.0.1:%1"_s.arg(m_server.port()));
}

Expected<Done, QString> Sandbox::reset()
{
    Account initial = Account::initial(m_catalogue);
    auto saved = m_file.save(initial.table());
    if (saved) {
        m_account = std::move(initial);
    }
    return saved;
}

Expected<BatchOutcome, QString> Sandbox::apply(Operation operation, const limits::Pair &pair,
                                               const std::vector<BatchInput> &inputs)
{
    Account changed = m_account;
    BatchOutcome outcome = runBatch(changed, operation, pair, inputs);
    // Once for a request, and only for one that changes something: the file is synchronised to the
    // disk each time.
    if (changed.table() != m_account.table()) {
        if (const auto saved = m_file.save(changed.table()); !saved) {
            return Unexpected{saved.error()};
        }
        m_account = std::move(changed);
    }
    return outcome;
}

HttpAnswer Sandbox::handle(const HttpRequest &request)
{
    Answer said = answer(request);
    const QString correlationId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    HttpAnswer http;
    http.status = said.status;
    http.headers = {
        {"x-hubspot-correlation-id", correlationId.toLatin1()},
        {"X-HubSpot-RateLimit-Max", QByteArray::number(RateLimiter::requestsPerInterval)},
        {"X-HubSpot-RateLimit-Remaining", QByteArray::number(m_rate.remaining())},
        {"X-HubSpot-RateLimit-Interval-Milliseconds",
         QByteArray::number(RateLimiter::intervalMilliseconds)},
        {"X-HubSpot-RateLimit-Daily", QByteArray::number(RateLimiter::requestsPerDay)},
        {"X-HubSpot-RateLimit-Daily-Remaining", QByteArray::number(m_rate.remainingToday())},
    };
    if (said.status == 204) {
        return http;
    }
    if (!said.location.isEmpty()) {
        http.headers.emplace_back("Location", said.location);
        return http;
    }
    if (!said.html.isEmpty()) {
        http.headers.emplace_back("Content-Type", "text/html;charset=utf-8");
        http.body = said.html;
        return http;
    }
    if (said.status >= 400) {
        said.body.insert(u"correlationId"_s, correlationId);
    }
    http.headers.emplace_back("Content-Type", "application/json;charset=utf-8");
    http.body = QJsonDocument(said.body).toJson(QJsonDocument::Compact);
    return http;
}

Answer Sandbox::answer(const HttpRequest &request)
{
    const QDateTime arrival = m_clock.now();
    const Route route = findRoute(request.method, request.encodedPath);
    const bool signsIn = route.endpoint == Endpoint::Authorize || route.endpoint == Endpoint::Token;
    if (route.outcome == Route::Outcome::UnknownPath || (signsIn && !m_authorization)) {
        return failures::unknownPath();
    }
    if (signsIn) {
        return answerSignIn(route, request, arrival);
    }
    if (const auto failure = authorizationFailure(request.authorization, arrival)) {
        return *failure;
    }
    if (m_limitsRate) {
        const auto verdict = m_rate.admit(arrival);
        if (verdict != RateLimiter::Verdict::Admitted) {
            return failures::rateLimited(verdict);
        }
    }
    if (route.outcome == Route::Outcome::WrongMethod) {
        return failures::wrongMethod();
    }
    return answerRoute(route, request, arrival);
}

Answer Sandbox::answerSignIn(const Route &route, const HttpRequest &request,
                             const QDateTime &arrival)
{
    if (route.outcome == Route::Outcome::WrongMethod) {
        return failures::wrongMethod();
    }
    return route.endpoint == Endpoint::Token ? m_authorization->token(request, arrival)
                                             : m_authorization->authorize(request, arrival);
}

std::optional<Answer> Sandbox::authorizationFailure(const QByteArray &header,
                                                    const QDateTime &arrival) const
{
    using Verdict = Authorization::Verdict;
    const QByteArray bearer = bearerOf(header);
    if (bearer == m_token) {
        return std::nullopt;
    }
    const auto verdict =
        m_authorization ? m_authorization->judge(bearer, arrival) : Verdict::Unknown;
    switch (verdict) {
    case Verdict::Valid:
        return std::nullopt;
    case Verdict::Expired:
        return failures::expired(
            std::chrono::seconds(m_authorization->expiryOf(bearer).secsTo(arrival)));
    case Verdict::Unknown:
        return failures::notAuthenticated();
    }
    Q_UNREACHABLE();
}

Answer Sandbox::answerRoute(const Route &route, const HttpRequest &request,
                            const QDateTime &arrival)
{
    switch (route.endpoint) {
    case Endpoint::AllLimits:
        return answers::limitsSet(m_account.allLimits());
    case Endpoint::Schemas:
        return answers::schemas(m_catalogue);
    case Endpoint::Enablement:
        return answers::enablement(m_catalogue);
    case Endpoint::AccountDetails:
        return answers::accountDetails(m_zone, arrival);
    case Endpoint::CreateLimits:
    case Endpoint::UpdateLimits:
    case Endpoint::PurgeLimits:
    case Endpoint::LimitsOfPair:
    case Endpoint::Labels:
    case Endpoint::RecordsNearLimit:
    case Endpoint::Authorize: // answered before anybody asks for a token
    case Endpoint::Token:
        break;
    }
    const auto pair = resolve(route, operationOf(route.endpoint).has_value());
    return pair ? answerPair(route, *pair, request, arrival) : pair.error();
}

Answer Sandbox::answerPair(const Route &route, const limits::Pair &pair, const HttpRequest &request,
                           const QDateTime &arrival)
{
    if (const auto operation = operationOf(route.endpoint)) {
        return answerBatch(*operation, pair, request, arrival);
    }
    if (route.endpoint == Endpoint::Labels) {
        return answers::labels(pair, m_catalogue.types(pair));
    }
    if (route.endpoint == Endpoint::RecordsNearLimit) {
        // Of the unlabeled type where it has one, since those come first.
        const std::vector<Limit> limits = m_account.limits(pair);
        return answers::recordsNearLimit(
            *m_catalogue.find(pair.from),
            limits.empty() ? std::nullopt : std::optional(limits.front().maxToObjectIds));
    }
    return answers::limitsSet(m_account.limits(pair));
}

Answer Sandbox::answerBatch(Operation operation, const limits::Pair &pair,
                            const HttpRequest &request, const QDateTime &arrival)
{
    if (!isJson(request.contentType)) {
        return failures::wrongContentType();
    }
    const auto inputs = readBatch(request.body, operation);
    if (!inputs) {
        return inputs.error();
    }
    answers::BatchTimes times{arrival, m_clock.now(), {}};
    const auto outcome = apply(operation, pair, *inputs);
    if (!outcome) {
        return failures::notStored(outcome.error());
    }
    times.completedAt = m_clock.now();
    return answers::batch(operation, times, *outcome);
}

Expected<limits::Pair, Answer> Sandbox::resolve(const Route &route, bool writes) const
{
    for (const QString &name : {route.from, route.to}) {
        const CrmObject *object = m_catalogue.find(name);
        if (object == nullptr) {
            return Unexpected{failures::unknownObjectType(name)};
        }
        if (!object->activated) {
            return Unexpected{failures::notActivated(*object)};
        }
        if (!object->missingScope.isEmpty()) {
            return Unexpected{
                failures::missingScope(object->missingScope + (writes ? u".write"_s : u".read"_s))};
        }
    }
    return limits::Pair{m_catalogue.find(route.from)->id, m_catalogue.find(route.to)->id};
}

} // namespace sandbox
