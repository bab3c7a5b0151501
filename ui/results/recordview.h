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
class QAction;
class QTabWidget;
QT_END_NAMESPACE

namespace ui::widgets {
class Banner;
class JsonPane;
} // namespace ui::widgets

namespace ui::results {

class DetailsTable;
class LinksList;
class ResultsHeader;
class ResultsTable;

/// A record under its verdict: what became of each limit, and each request with its answer.
class RecordView : public QWidget
{
    Q_OBJECT
public:
    /// The actions must outlive the view; see RecordActions.
    RecordView(QAction &check, QAction &submitAgain, QWidget *parent = nullptr);

    /// Shows the record as it stands. For a record that is shown already, the tab and what a person
    /// chose to look at stay.
    void setRecord(const ::history::Record &record);
    void clear();
    /// What is under way, for this record or another one.
    void setRun(const Run &run);
    /// See RecordActions.
    void setCheckBlocked(const QString &why);
    void setSubmitAgainOffered(bool offered);
    /// Pixels the words above the results may take at most.
    void setMaximumBannerHeight(int pixels);

Q_SIGNALS:
    void checkRequested();
    void submitAgainRequested(const std::vector<ui::results::AskedLimit> &limits);
    /// What was ever asked for of a row's limit is wanted. `label` may be empty.
    void historyRequested(const ::history::LimitKey &key, const QString &label);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitActions();
    void showVerdict();
    void showChoice();
    void showReply(const Sent &sent);
    void showLinks(const api::BatchResponse *response);
    /// The request worth looking at first: one that went wrong, else the last that was answered.
    [[nodiscard]] qsizetype notableExchange() const;

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
};

} // namespace ui::results
