#pragma once

#include "app/limits/document.h"
#include "app/limits/draftstore.h"

#include <QObject>
#include <QTimer>

namespace limits {

/// Keeps what was typed into the document on disk, as the drafts of one account and each direction
/// that is open: a moment after each edit, and at once before another pair is opened or the program
/// ends.
class DraftKeeper : public QObject
{
    Q_OBJECT
public:
    /// Both must outlive the keeper.
    DraftKeeper(Document &document, DraftStore &store, QObject *parent = nullptr);
    ~DraftKeeper() override;

    /// Saves what is open, then shows the drafts of another account and pair, in one direction or
    /// both. False where what is open can't be saved: then it stays.
    bool open(const QString &accountId, const Pair &pair, bool bothDirections = false);

    /// Takes limits that are stored in HubSpot out of the drafts of an account and pair, whether
    /// they are open or not: see Document::settle().
    void settle(const QString &accountId, const Pair &pair, const std::vector<Change> &stored,
                const QString &text);

    /// Gives up what was entered as in `edits`, of directions that are open in that account: see
    /// Document::drop(). Nothing happens to others.
    void drop(const QString &accountId, const std::vector<Edit> &edits, const QString &text);

    /// Where the account's drafts are open: see Document::acknowledge().
    void acknowledge(const QString &accountId, const Plan &plan);

    /// Writes what is not on disk yet; false where it can't be, and then failed() was emitted.
    bool save();

Q_SIGNALS:
    /// Drafts could not be read or written, in words; the rows stay in the document.
    void failed(const QString &words);
    /// They could be written again after a failure.
    void recovered();

private:
    [[nodiscard]] std::vector<DraftRow> load(const Pair &pair, Side side);

    Document &m_document;
    DraftStore &m_store;
    QTimer m_timer;
    QString m_accountId;
    bool m_open = false;
    bool m_failing = false;
};

} // namespace limits
