#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace ui::widgets {

/// What stands in a place that has nothing to show yet: a title and a sentence, in its middle, and
/// perhaps a button that changes that.
class EmptyState : public QWidget
{
    Q_OBJECT
public:
    explicit EmptyState(QWidget *parent = nullptr);

    /// `button` empty: there is none.
    void setText(const QString &title, const QString &sentence, const QString &button = {});

Q_SIGNALS:
    void pressed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void tint();

    QLabel *m_title;
    QLabel *m_sentence;
    QPushButton *m_button = nullptr; ///< from the first text on that has one
};

} // namespace ui::widgets
