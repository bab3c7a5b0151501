#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QProgressBar;
class QPushButton;
QT_END_NAMESPACE

namespace ui::results {

/// How far a submission is, counted in requests, and the way to stop it between two of them.
class ProgressRow : public QWidget
{
    Q_OBJECT
public:
    explicit ProgressRow(QWidget *parent = nullptr);

    /// `total` requests, `done` of them answered. With one request there is nothing to count and
    /// nothing to stop between.
    void setProgress(int done, int total);

Q_SIGNALS:
    void cancelRequested();

private:
    QLabel *m_words;
    QProgressBar *m_bar;
    QPushButton *m_cancel;
    bool m_cancelling = false;
};

} // namespace ui::results
