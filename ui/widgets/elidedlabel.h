#pragma once

#include <QFrame>

namespace ui::widgets {

/// One line of plain text that gives way: what does not fit ends in an ellipsis and is whole in the
/// tool tip. The palette's role is WindowText.
class ElidedLabel : public QFrame
{
    Q_OBJECT
public:
    explicit ElidedLabel(QWidget *parent = nullptr);

    /// `whole` is for a text that is the beginning of a longer one, which the tool tip has.
    void setText(const QString &text, const QString &whole = {});
    [[nodiscard]] QString text() const { return m_text; }
    void setElideMode(Qt::TextElideMode mode);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] int textWidth() const;
    void updateToolTip();

    QString m_text;
    QString m_whole;
    Qt::TextElideMode m_mode = Qt::ElideRight;
};

} // namespace ui::widgets
