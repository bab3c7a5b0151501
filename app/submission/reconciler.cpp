#include "app/submission/reconciler.h"

#include "app/api/reads.h"
#include "app/support/logging.h"

#include <algorithm>

namespace submission {

using history::Record;

namespace {

constexpr qsizetype mostFailures = 3;

/// Another server would say that nothing was stored. On this computer a server may have another
/// port at each start.
bool isSameServer(const QUrl &one, const QUrl &other)
{
    return one == other || (api::isLoopback(one.host()) && api::isLoopback(other.host()));
}

/// Whether a look at HubSpot may tell more than the record does.
bool isOpen(const Record &record)
{
    if (record.state == Record::State::InFlight) {
        return false;
    }
    std::vector<limits::Pair> seen;
    for (const history::ReadBack &readBack : record.readBacks) {
        if (readBack.attempt.reply && api::decodeConfigurations(*readBack.attempt.reply)) {
            seen.push_back(readBack.pair);
        }
    }
    const auto isSeen = [&seen](const limits::Pair &pair) {
        return std::ranges::find(seen, pair) != seen.end();
    };
    if (std::ranges::all_of(record.exchanges, [&isSeen](const history::Exchange &exchange) {
            return isSeen(exchange.request.pair);
        })) {
        return false; // without decoding the answers, which may be long
    }
    Tally tally;
    tally.update(record);
    std::vector<limits::Pair> pairs = tally.writtenPairs();
    std::erase_if(pairs, isSeen);
    return std::ranges::any_of(pairs, [&record](const limits::Pair &pair) {
        return std::ranges::count(record.readBacks, pair, &history::ReadBack::pair) < mostFailures;
    });
}

} // namespace

Reconciler::Reconciler(api::Transport &transport, api::Gate &gate, api::Reader &reader,
                       const support::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_runner(transport, gate, reader, clock)
{
    connect(&m_runner, &Runner::finished, this, [this](const Record &record) {
        Q_EMIT checked(record);
        next();
    });
}

void Reconciler::setStore(history::Store *store)
{
    m_store = store;
    m_runner.setStore(store);
}

void Reconciler::look(const QString &accountId, const api::Endpoint &endpoint)
{
    if (m_store == nullptr || m_store->isReadOnly() || !endpoint.hasToken() ||
        m_accounts.contains(accountId)) {
        return;
    }
    m_accounts.insert(accountId);
    history::Filter unknown;
    unknown.accountId = accountId;
    unknown.outcome = history::RecordOutcome::Unknown;
    history::Filter any;
    any.accountId = accountId;
    // What was cut short after its last answer has no unknown outcome, and was not read back.
    for (const auto &[filter, limit] : {std::pair(unknown, most), std::pair(any, mostLatest)}) {
        const auto page = m_store->page(filter, std::nullopt, limit);
        if (!page) {
            qCWarning(support::lcSubmission) << "no look at what is open:" << page.error().detail;
            return;
        }
        for (const history::Summary &summary : *page) {
            if (std::ranges::find(m_open, summary.id, &Open::id) == m_open.end()) {
                m_open.push_back({summary.id, endpoint});
            }
        }
    }
    next();
}

bool Reconciler::isChecking(const QUuid &id) const
{
    return m_runner.isRunning() && m_runner.record().id == id;
}

void Reconciler::next()
{
    while (!m_runner.isRunning() && !m_open.empty()) {
        const Open open = m_open.front();
        m_open.pop_front();
        const auto record = m_store->read(open.id);
        if (record && isSameServer(QUrl(record->baseUrl), open.endpoint.baseUrl) &&
            isOpen(*record) && m_runner.check(*record, open.endpoint)) {
            Q_EMIT checking(open.id);
        }
    }
}

} // namespace submission
