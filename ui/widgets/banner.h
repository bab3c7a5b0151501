#pragma once

#include "ui/widgets/glyph.h"
#include "ui/widgets/tones.h"

#include <QFrame>

QT_BEGIN_NAMESPACE
class QPushButton;
class QTextEdit;
QT_END_NAMESPACE

namespace ui::widgets {

/// What a banner says. All of it is plain text, whatever it looks like.
struct Message
{
    Tone tone = Tone::Info;
    QString title;     ///< one sentence: what happened
    QString words;     ///< somebody else's words, whole; may be empty
    QString next;      ///< what to do next; may be empty
    QString copyLabel; ///< of a button that copies `copyText`; empty: no button
    QString copyText;

    bool operator==(const Message &) const = default;
};

/// A message in the place it concerns. Its text can be selected; what is taller than the banner
/// may be scrolls inside it.
class Banner : public QFrame
{
    Q_OBJECT
public:
    explicit Banner(QWidget *parent = nullptr);

    void setMessage(const Message &message);
    [[nodiscard]] const Message &message() const { return m_message; }
    /// Everything that can be read in it.
    [[nodiscard]] QString text() const;
    /// Pixels; the banner never grows above it.
    void setMaximumBannerHeight(int pixels);
    /// A button beside every message that has nothing to copy; empty: none.
    void setAction(const QString &label);

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The button of setAction() was pressed.
    void actionRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void makeContent();
    void showButton();
    void fill();
    void placeChildren();
    /// Of the text in a banner of that width, in pixels.
    [[nodiscard]] int textWidth(int width) const;
    [[nodiscard]] int textHeight(int width) const;

    Message m_message;
    QString m_action;
    QTextEdit *m_text = nullptr;     ///< with the first message
    QPushButton *m_button = nullptr; ///< copies, or is the action's
    int m_maximumHeight = 112;
};

} // namespace ui::widgets
