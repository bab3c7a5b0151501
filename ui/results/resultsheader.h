#pragma once

#include "app/submission/outcomes.h"

#include <QFrame>
#include <QStringList>

QT_BEGIN_NAMESPACE
class QComboBox;
class QDate;
class QLabel;
class QToolButton;
QT_END_NAMESPACE

namespace ui::widgets {
class ValueField;
} // namespace ui::widgets

namespace ui::results {

class Timeline;

/// What one exchange came to: status, HTTP code, correlation ID and times; of a read-back HTTP code
/// and correlation ID. With several of them it also chooses between them.
class ResultsHeader : public QWidget
{
    Q_OBJECT
public:
    explicit ResultsHeader(QWidget *parent = nullptr);

    /// The names to choose from, and the one that is shown.
    void setChoices(const QStringList &names);
    void setCurrentChoice(qsizetype index);
    void setExchange(const ::history::Exchange &exchange, const submission::ExchangeResult &result,
                     ::history::Record::State recordState);
    void setReadBack(const ::history::Attempt &attempt);

Q_SIGNALS:
    /// A person chose another one.
    void chosen(qsizetype index);

protected:
    void changeEvent(QEvent *event) override;

private:
    void setTime(widgets::ValueField &field, const std::optional<api::ServerTime> &time,
                 const QString &absent, const QDate &sent);
    void setHttp(const QString &text, int status);
    void setCorrelation(const QString &id);
    void tint();

    QStringList m_names;
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
};

/// "201 Created", "no answer" and the like.
[[nodiscard]] QString httpText(const ::history::Exchange &exchange,
                               ::history::Record::State recordState);
[[nodiscard]] QString httpText(const ::history::Attempt &attempt);

} // namespace ui::results
