#pragma once

#include <QWidget>

#include <optional>

QT_BEGIN_NAMESPACE
class QDateTime;
QT_END_NAMESPACE

namespace ui::widgets {
class ValueField;
} // namespace ui::widgets

namespace ui::results {

struct Sent;

/// When something was sent and answered, by this computer's clock, and how long that took.
class OwnTimesRow : public QWidget
{
    Q_OBJECT
public:
    explicit OwnTimesRow(QWidget *parent = nullptr);

    void setSent(const Sent &sent);

private:
    widgets::ValueField *m_sent;
    widgets::ValueField *m_answered;
    widgets::ValueField *m_took;
};

} // namespace ui::results
