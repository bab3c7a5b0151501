#pragma once

#include <QFrame>

QT_BEGIN_NAMESPACE
class QDateTime;
class QPushButton;
QT_END_NAMESPACE

namespace ui::widgets {
class ElidedLabel;
} // namespace ui::widgets

namespace ui::results {

/// Says that what is below is not the latest answer, and leads back to it.
class PastRibbon : public QFrame
{
    Q_OBJECT
public:
    explicit PastRibbon(QWidget *parent = nullptr);

    void setTime(const QDateTime &time);

Q_SIGNALS:
    void backRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    widgets::ElidedLabel *m_words;
    QPushButton *m_back;
};

} // namespace ui::results
