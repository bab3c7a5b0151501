#pragma once

#include "app/api/gate.h"

#include <QDateTime>
#include <QFrame>
#include <QTimer>

QT_BEGIN_NAMESPACE
class QLabel;
QT_END_NAMESPACE

namespace ui::mainwindow {

/// Shown while HubSpot wants to be left alone: why, for how long, and the way not to wait for it.
class WaitRow final : public QFrame
{
    Q_OBJECT
public:
    /// Both must outlive the row.
    WaitRow(const api::Gate &gate, const support::Clock &clock, QWidget *parent = nullptr);

Q_SIGNALS:
    /// What is waiting is not to be sent.
    void cancelRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void begin(const QDateTime &until, const api::Error &reason);
    void tick();

    const support::Clock &m_clock;
    QDateTime m_until;
    QString m_why;
    QTimer m_second;
    QLabel *m_words;
};

} // namespace ui::mainwindow
