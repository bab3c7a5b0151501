#pragma once

#include "app/support/clock.h"
#include "ui/results/run.h"

#include <QTimer>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QProgressBar;
class QPushButton;
QT_END_NAMESPACE

namespace ui::results {

/// How far a submission is: requests answered while it is sent, then what it reads back or waits
/// for, with a countdown; and the way to stop it.
class ProgressRow : public QWidget
{
    Q_OBJECT
public:
    /// `clock` must outlive the row.
    explicit ProgressRow(const support::Clock &clock, QWidget *parent = nullptr);

    void setRun(const Run &run);
    /// `total` requests, `answered` of them answered. With one request there is nothing to count
    /// and nothing to stop between.
    void setProgress(qsizetype answered, qsizetype total);

Q_SIGNALS:
    void cancelRequested();

private:
    void showState();
    [[nodiscard]] QString words() const;

    const support::Clock &m_clock;
    Run m_run;
    qsizetype m_answered = 0;
    qsizetype m_total = 0;
    bool m_cancelling = false;
    QTimer m_second;
    QLabel *m_words;
    QProgressBar *m_bar;
    QPushButton *m_cancel;
};

} // namespace ui::results
