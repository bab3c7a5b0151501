#pragma once

#include "app/api/reader.h"
#include "app/limits/draftkeeper.h"
#include "app/submission/runner.h"
#include "ui/review/reviewdialog.h"

#include <QPointer>
#include <QWidget>

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

Q_SIGNALS:
    /// A submission has begun.
    void started();
    /// It is over, and its drafts are settled.
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

    limits::DraftKeeper &m_drafts;
    submission::Runner &m_runner;
    api::Reader &m_reader;
    const limits::AssociationTypes &m_types;
    QWidget &m_window;
    QPointer<QWidget> m_review;
};

} // namespace ui::review
