#pragma once

#include "app/history/record.h"
#include "app/submission/outcomes.h"
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

class LinksList;
class PastRibbon;
class ProgressRow;
class ResultsHeader;
class ResultsTable;

/// What came back: shows a record, whether it is on its way, just answered or years old.
class ResultsPanel : public QWidget
{
    Q_OBJECT
public:
    /// `clock` must outlive the panel.
    explicit ResultsPanel(const support::Clock &clock, QWidget *parent = nullptr);

    /// Shows the record as it stands. For a record that is shown already, the tab and the request
    /// that a person chose stay.
    void setRecord(const ::history::Record &record);
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
    /// What was ever asked for of a row's limit is wanted. `label` may be empty.
    void historyRequested(const ::history::LimitKey &key, const QString &label);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showVerdict();
    /// An exchange, or after all of them a read-back.
    void showChoice(qsizetype index);
    void showExchange(const ::history::Exchange &exchange,
                      const submission::ExchangeResult &result);
    void showReadBack(const ::history::ReadBack &readBack);
    void showReply(const QString &status, const std::optional<api::Reply> &reply);
    void showLinks(const api::BatchResponse *response);
    /// The request worth looking at first: one that went wrong, else the last that was answered.
    [[nodiscard]] qsizetype notableExchange() const;

    PastRibbon *m_ribbon;
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
    LinksList *m_links;

    ::history::Record m_record;
    submission::Reading m_reading;
    Run m_run;
    std::optional<qsizetype> m_chosen; ///< by a person
    bool m_past = false;
};

} // namespace ui::results
