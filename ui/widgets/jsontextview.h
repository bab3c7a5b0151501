#pragma once

#include <QPlainTextEdit>

#include <functional>

namespace ui::widgets {

class JsonHighlighter;

/// JSON, or text with JSON in it, to read and select. What it shows is made and laid out only when
/// it is first seen: some megabytes take a noticeable time.
class JsonTextView : public QPlainTextEdit
{
    Q_OBJECT
public:
    /// `stableName` is the accessible name.
    explicit JsonTextView(QLatin1StringView stableName, QWidget *parent = nullptr);

    /// `text` is called at most once, when the view is visible. The end of a text that is too long
    /// to show is replaced by a remark.
    void setSource(std::function<QString()> text);
    /// Whether long lines are broken where the view ends, anywhere in a word.
    void setWrapped(bool wrapped);

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fill();

    JsonHighlighter *m_highlighter;
    std::function<QString()> m_source; ///< null once it was called
};

} // namespace ui::widgets
