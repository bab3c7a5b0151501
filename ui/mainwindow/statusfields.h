#pragma once

#include "app/api/gate.h"

#include <QDateTime>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
QT_END_NAMESPACE

namespace ui::mainwindow {

/// What stands at the right of the status bar: when the limits were read, and how many requests the
/// account has left as far as HubSpot says.
class StatusFields final : public QWidget
{
    Q_OBJECT
public:
    explicit StatusFields(QWidget *parent = nullptr);

    /// UTC; invalid: nothing was read.
    void setReadAt(const QDateTime &readAt);
    void setRate(const api::RateStatus &rate);

private:
    QLabel *m_rate;
    QLabel *m_readAt;
};

} // namespace ui::mainwindow
