#pragma once

#include "app/history/record.h"
#include "app/support/clock.h"
#include "ui/results/recordactions.h"
#include "ui/results/run.h"

#include <QWidget>

#include <optional>
#include <vector>

QT_BEGIN_NAMESPACE
class QAction;
class QStackedWidget;
QT_END_NAMESPACE

namespace ui::results {

class ProgressRow;
class RecordRibbon;
class RecordView;

/// What came back: shows a record, whether it is on its way, just answered or years old.
class ResultsPanel : public QWidget
{
    Q_OBJECT
public:
    /// `clock` must outlive the panel.
    explicit ResultsPanel(const support::Clock &clock, QWidget *parent = nullptr);

    /// Shows the record as it stands. For a record that is shown already, the tab, what a person
    /// chose to look at and what is related to it stay.
    void setRecord(const ::history::Record &record);
    /// The submission that the record shown takes back, nullopt where it takes none back or that is
    /// gone, and those that take back the record shown, oldest first.
    void setRelated(std::optional<::history::Summary> reverts,
                    std::vector<::history::Summary> revertedBy);
    /// The one shown; without an id where there is none.
    [[nodiscard]] const ::history::Record &record() const { return m_record; }
    /// Whether the record shown is a past one, under the ribbon that leads back.
    void setPast(bool past);
    /// Back to "what will appear here".
    void clear();
    /// What is under way, for this record or another one.
    void setRun(const Run &run);
    /// `answered` of `total` requests are answered.
    void setProgress(qsizetype answered, qsizetype total);
    /// See RecordActions, also for what they are about: the record shown.
    void setCheckBlocked(const QString &why);
    void setSubmitAgainOffered(bool offered);

    /// What the buttons do, for a menu.
    [[nodiscard]] QAction &backAction() const { return *m_backAction; }
    [[nodiscard]] QAction &checkAction() const { return *m_checkAction; }
    [[nodiscard]] QAction &submitAgainAction() const { return *m_submitAgainAction; }

Q_SIGNALS:
    void backToLatestRequested();
    /// No further request is to be sent, or nothing further read back.
    void cancelRequested();
    void checkRequested();
    void submitAgainRequested(const std::vector<ui::results::AskedLimit> &limits);
    /// Another one, related to the one that is shown, is to be shown.
    void recordRequested(const QUuid &id);
    /// What was ever asked for of a row's limit is wanted. `label` may be empty.
    void historyRequested(const ::history::LimitKey &key, const QString &label);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    /// Made with the first record: most of what the window is made of, and at the start there is
    /// nothing to show in it.
    [[nodiscard]] RecordView &view();
    void fitBanner();
    void offerToSubmitAgain();

    RecordRibbon *m_ribbon;
    ProgressRow *m_progress;
    QStackedWidget *m_stack;
    QAction *m_backAction;
    QAction *m_checkAction;
    QAction *m_submitAgainAction;
    RecordView *m_view = nullptr;

    ::history::Record m_record;
    Run m_run;
    QString m_checkBlocked;
    bool m_past = false;
    bool m_submitAgainOffered = false;
};

} // namespace ui::results
