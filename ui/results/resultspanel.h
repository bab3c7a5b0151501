#pragma once

#include "app/history/record.h"
#include "app/submission/outcomes.h"
#include "ui/results/choice.h"
#include "ui/results/recordactions.h"
#include "ui/results/run.h"

#include <QWidget>

#include <optional>
#include <vector>

QT_BEGIN_NAMESPACE
class QStackedWidget;
class QTabWidget;
QT_END_NAMESPACE

namespace ui::widgets {
class Banner;
class JsonPane;
} // namespace ui::widgets

namespace ui::results {

class DetailsTable;
class LinksList;
class ProgressRow;
class RecordRibbon;
class ResultsHeader;
class ResultsTable;

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
    void offerToSubmitAgain();
    void fitActions();
    void showVerdict();
    void showChoice();
    void showReply(const Sent &sent);
    void showLinks(const api::BatchResponse *response);
    /// The request worth looking at first: one that went wrong, else the last that was answered.
    [[nodiscard]] qsizetype notableExchange() const;

    RecordRibbon *m_ribbon;
    ProgressRow *m_progress;
    QStackedWidget *m_stack;
    QWidget *m_content;
    ResultsHeader *m_header;
    widgets::Banner *m_banner;
    QTabWidget *m_tabs;
    RecordActions *m_actions;
    ResultsTable *m_table;
    widgets::JsonPane *m_request;
    widgets::JsonPane *m_response;
    DetailsTable *m_details;
    LinksList *m_links;

    ::history::Record m_record;
    submission::Reading m_reading;
    Run m_run;
    std::vector<Choice> m_choices;
    std::optional<Choice> m_chosen; ///< by a person
    bool m_past = false;
    bool m_submitAgainOffered = false;
};

} // namespace ui::results
