#include "app/limits/draftkeeper.h"

#include <algorithm>
#include <utility>

namespace limits {

namespace {

// Long enough not to write at every key, and longer for tables that take longer to write.
std::chrono::milliseconds delay(qsizetype rows)
{
    return std::chrono::milliseconds(200 + rows / 20);
}

} // namespace

DraftKeeper::DraftKeeper(Document &document, DraftStore &store, QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_store(store)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &DraftKeeper::save);
    connect(&document, &Document::edited, this, [this] {
        if (m_open && !m_timer.isActive()) {
            m_timer.start(delay(m_document.rowCount()));
        }
    });
}

DraftKeeper::~DraftKeeper()
{
    if (m_timer.isActive()) {
        save();
    }
}

bool DraftKeeper::open(const QString &accountId, const Pair &pair, bool bothDirections)
{
    if (m_timer.isActive() && !save()) {
        return false;
    }
    m_accountId = accountId;
    m_open = true;
    std::vector<DraftRow> rows = load(pair, Side::There);
    if (bothDirections && pair.from != pair.to) {
        const std::vector<DraftRow> back = load({pair.to, pair.from}, Side::Back);
        rows.insert(rows.end(), back.begin(), back.end());
    }
    m_document.load(pair, std::move(rows), bothDirections);
    return true;
}

std::vector<DraftRow> DraftKeeper::load(const Pair &pair, Side side)
{
    auto rows = m_store.load(m_accountId, pair);
    if (!rows) {
        Q_EMIT failed(rows.error());
        return {};
    }
    for (DraftRow &row : *rows) {
        row.side = side;
    }
    return std::move(rows).value();
}

void DraftKeeper::settle(const QString &accountId, const Pair &pair,
                         const std::vector<Change> &stored, const QString &text)
{
    const std::vector<Pair> pairs = m_document.pairs();
    if (m_open && accountId == m_accountId && std::ranges::find(pairs, pair) != pairs.end()) {
        m_document.settle(pair, stored, text);
        return;
    }
    // Elsewhere the same rules apply to a document that nobody looks at.
    auto rows = m_store.load(accountId, pair);
    if (!rows) {
        Q_EMIT failed(rows.error());
        return;
    }
    Document aside(m_document.types());
    aside.load(pair, std::move(rows).value());
    aside.settle(pair, stored, text);
    if (const auto saved = m_store.save(accountId, pair, aside.drafts()); !saved) {
        Q_EMIT failed(saved.error());
    }
}

void DraftKeeper::drop(const QString &accountId, const std::vector<Edit> &edits,
                       const QString &text)
{
    if (m_open && accountId == m_accountId) {
        m_document.drop(edits, text);
    }
}

void DraftKeeper::acknowledge(const QString &accountId, const Plan &plan)
{
    if (m_open && accountId == m_accountId) {
        m_document.acknowledge(plan);
    }
}

bool DraftKeeper::save()
{
    m_timer.stop();
    auto saved = m_store.save(m_accountId, m_document.pair(), m_document.drafts());
    if (m_document.hasBothDirections()) {
        const auto back =
            m_store.save(m_accountId, m_document.pair(Side::Back), m_document.drafts(Side::Back));
        saved = saved ? back : saved;
    }
    if (!saved) {
        m_failing = true;
        Q_EMIT failed(saved.error());
        // What could not be written is tried again with the next edit, and before it is left.
        m_timer.start(std::chrono::seconds(10));
        return false;
    }
    if (std::exchange(m_failing, false)) {
        Q_EMIT recovered();
    }
    return true;
}

} // namespace limits
