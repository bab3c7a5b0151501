#pragma once

#include "app/history/finder.h"
#include "app/history/store.h"
#include "app/limits/document.h"
#include "app/submission/runner.h"
#include "app/support/settings.h"

#include <QObject>
#include <QPointer>

#include <optional>

namespace ui::editor {
class LimitsPanel;
class PairLoader;
} // namespace ui::editor
namespace ui::results {
class ResultsPanel;
}
namespace ui::review {
class Submitter;
}

namespace ui::mainwindow {

class OpenPair;
class SubmissionView;

/// What can be done with submissions of the history beyond looking at them: compare them, enter
/// their limits as drafts again, take them back, and tell the story of one limit.
class HistoryCommands final : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        QWidget &window; ///< over which windows open
        OpenPair &open;
        limits::Document &document;
        editor::LimitsPanel &limits;
        editor::PairLoader &loader;
        results::ResultsPanel &results;
        SubmissionView &submissions;
        review::Submitter &submitter;
        submission::Runner &runner;
        api::Reader &reader;
        const limits::AssociationTypes &types;
        support::Settings &settings;
    };

    /// All of the parts must outlive this. Both tables' wish for the story of a limit comes here.
    explicit HistoryCommands(const Parts &parts, QObject *parent = nullptr);

    /// Both must outlive this, and the windows that it opened; null: there is none.
    void setHistory(::history::Store *store, ::history::Finder *finder);

public Q_SLOTS:
    /// In any order.
    void compare(const QUuid &one, const QUuid &other);
    void compareWithNow(const QUuid &id);
    /// Opens the pair of the submission and, when it is read, enters what was asked for as one undo
    /// step.
    void loadAsDrafts(const QUuid &id);
    /// Reviews the way back to what was there before the submission.
    void revert(const QUuid &id);
    /// `label` may be empty.
    void showStory(const ::history::LimitKey &key, const QString &label);

Q_SIGNALS:
    /// Something could not be done, and why.
    void notice(const QString &title, const QString &words);
    /// What was done, in one sentence for the status bar.
    void message(const QString &text);

private:
    /// The record, or a notice.
    [[nodiscard]] std::optional<::history::Record> read(const QUuid &id);
    /// The same where it is one of the current account, else a notice.
    [[nodiscard]] std::optional<::history::Record> readOfAccount(const QUuid &id);
    void enterPending();
    void enter(const ::history::Record &record);

    Parts m_parts;
    QPointer<::history::Store> m_store;
    QPointer<::history::Finder> m_finder;
    std::optional<::history::Record> m_pending; ///< to be entered when its pair is read
};

} // namespace ui::mainwindow
