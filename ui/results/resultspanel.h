#pragma once

#include "app/history/record.h"
#include "app/submission/outcomes.h"

#include <QWidget>

#include <optional>

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
    explicit ResultsPanel(QWidget *parent = nullptr);

    /// Shows the record as it stands. For a record that is shown already, the tab and the request
    /// that a person chose stay.
    void setRecord(const ::history::Record &record);
    /// Whether the record shown is a past one, under the ribbon that leads back.
    void setPast(bool past);
    /// Back to "what will appear here".
    void clear();
    /// `done` of `total` requests are answered; done with all, or a total of 0, ends the progress.
    void setProgress(int done, int total);

Q_SIGNALS:
    void backToLatestRequested();
    /// No further request is to be sent.
    void cancelRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showVerdict();
    void showExchange(qsizetype index);
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
    ResultsTable *m_table;
    widgets::JsonPane *m_request;
    widgets::JsonPane *m_response;
    LinksList *m_links;

    ::history::Record m_record;
    submission::Reading m_reading;
    std::optional<qsizetype> m_chosen; ///< by a person
    bool m_past = false;
};

} // namespace ui::results
