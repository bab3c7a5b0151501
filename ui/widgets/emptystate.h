#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
QT_END_NAMESPACE

namespace ui::widgets {

/// What stands in a place that has nothing to show yet: a title and a sentence, in its middle.
class EmptyState : public QWidget
{
    Q_OBJECT
public:
    explicit EmptyState(QWidget *parent = nullptr);

    void setText(const QString &title, const QString &sentence);

protected:
    void changeEvent(QEvent *event) override;

private:
    void tint();

    QLabel *m_title;
    QLabel *m_sentence;
};

} // namespace ui::widgets
