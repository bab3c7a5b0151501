#include "app/history/schema.h"

namespace history {

using namespace Qt::StringLiterals;
using support::Done;
using support::Unexpected;

namespace {

// Marks the file as ours, so that another program's database is never taken for a history.
constexpr int applicationId = 0x416c6869; // "Alhi"

// What later versions need: bodies and exchanges have integer row ids for a full-text index over
// them; the changes of one type ID are found by an index. `search_text` is folded, since SQLite's
// LIKE knows the case of ASCII letters only.
Migration versionOne()
{
    return {
        u"CREATE TABLE submission ("
        "seq INTEGER PRIMARY KEY, "
        "id TEXT NOT NULL UNIQUE, "
        "created_at INTEGER NOT NULL, "
        "account_id TEXT NOT NULL, "
        "account_name TEXT NOT NULL, "
        "base_url TEXT NOT NULL, "
        "from_id TEXT NOT NULL, "
        "to_id TEXT NOT NULL, "
        "from_name TEXT NOT NULL, "
        "to_name TEXT NOT NULL, "
        "search_text TEXT NOT NULL, "
        "instance TEXT NOT NULL, "
        "state TEXT NOT NULL, "
        "stored INTEGER NOT NULL, "
        "stored_differently INTEGER NOT NULL, "
        "failed INTEGER NOT NULL, "
        "missing INTEGER NOT NULL, "
        "unknown INTEGER NOT NULL, "
        "not_sent INTEGER NOT NULL, "
        "pending INTEGER NOT NULL"
        ") STRICT"_s,
        u"CREATE INDEX submission_by_time ON submission (created_at)"_s,
        u"CREATE INDEX submission_in_flight ON submission (instance) WHERE state = 'in_flight'"_s,
        u"CREATE TABLE exchange ("
        "id INTEGER PRIMARY KEY, "
        "submission INTEGER NOT NULL REFERENCES submission (seq) ON DELETE CASCADE, "
        "position INTEGER NOT NULL, "
        "operation TEXT NOT NULL, "
        "from_id TEXT NOT NULL, "
        "to_id TEXT NOT NULL, "
        "method TEXT NOT NULL, "
        "path TEXT NOT NULL, "
        "state TEXT NOT NULL, "
        "sent_at INTEGER, "
        "answered_at INTEGER, "
        "http_status INTEGER, " // NULL: no reply yet; the next five belong to the reply
        "reason BLOB, "
        "headers TEXT, " // [["name","value"],…], each byte as the character of its number
        "failure TEXT, "
        "failure_text TEXT, "
        "response BLOB, "
        "body BLOB NOT NULL, " // long values last: SQLite reads through them to what follows
        "UNIQUE (submission, position)"
        ") STRICT"_s,
        u"CREATE TABLE limit_change ("
        "exchange INTEGER NOT NULL REFERENCES exchange (id) ON DELETE CASCADE, "
        "position INTEGER NOT NULL, "
        "category TEXT NOT NULL, "
        "type_id INTEGER NOT NULL, "
        "asked_limit INTEGER, "
        "label TEXT NOT NULL, "
        "PRIMARY KEY (exchange, position)"
        ") STRICT, WITHOUT ROWID"_s,
        u"CREATE INDEX limit_change_by_type ON limit_change (type_id, category)"_s,
        u"PRAGMA application_id = %1"_s.arg(applicationId),
    };
}

// What was there before, the order of the requests, what was refused before it was taken, and what
// was read afterwards. A record of version one knew none of it.
Migration versionTwo()
{
    const QString attempt = u"sent_at INTEGER NOT NULL, "
                            "answered_at INTEGER, "
                            "http_status INTEGER, " // NULL: no reply
                            "reason BLOB, "
                            "headers TEXT, "
                            "failure TEXT, "
                            "failure_text TEXT, "
                            "response BLOB"_s;
    return {
        u"ALTER TABLE submission ADD COLUMN not_stored INTEGER NOT NULL DEFAULT 0"_s,
        u"ALTER TABLE exchange ADD COLUMN stage INTEGER NOT NULL DEFAULT 0"_s,
        u"ALTER TABLE limit_change ADD COLUMN before_known INTEGER NOT NULL DEFAULT 0"_s,
        u"ALTER TABLE limit_change ADD COLUMN before_limit INTEGER"_s, // NULL, where known: "Many"
        u"CREATE TABLE refused_attempt ("
        "id INTEGER PRIMARY KEY, "
        "exchange INTEGER NOT NULL REFERENCES exchange (id) ON DELETE CASCADE, "
        "position INTEGER NOT NULL, "
        "%1, "
        "UNIQUE (exchange, position)"
        ") STRICT"_s.arg(attempt),
        u"CREATE TABLE read_back ("
        "id INTEGER PRIMARY KEY, "
        "submission INTEGER NOT NULL REFERENCES submission (seq) ON DELETE CASCADE, "
        "from_id TEXT NOT NULL, "
        "to_id TEXT NOT NULL, "
        "path TEXT NOT NULL, "
        "%1"
        ") STRICT"_s.arg(attempt),
        u"CREATE INDEX read_back_of_submission ON read_back (submission)"_s,
    };
}

QStringList revised(const QString &trigger)
{
    // `revision` is in neither trigger's list, so they do not set each other off.
    return {u"CREATE TRIGGER %1 BEGIN "
            "UPDATE store_state SET revision = revision + 1; "
            "UPDATE submission SET revision = (SELECT revision FROM store_state) "
            "WHERE seq = new.seq; END"_s.arg(trigger)};
}

// Everything that is asked of years of records: a text anywhere in them, one account, one outcome,
// one kind, one type; notes, pins and links. `seq` becomes a number that grows with the time of
// creation, see recordrows.h: the list, its dates and the full-text index then have one order.
Migration versionThree()
{
    // Each record's number is the first that is free from its time on: the running maximum of what
    // the times ask for. The detour over negative numbers keeps old and new ones apart.
    const QStringList renumber{
        u"PRAGMA defer_foreign_keys = ON"_s,
        u"CREATE TABLE renumbered (old INTEGER PRIMARY KEY, new INTEGER NOT NULL)"_s,
        u"INSERT INTO renumbered SELECT seq, number + max(created_at / 1000 * 64 - number) "
        "OVER (ORDER BY number ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) FROM "
        "(SELECT seq, created_at, row_number() OVER (ORDER BY created_at, seq) AS number "
        "FROM submission)"_s,
        u"UPDATE exchange SET submission = "
        "(SELECT new FROM renumbered WHERE old = submission)"_s,
        u"UPDATE read_back SET submission = "
        "(SELECT new FROM renumbered WHERE old = submission)"_s,
        u"UPDATE submission SET seq = -(SELECT new FROM renumbered WHERE old = seq)"_s,
        u"UPDATE submission SET seq = -seq"_s,
        u"DROP TABLE renumbered"_s,
    };
    return renumber +
           QStringList{
               u"DROP INDEX submission_by_time"_s,
               u"ALTER TABLE submission ADD COLUMN kinds INTEGER NOT NULL DEFAULT 0"_s,
               u"ALTER TABLE submission ADD COLUMN reverts TEXT"_s, // NULL: none
               u"ALTER TABLE submission ADD COLUMN note TEXT NOT NULL DEFAULT ''"_s,
               u"ALTER TABLE submission ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0"_s,
               u"ALTER TABLE submission ADD COLUMN indexed INTEGER NOT NULL DEFAULT 0"_s,
               u"ALTER TABLE submission ADD COLUMN revision INTEGER NOT NULL DEFAULT 0"_s,
               // As outcomeOf() has it.
               u"ALTER TABLE submission ADD COLUMN outcome TEXT NOT NULL GENERATED ALWAYS AS "
               "(CASE WHEN pending > 0 THEN 'pending' "
               "WHEN unknown + missing > 0 THEN 'unknown' "
               "WHEN stored_differently + failed + not_sent + not_stored = 0 THEN 'all_stored' "
               "WHEN stored + stored_differently = 0 THEN 'failed' "
               "ELSE 'some_failed' END) VIRTUAL"_s,
               u"UPDATE submission SET kinds = (SELECT "
               "max(operation = 'create') + 2 * max(operation = 'update') + "
               "4 * max(operation = 'purge') FROM exchange WHERE submission = seq) "
               "WHERE EXISTS (SELECT 1 FROM exchange WHERE submission = seq)"_s,
               u"CREATE INDEX submission_by_account ON submission (account_id)"_s,
               u"CREATE INDEX submission_by_revision ON submission (revision)"_s,
               u"CREATE INDEX submission_pinned ON submission (pinned) WHERE pinned = 1"_s,
               u"CREATE INDEX submission_reverting ON submission (reverts) "
               "WHERE reverts IS NOT NULL"_s,
               u"CREATE INDEX submission_unindexed ON submission (indexed) WHERE indexed = 0"_s,
               u"DROP INDEX limit_change_by_type"_s,
               // Which records name a type. It follows the records as the text does, see
               // textrows.h: types lie far apart, and a record is written with few pages.
               u"CREATE TABLE type_in_submission (type_id INTEGER NOT NULL, "
               "submission INTEGER NOT NULL, PRIMARY KEY (type_id, submission)) "
               "STRICT, WITHOUT ROWID"_s,
               // What a person may look for, a line each, folded: see searchtext.h.
               u"CREATE VIRTUAL TABLE submission_text USING fts5 "
               "(text, tokenize = 'trigram case_sensitive 1', columnsize = 0)"_s,
               u"CREATE TABLE store_state (one INTEGER PRIMARY KEY CHECK (one = 1), "
               "revision INTEGER NOT NULL, removals INTEGER NOT NULL) STRICT"_s,
               u"INSERT INTO store_state VALUES (1, 0, 0)"_s,
           } +
           revised(u"submission_added AFTER INSERT ON submission"_s) +
           revised(
               u"submission_changed AFTER UPDATE OF state, stored, stored_differently, failed, "
               "missing, unknown, not_sent, pending, not_stored, note, pinned ON submission"_s) +
           QStringList{
               u"CREATE TRIGGER submission_removed BEFORE DELETE ON submission BEGIN "
               "DELETE FROM submission_text WHERE rowid = old.seq; "
               "DELETE FROM type_in_submission WHERE submission = old.seq AND type_id IN "
               "(SELECT type_id FROM exchange JOIN limit_change ON exchange = exchange.id "
               "WHERE exchange.submission = old.seq); "
               "UPDATE store_state SET removals = removals + 1; END"_s,
           };
}

Result<int> numberFrom(const QSqlDatabase &database, const QString &query)
{
    Statement statement(database, query);
    if (statement.run() && statement.next()) {
        return statement.number(0);
    }
    return Unexpected{statement.failure()};
}

Result<Done> runAll(const QSqlDatabase &database, const QStringList &statements)
{
    for (const QString &sql : statements) {
        if (Statement statement(database, sql); !statement.run()) {
            return Unexpected{statement.failure()};
        }
    }
    return Done{};
}

Unexpected<StoreError> notOurs()
{
    return Unexpected{StoreError{StoreErrorKind::Damaged, u"not a history of this program"_s}};
}

/// The file's version, 0 for an empty one.
Result<int> versionOf(const QSqlDatabase &database, int known)
{
    const auto version = numberFrom(database, u"PRAGMA user_version"_s);
    if (!version) {
        return version;
    }
    const auto application = numberFrom(database, u"PRAGMA application_id"_s);
    const auto tables = numberFrom(database, u"SELECT count(*) FROM sqlite_schema"_s);
    if (!application || !tables) {
        return application ? tables : application;
    }
    const bool empty = *tables == 0 && *version == 0 && *application == 0;
    if (!empty && (*application != applicationId || *version <= 0)) {
        return notOurs();
    }
    if (*version > known) {
        return Unexpected{StoreError{StoreErrorKind::NewerVersion,
                                     u"version %1, known up to %2"_s.arg(*version).arg(known)}};
    }
    return version;
}

/// Looks at the end of each table, where the next record goes: it must have the columns of this
/// version and be readable. The rest of a file with a million records is not read.
Result<Done> checkTables(const QSqlDatabase &database)
{
    for (const QString &query : {
             u"SELECT search_text, instance, not_stored, kinds, reverts, note, pinned, indexed, "
             "revision, outcome FROM submission ORDER BY seq DESC LIMIT 1"_s,
             u"SELECT revision, removals FROM store_state"_s,
             u"SELECT text FROM submission_text ORDER BY rowid DESC LIMIT 1"_s,
             u"SELECT submission FROM type_in_submission ORDER BY type_id DESC LIMIT 1"_s,
             u"SELECT length(body), stage FROM exchange ORDER BY id DESC LIMIT 1"_s,
             u"SELECT asked_limit, before_limit FROM limit_change ORDER BY exchange DESC LIMIT 1"_s,
             u"SELECT response FROM refused_attempt ORDER BY id DESC LIMIT 1"_s,
             u"SELECT response FROM read_back ORDER BY id DESC LIMIT 1"_s,
         }) {
        Statement statement(database, query);
        if (!statement.run()) {
            return Unexpected{statement.failure()};
        }
    }
    return Done{};
}

Result<Done> migrate(const QSqlDatabase &database, const std::vector<Migration> &steps)
{
    const int last = int(steps.size());
    for (;;) {
        Transaction transaction(database, Transaction::Kind::Write);
        if (auto begun = transaction.begun(); !begun) {
            return begun;
        }
        // Read again, now that nobody else can write: another instance may have been faster.
        const auto version = versionOf(database, last);
        if (!version) {
            return Unexpected{version.error()};
        }
        if (*version == last) {
            return Done{};
        }
        QStringList step = steps.at(size_t(*version));
        step.append(u"PRAGMA user_version = %1"_s.arg(*version + 1));
        if (auto done = runAll(database, step); !done) {
            return done;
        }
        if (auto committed = transaction.commit(); !committed) {
            return committed;
        }
    }
}

} // namespace

const std::vector<Migration> &migrations()
{
    static const std::vector<Migration> all{versionOne(), versionTwo(), versionThree()};
    return all;
}

Result<Done> checkNewer(const QSqlDatabase &database)
{
    // A later version may do without what this one reads; that is no damage.
    if (auto checked = checkTables(database); !checked) {
        return Unexpected{StoreError{StoreErrorKind::NewerVersion, checked.error().detail}};
    }
    return Done{};
}

Result<Done> prepareSchema(const QSqlDatabase &database, const std::vector<Migration> &steps)
{
    const int last = int(steps.size());
    const auto version = versionOf(database, last);
    if (!version) {
        return Unexpected{version.error()};
    }
    // Only now, so that a newer version's file stays as it is.
    if (auto wal = runAll(database, {u"PRAGMA journal_mode = WAL"_s}); !wal) {
        return wal;
    }
    if (*version < last) {
        if (auto migrated = migrate(database, steps); !migrated) {
            return migrated;
        }
    }
    return checkTables(database);
}

} // namespace history
