#pragma once

#include "app/api/reader.h"
#include "app/limits/draftkeeper.h"
#include "app/submission/runner.h"
#include "ui/review/reviewdialog.h"

#include <QPointer>
#include <QWidget>

#include <optional>

namespace ui::review {

/// The way from a plan to a submission: the review, the start, and what becomes of the drafts
/// afterwards.
class Submitter final : public QObject
{
    Q_OBJECT
public:
    /// All of them must outlive the submitter; the review opens over `window`.
    Submitter(limits::DraftKeeper &drafts, submission::Runner &runner, api::Reader &reader,
              const limits::AssociationTypes &types, QWidget &window);

    /// Opens the review; submitting follows from there. Does nothing while a review is open.
    void review(ReviewInput input);

    /// Reads back the limits of a record that is over.
    void check(const ::history::Record &record, const api::Endpoint &endpoint);

Q_SIGNALS:
    /// A submission has begun.
    void started();
    /// A submission or a check is over, and the drafts of what is stored are settled.
    void finished();
    /// How it goes, in one sentence for the status bar.
    void message(const QString &text);
    /// Nothing was sent, and why; `details` are the system's words.
    void refused(const QString &title, const QString &details);
    /// What the account has, as the review read it.
    void liveRead(const limits::LivePair &live);

private:
    void submit(const submission::Submission &submission);
    void settle(const ::history::Record &record);
    /// Of a check: an answer of long ago says nothing of what HubSpot has now, and neither does an
    /// earlier read-back.
    [[nodiscard]] bool isCurrent(const ::history::Record &record, const limits::Pair &pair) const;

    limits::DraftKeeper &m_drafts;
    submission::Runner &m_runner;
    api::Reader &m_reader;
    const limits::AssociationTypes &m_types;
    QWidget &m_window;
    QPointer<QWidget> m_review;
    /// While a check runs: how many read-backs its record had before.
    std::optional<size_t> m_earlierReadBacks;
};

} // namespace ui::review
