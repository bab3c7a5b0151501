#include "app/sandbox/routes.h"

#include <QUrl>

namespace sandbox {

using namespace Qt::StringLiterals;

namespace {

struct Pattern
{
    HttpMethod method;
    QLatin1StringView path;
    Endpoint endpoint;
};

// "*" is the version, "<" the source and ">" the target object type.
constexpr Pattern patterns[] = {
    {HttpMethod::Post, "crm/associations/*/definitions/configurations/</>/batch/create"_L1,
     Endpoint::CreateLimits},
    {HttpMethod::Post, "crm/associations/*/definitions/configurations/</>/batch/update"_L1,
     Endpoint::UpdateLimits},
    {HttpMethod::Post, "crm/associations/*/definitions/configurations/</>/batch/purge"_L1,
     Endpoint::PurgeLimits},
    {HttpMethod::Get, "crm/associations/*/definitions/configurations/all"_L1, Endpoint::AllLimits},
    {HttpMethod::Get, "crm/associations/*/definitions/configurations/</>"_L1,
     Endpoint::LimitsOfPair},
    {HttpMethod::Get, "crm/associations/*/</>/labels"_L1, Endpoint::Labels},
    {HttpMethod::Get, "crm-object-schemas/*/schemas"_L1, Endpoint::Schemas},
    {HttpMethod::Get, "crm/object-library/*/enablement"_L1, Endpoint::Enablement},
    {HttpMethod::Get, "crm/limits/*/associations/records/</>"_L1, Endpoint::RecordsNearLimit},
    {HttpMethod::Get, "account-info/*/details"_L1, Endpoint::AccountDetails},
    {HttpMethod::Get, "oauth/authorize"_L1, Endpoint::Authorize},
    {HttpMethod::Post, "oauth/*/token"_L1, Endpoint::Token},
};

bool matches(QLatin1StringView pattern, const QStringList &segments, Route &route)
{
    qsizetype index = 0;
    for (const QLatin1StringView expected : pattern.tokenize('/'_L1)) {
        if (index >= segments.size()) {
            return false;
        }
        const QString &segment = segments[index++];
        if (expected == "<"_L1) {
            route.from = segment;
        } else if (expected == ">"_L1) {
            route.to = segment;
        } else if (segment != (expected == "*"_L1 ? apiVersion : expected)) {
            return false;
        }
    }
    return index == segments.size();
}

} // namespace

Route findRoute(HttpMethod method, const QByteArray &encodedPath)
{
    QStringList segments;
    for (const QByteArray &segment : encodedPath.mid(1).split('/')) {
        segments.append(QUrl::fromPercentEncoding(segment));
    }
    Route wrongMethod;
    for (const Pattern &pattern : patterns) {
        Route route;
        if (!matches(pattern.path, segments, route)) {
            continue;
        }
        route.endpoint = pattern.endpoint;
        if (pattern.method == method) {
            route.outcome = Route::Outcome::Found;
            return route;
        }
        wrongMethod = route;
        wrongMethod.outcome = Route::Outcome::WrongMethod;
    }
    return wrongMethod;
}

} // namespace sandbox
