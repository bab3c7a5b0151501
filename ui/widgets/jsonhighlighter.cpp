#include "ui/widgets/jsonhighlighter.h"

#include "ui/widgets/tones.h"

#include <QPalette>

namespace ui::widgets {

namespace {

qsizetype endOfString(const QString &text, qsizetype start)
{
    for (qsizetype i = start + 1; i < text.size(); ++i) {
        if (text.at(i) == u'\\') {
            ++i;
        } else if (text.at(i) == u'"') {
            return i + 1;
        }
    }
    return text.size();
}

qsizetype endOfWord(const QString &text, qsizetype start)
{
    qsizetype end = start;
    while (end < text.size() && (text.at(end).isLetterOrNumber() || text.at(end) == u'.' ||
                                 text.at(end) == u'-' || text.at(end) == u'+')) {
        ++end;
    }
    return end;
}

bool isName(const QString &text, qsizetype end)
{
    while (end < text.size() && text.at(end).isSpace()) {
        ++end;
    }
    return end < text.size() && text.at(end) == u':';
}

} // namespace

void JsonHighlighter::setPalette(const QPalette &palette)
{
    m_name = toneColor(Tone::Info, palette);
    m_string = toneColor(Tone::Good, palette);
    m_value = toneColor(Tone::Warning, palette);
    rehighlight();
}

void JsonHighlighter::highlightBlock(const QString &text)
{
    for (qsizetype i = 0; i < text.size();) {
        const QChar c = text.at(i);
        if (c == u'"') {
            const qsizetype end = endOfString(text, i);
            setFormat(int(i), int(end - i), isName(text, end) ? m_name : m_string);
            i = end;
        } else if (c.isLetterOrNumber() || c == u'-') {
            const qsizetype end = endOfWord(text, i);
            setFormat(int(i), int(end - i), m_value);
            i = std::max(end, i + 1);
        } else {
            ++i;
        }
    }
}

} // namespace ui::widgets
