#include "app/limits/draftkeeper.h"

#include <set>
#include <tuple>
#include <utility>

namespace limits {

namespace {

// Long enough not to write at every key, and longer for tables that take longer to write.
std::chrono::milliseconds delay(qsizetype rows)
{
    return std::chrono::milliseconds(200 + rows / 20);
}

using Stored = std::set<std::tuple<Category, qint32, std::optional<qint32>>>;

bool isStored(const Document &document, qsizetype row, const Stored &stored)
{
    const auto category = document.category(row);
    const auto typeId = document.typeId(row);
    return category && typeId && stored.contains({*category, *typeId, document.limit(row)});
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

bool DraftKeeper::open(const QString &accountId, const Pair &pair)
{
    if (m_timer.isActive() && !save()) {
        return false;
    }
    auto rows = m_store.load(accountId, pair);
    m_accountId = accountId;
    m_open = true;
    if (!rows) {
        Q_EMIT failed(rows.error());
        m_document.load(pair, {});
        return true;
    }
    m_document.load(pair, std::move(rows).value());
    return true;
}

void DraftKeeper::settle(const QString &accountId, const Pair &pair,
                         const std::vector<Change> &stored, const QString &text)
{
    const bool isOpen = m_open && accountId == m_accountId && pair == m_document.pair();
    // Elsewhere the same rules apply to a document that nobody looks at.
    Document aside(m_document.types());
    Document &document = isOpen ? m_document : aside;
    if (!isOpen) {
        auto rows = m_store.load(accountId, pair);
        if (!rows) {
            Q_EMIT failed(rows.error());
            return;
        }
        aside.load(pair, std::move(rows).value());
    }
    Stored keys;
    for (const Change &change : stored) {
        keys.emplace(change.category, change.typeId, change.limit);
    }
    std::vector<qsizetype> settled;
    for (qsizetype row = 0; row < document.rowCount(); ++row) {
        if (isStored(document, row, keys)) {
            settled.push_back(row);
        }
    }
    document.remove(std::move(settled), text);
    if (!isOpen) {
        if (const auto saved = m_store.save(accountId, pair, aside.rows()); !saved) {
            Q_EMIT failed(saved.error());
        }
    }
}

bool DraftKeeper::save()
{
    m_timer.stop();
    const auto saved = m_store.save(m_accountId, m_document.pair(), m_document.rows());
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
