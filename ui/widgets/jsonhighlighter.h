#pragma once

#include <QSyntaxHighlighter>

namespace ui::widgets {

/// Colours JSON: names, strings, numbers and literals. It does not judge; text that is no JSON
/// just stays plain where it has none of these.
class JsonHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT
public:
    using QSyntaxHighlighter::QSyntaxHighlighter;

    void setPalette(const QPalette &palette);

protected:
    void highlightBlock(const QString &text) override;

private:
    QColor m_name;
    QColor m_string;
    QColor m_value;
};

} // namespace ui::widgets
