#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QPushButton;
class QToolButton;
QT_END_NAMESPACE

namespace ui::widgets {

class ElidedLabel;
class JsonTextView;

/// The body of a request or an answer, highlighted, under a line that says what it is: indented, or
/// the bytes as they are. Copying takes what is shown, whole.
class JsonPane : public QWidget
{
    Q_OBJECT
public:
    /// `stableName` is the accessible name of the text.
    explicit JsonPane(QLatin1StringView stableName, QWidget *parent = nullptr);

    /// `empty` stands there, as words, where the body is empty. The text is laid out when it is
    /// first seen: an answer of some megabytes takes a noticeable time.
    void setBody(const QString &caption, const QByteArray &body, const QString &empty);

private:
    void showBody();
    [[nodiscard]] QString bodyText() const;

    ElidedLabel *m_caption;
    QWidget *m_modes;
    QToolButton *m_raw;
    QPushButton *m_copy;
    JsonTextView *m_text;
    QByteArray m_body;
    bool m_escaped = false; ///< the body is not all text
};

} // namespace ui::widgets
