#pragma once

#include "app/submission/outcomes.h"

#include <QFrame>
#include <QStringList>

QT_BEGIN_NAMESPACE
class QComboBox;
class QDate;
class QHBoxLayout;
class QLabel;
class QToolButton;
QT_END_NAMESPACE

namespace ui::widgets {
class ValueField;
} // namespace ui::widgets

namespace ui::results {

class OwnTimesRow;
class Timeline;
struct Sent;

/// What one request came to: HTTP code and correlation ID, of the last attempt of a write also the
/// batch's status and times by HubSpot's clock, of all others the times by this computer's. With
/// several of them it also chooses between them.
class ResultsHeader : public QWidget
{
    Q_OBJECT
public:
    explicit ResultsHeader(QWidget *parent = nullptr);

    /// The names to choose from, and the one that is shown.
    void setChoices(const QStringList &names);
    void setCurrentChoice(qsizetype index);
    /// The last attempt of a request.
    void setExchange(const ::history::Exchange &exchange, const submission::ExchangeResult &result,
                     const Sent &sent);
    /// A refused attempt or a read-back.
    void setAttempt(const Sent &sent);

Q_SIGNALS:
    /// A person chose another one.
    void chosen(qsizetype index);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void setTime(widgets::ValueField &field, const std::optional<api::ServerTime> &time,
                 const QString &absent, const QDate &sent);
    void setHttp(const Sent &sent);
    void setCorrelation(const QString &id);
    void fitFirstLine();

    QStringList m_names;
    QHBoxLayout *m_firstLine;
    QLabel *m_title;
    QComboBox *m_choices;
    widgets::ValueField *m_status;
    widgets::ValueField *m_http;
    QLabel *m_correlationLabel;
    widgets::ValueField *m_correlation;
    QToolButton *m_copyCorrelation;
    QWidget *m_times;
    widgets::ValueField *m_requested;
    widgets::ValueField *m_started;
    widgets::ValueField *m_completed;
    Timeline *m_timeline;
    OwnTimesRow *m_ownTimes;
};

} // namespace ui::results
