#pragma once

#include "app/history/job.h"

#include <QPointer>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QProgressBar;
class QPushButton;
QT_END_NAMESPACE

namespace ui::history {

/// How far a long piece of work on the history is, and the way to stop it. Hidden while there is
/// none.
class WorkRow : public QWidget
{
    Q_OBJECT
public:
    explicit WorkRow(QWidget *parent = nullptr);

    /// Shows the job until it has finished. `words` say what it does.
    void follow(::history::Job &job, const QString &words, bool canStop = true);

private:
    void showProgress(qint64 done, qint64 total);

    QPointer<::history::Job> m_job;
    QLabel *m_words;
    QProgressBar *m_bar;
    QPushButton *m_stop;
};

} // namespace ui::history
