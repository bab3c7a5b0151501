#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QPlainTextEdit;
class QPushButton;
QT_END_NAMESPACE

namespace ui::widgets {

class ElidedLabel;
class JsonHighlighter;

/// The body of a request or an answer, indented and highlighted, under a line that says what it is.
class JsonPane : public QWidget
{
    Q_OBJECT
public:
    /// `stableName` is the accessible name of the text.
    explicit JsonPane(QLatin1StringView stableName, QWidget *parent = nullptr);

    /// `empty` stands there, as words, where the body is empty. The text is laid out when it is
    /// first seen: an answer of some megabytes takes a noticeable time.
    void setBody(const QString &caption, const QByteArray &body, const QString &empty);

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fill();

    ElidedLabel *m_caption;
    QPushButton *m_copy;
    QPlainTextEdit *m_text;
    JsonHighlighter *m_highlighter;
    QByteArray m_body;
    bool m_stale = false;
};

} // namespace ui::widgets
