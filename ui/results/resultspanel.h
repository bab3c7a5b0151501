#pragma once

#include "app/history/record.h"
#include "app/submission/outcomes.h"
#include "ui/results/run.h"

#include <QWidget>

#include <optional>
#include <vector>

QT_BEGIN_NAMESPACE
class QPushButton;
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

/// A limit that was asked for.
struct AskedLimit
{
    limits::Pair pair;
    limits::Category category = limits::Category::UserDefined;
    qint32 typeId = 0;

    bool operator==(const AskedLimit &) const = default;
};

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
    /// Why limits can't be read again now; empty: they can.
    void setCheckBlocked(const QString &why);
    /// Whether the drafts of the record shown are in the window, to be submitted again.
    void setSubmitAgainOffered(bool offered);

Q_SIGNALS:
    void backToLatestRequested();
    /// No further request is to be sent, or nothing further read back.
    void cancelRequested();
    /// The limits of the record shown are to be read again.
    void checkRequested();
    /// Limits of the record shown that are not known to be stored, neither as asked for nor
    /// otherwise. Not empty.
    void submitAgainRequested(const std::vector<ui::results::AskedLimit> &limits);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showVerdict();
    void showActions();
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
    QPushButton *m_check;
    QPushButton *m_submitAgain;
    ResultsTable *m_table;
    widgets::JsonPane *m_request;
    widgets::JsonPane *m_response;
    LinksList *m_links;

    ::history::Record m_record;
    submission::Reading m_reading;
    Run m_run;
    std::optional<qsizetype> m_chosen; ///< by a person
    bool m_past = false;
    bool m_offersSubmitAgain = false;
};

} // namespace ui::results
