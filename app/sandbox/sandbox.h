#pragma once

#include "app/limits/plan.h"
#include "app/sandbox/account.h"
#include "app/sandbox/answer.h"
#include "app/sandbox/authorization.h"
#include "app/sandbox/batchrun.h"
#include "app/sandbox/catalogue.h"
#include "app/sandbox/httpserver.h"
#include "app/sandbox/ratelimiter.h"
#include "app/sandbox/routes.h"
#include "app/sandbox/statefile.h"
#include "app/support/clock.h"
#include "app/support/expected.h"

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QTimeZone>
#include <QUrl>

#include <optional>
#include <vector>

namespace sandbox {

/// What a test or a benchmark may want otherwise.
struct Options
{
    Catalogue catalogue = Catalogue::standard();
    bool limitsRate = true; ///< whether many requests in a short time are refused
    /// Whether one can sign in to it by OAuth, and how that goes.
    std::optional<AuthorizationOptions> authorization{};
    QByteArray token{}; ///< that opens it; empty: a random one
};

/// A HubSpot account of one's own to try things with: its association limits answer over HTTP on
/// 127.0.0.1, at a random port and to a random token, with HubSpot's rules, shapes and errors. The
/// limits are kept in a file from one start to the next.
///
/// What can be met in it on purpose: writes and reads of Payments (0-101) miss a scope (403),
/// Courses (0-410) are not activated (404), more than 190 requests in ten seconds are too many
/// (429).
class Sandbox : public QObject
{
    Q_OBJECT
public:
    /// The clock must outlive the sandbox. No file is touched before start().
    Sandbox(const QString &stateFile, const support::Clock &clock, Options options = {},
            QObject *parent = nullptr);
    ~Sandbox() override;

    /// Reads the state and begins to listen; to be called once. A state file that cannot be read is
    /// set aside and the initial state used. The error is the system's, in words.
    [[nodiscard]] support::Expected<support::Done, QString> start();

    /// "http://127.0.0.1:40123"; empty before start().
    [[nodiscard]] QUrl baseUrl() const;
    /// New with each sandbox, unless the options named one.
    [[nodiscard]] QByteArray token() const { return m_token; }
    /// Its authorization server; null unless the options asked for one.
    [[nodiscard]] Authorization *authorization()
    {
        return m_authorization ? &*m_authorization : nullptr;
    }
    /// Where start() put a state file it could not read; empty where there was none.
    [[nodiscard]] QString setAsidePath() const { return m_setAsidePath; }

    /// Back to the limits of a new sandbox, in the file as well; on an error nothing is changed.
    [[nodiscard]] support::Expected<support::Done, QString> reset();

    /// What a batch request would do, without one: as if somebody else had changed the account. The
    /// limits are in the file when this returns; the error says why they could not be written, and
    /// nothing is changed then.
    [[nodiscard]] support::Expected<BatchOutcome, QString>
    apply(limits::Operation operation, const limits::Pair &pair,
          const std::vector<BatchInput> &inputs);

private:
    void loadState();
    [[nodiscard]] HttpAnswer handle(const HttpRequest &request);
    [[nodiscard]] Answer answer(const HttpRequest &request);
    [[nodiscard]] Answer answerSignIn(const Route &route, const HttpRequest &request,
                                      const QDateTime &arrival);
    /// Why the request has no right to an answer.
    [[nodiscard]] std::optional<Answer> authorizationFailure(const QByteArray &header,
                                                             const QDateTime &arrival) const;
    [[nodiscard]] Answer answerRoute(const Route &route, const HttpRequest &request,
                                     const QDateTime &arrival);
    [[nodiscard]] Answer answerPair(const Route &route, const limits::Pair &pair,
                                    const HttpRequest &request, const QDateTime &arrival);
    [[nodiscard]] Answer answerBatch(limits::Operation operation, const limits::Pair &pair,
                                     const HttpRequest &request, const QDateTime &arrival);
    [[nodiscard]] support::Expected<limits::Pair, Answer> resolve(const Route &route,
                                                                  bool writes) const;

    const support::Clock &m_clock;
    const StateFile m_file;
    const QByteArray m_token;
    const QTimeZone m_zone;
    const Catalogue m_catalogue;
    const bool m_limitsRate;
    std::optional<Authorization> m_authorization;
    Account m_account;
    RateLimiter m_rate;
    QString m_setAsidePath;
    HttpServer m_server;
};

} // namespace sandbox
