#include "app/support/redaction.h"

#include <QHash>
#include <QRandomGenerator>

#include <algorithm>
#include <array>
#include <utility>

namespace support {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView replacement{"[removed]"};
constexpr size_t telling = 6;
constexpr size_t headSize = 16;
constexpr qsizetype longestLine = 4096;

bool isLetterOrDigit(QChar c)
{
    return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

/// What one can't see: the NULs of UTF-16, and marks that join, split or reorder.
bool isInvisible(QChar c)
{
    return c.isNull() || c.category() == QChar::Other_Format;
}

size_t signatureOf(QStringView letters)
{
    static const size_t seed = size_t(QRandomGenerator::system()->generate64());
    return qHash(letters, seed);
}

/// Text of another spelling, and where in the source each of its characters begins; the last is
/// where the source ends.
struct Spelling
{
    QString text;
    std::vector<qsizetype> begins;
};

Spelling asItIs(const QString &text)
{
    Spelling spelling{text, {}};
    spelling.begins.resize(size_t(text.size()) + 1);
    for (size_t i = 0; i < spelling.begins.size(); ++i) {
        spelling.begins[i] = qsizetype(i);
    }
    return spelling;
}

/// A character that was written with several.
struct Escape
{
    QChar character;
    qsizetype size = 1;
};

Escape escapeAt(QStringView text)
{
    const auto number = [text](qsizetype prefix, qsizetype digits) -> Escape {
        bool isHex = false;
        const uint code = text.sliced(std::min(prefix, text.size()))
                              .first(std::min(digits, std::max(text.size() - prefix, qsizetype(0))))
                              .toUInt(&isHex, 16);
        const bool whole = isHex && text.size() >= prefix + digits;
        return whole ? Escape{QChar(char16_t(code)), prefix + digits} : Escape{text.front(), 1};
    };
    if (text.front() == u'%') {
        return number(1, 2);
    }
    if (text.front() != u'\\' || text.size() < 2) {
        return {text.front(), 1};
    }
    switch (text.at(1).unicode()) {
    case u'u':
        return number(2, 4);
    case u'x': {
        Escape escape = number(2, 2);
        // QDebug ends its string there and begins another, lest a digit join the escape.
        if (escape.size > 1 && text.sliced(escape.size).startsWith("\"\""_L1)) {
            escape.size += 2;
        }
        return escape;
    }
    case u'n':
    case u'r':
    case u't':
        return {u'\n', 2};
    default:
        return {text.at(1), 2};
    }
}

Spelling decoded(const Spelling &spelling)
{
    Spelling result;
    const QStringView text = spelling.text;
    for (qsizetype i = 0; i < text.size();) {
        const Escape escape = escapeAt(text.sliced(i));
        if (!isInvisible(escape.character)) {
            result.text += escape.character;
            result.begins.push_back(spelling.begins[size_t(i)]);
        }
        i += escape.size;
    }
    result.begins.push_back(spelling.begins.back());
    return result;
}

/// Marks what is to go in the source that spellings are made of.
class Marks
{
public:
    explicit Marks(qsizetype size)
        : m_marked(size_t(size), false)
    {
    }
    void add(const Spelling &spelling, qsizetype begin, qsizetype end)
    {
        const qsizetype from = spelling.begins[size_t(begin)];
        const qsizetype to = spelling.begins[size_t(end)];
        std::fill(m_marked.begin() + from, m_marked.begin() + to, true);
        m_any = m_any || from < to;
    }
    [[nodiscard]] QString without(const QString &text) const
    {
        if (!m_any) {
            return text;
        }
        QString rest;
        for (size_t i = 0; i < m_marked.size(); ++i) {
            if (!m_marked[i]) {
                rest += text.at(qsizetype(i));
            } else if (i == 0 || !m_marked[i - 1]) {
                rest += replacement;
            }
        }
        return rest;
    }

private:
    std::vector<bool> m_marked;
    bool m_any = false;
};

/// How a name may be followed by its value.
enum class Form : quint8 {
    Loose,      ///< `Bearer xyz`, `Bearer: "xyz"`
    Field,      ///< `name=xyz`, `name: xyz`, `"name": "xyz"`, `("name", QVariant(QString, "xyz"))`
    QueryField, ///< the same, but `name: xyz` is plain words
    Header,     ///< `name: whatever, until the end of the line`
};

struct Name
{
    QLatin1StringView text;
    Form form;
};

constexpr std::array names{
    Name{"bearer"_L1, Form::Loose},        Name{"authorization"_L1, Form::Header},
    Name{"cookie"_L1, Form::Header},       Name{"client_secret"_L1, Form::Field},
    Name{"refresh_token"_L1, Form::Field}, Name{"access_token"_L1, Form::Field},
    Name{"id_token"_L1, Form::Field},      Name{"hapikey"_L1, Form::Field},
    Name{"password"_L1, Form::Field},      Name{"code_verifier"_L1, Form::Field},
    Name{"code"_L1, Form::QueryField},
};

class Scanner
{
public:
    Scanner(const Spelling &spelling, Marks &marks)
        : m_spelling(spelling)
        , m_text(spelling.text)
        , m_marks(marks)
    {
    }

    void scan()
    {
        for (qsizetype i = 0; i < m_text.size(); ++i) {
            const QChar before = i > 0 ? m_text.at(i - 1) : QChar(u' ');
            const QStringView rest = m_text.sliced(i);
            if (isLetterOrDigit(before)) {
                continue;
            }
            if (rest.startsWith("pat-"_L1, Qt::CaseInsensitive) && isHubSpots(rest)) {
                m_marks.add(m_spelling, i, endOfWord(i));
            }
            if (before == u'_' || !rest.front().isLetter()) {
                continue;
            }
            for (const Name &name : names) {
                if (rest.startsWith(name.text, Qt::CaseInsensitive)) {
                    markValue(name.form, i, i + name.text.size());
                }
            }
        }
    }

private:
    [[nodiscard]] QChar at(qsizetype i) const
    {
        return i < m_text.size() ? m_text.at(i) : QChar(u'\n');
    }
    [[nodiscard]] qsizetype skip(qsizetype i, QStringView any) const
    {
        while (i < m_text.size() && any.contains(m_text.at(i))) {
            ++i;
        }
        return i;
    }

    void markValue(Form form, qsizetype begin, qsizetype end)
    {
        qsizetype i = skip(end, u"\"'");
        const bool isQuoted = i > end;
        i = skip(i, u" \t");
        if (form == Form::Loose) {
            i = skip(i, u" \t\r\n:=+,\"'");
            if (i > end) {
                m_marks.add(m_spelling, i, endOfWord(i));
            }
            return;
        }
        const QChar separator = at(i);
        const bool separates = separator == u'=' || (separator == u',' && isQuoted) ||
                               (separator == u':' && (isQuoted || form != Form::QueryField));
        if (i >= m_text.size() || !separates ||
            (form == Form::QueryField && begin > 0 && at(begin - 1) == u'-')) {
            return;
        }
        if (form == Form::Header) {
            qsizetype lineEnd = i;
            while (lineEnd < m_text.size() && at(lineEnd) != u'\n' && at(lineEnd) != u'\r') {
                ++lineEnd;
            }
            m_marks.add(m_spelling, i + 1, lineEnd);
            return;
        }
        i = skip(i + 1, u" \t");
        if (m_text.sliced(i).startsWith("QVariant("_L1)) {
            const qsizetype comma = m_text.indexOf(u',', i);
            i = comma < 0 ? i : skip(comma + 1, u" ");
        }
        i = skip(i, u"\"'");
        m_marks.add(m_spelling, i, endOfWord(i));
    }

    /// Whether a text that begins with `pat-` goes on as HubSpot's tokens do: `pat-na1-…`.
    [[nodiscard]] static bool isHubSpots(QStringView text)
    {
        const auto end =
            std::ranges::find_if(text, [](QChar c) { return !isLetterOrDigit(c) && c != u'-'; });
        return end - text.begin() >= 8 &&
               std::any_of(text.begin(), end, [](QChar c) { return c.isDigit(); });
    }

    /// Where a value ends that begins there; one that goes on in the next line, as far as one can
    /// tell from a digit in it, does so.
    [[nodiscard]] qsizetype endOfWord(qsizetype begin) const
    {
        constexpr QStringView ends = u"&\"'<>,;(){}[]";
        qsizetype i = begin;
        bool hasDigit = false;
        qsizetype lineBegin = begin;
        qsizetype lastEnd = begin;
        while (true) {
            const QChar c = at(i);
            if (!c.isSpace() && c.category() != QChar::Other_Control && !ends.contains(c)) {
                hasDigit = hasDigit || c.isDigit();
                ++i;
                continue;
            }
            if (lineBegin == begin || (hasDigit && i - lineBegin >= 4)) {
                lastEnd = i;
            }
            const qsizetype next = skip(i, u"\r\n \t");
            const bool breaks =
                next > i && next < m_text.size() && m_text.sliced(i, next - i).contains(u'\n');
            if (lastEnd != i || !breaks) {
                return lastEnd;
            }
            i = lineBegin = next;
            hasDigit = false;
        }
    }

    const Spelling &m_spelling;
    QStringView m_text;
    Marks &m_marks;
};

void markKnown(const Spelling &spelling, const KnownSecrets &known, Marks &marks)
{
    QString letters;
    std::vector<qsizetype> places;
    for (qsizetype i = 0; i < spelling.text.size(); ++i) {
        if (isLetterOrDigit(spelling.text.at(i))) {
            letters += spelling.text.at(i);
            places.push_back(i);
        }
    }
    for (const KnownSecrets::Head &head : known.heads()) {
        for (size_t i = 0; i + head.window <= places.size(); ++i) {
            const QStringView window =
                QStringView(letters).sliced(qsizetype(i), qsizetype(head.window));
            if (signatureOf(window) == head.signature) {
                const size_t last = std::min(i + head.length, places.size()) - 1;
                marks.add(spelling, places[i], places[last] + 1);
            }
        }
    }
}

} // namespace

void KnownSecrets::add(QByteArrayView secret)
{
    QString letters;
    for (const char c : secret) {
        if (isLetterOrDigit(QLatin1Char(c))) {
            letters += QLatin1Char(c);
        }
    }
    const size_t length = size_t(letters.size());
    if (length >= telling) {
        const size_t window = std::min(length, headSize);
        m_heads.push_back(
            {window, length, signatureOf(QStringView(letters).first(qsizetype(window)))});
    }
    letters.fill(u'\0');
}

QString redacted(const QString &text, const KnownSecrets &known)
{
    Marks marks(text.size());
    Spelling spelling = asItIs(text);
    // Each time one more layer of escapes is taken off.
    for (int layer = 0; layer <= 3; ++layer) {
        Scanner(spelling, marks).scan();
        markKnown(spelling, known, marks);
        Spelling next = decoded(spelling);
        if (next.text == spelling.text) {
            break;
        }
        spelling = std::move(next);
    }
    return marks.without(text);
}

QString oneLine(const QString &text)
{
    QString line;
    line.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (line.size() >= longestLine) {
            return line + u'…';
        }
        const bool isPair =
            c.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate();
        if (isPair) {
            line += c;
            line += text.at(++i);
        } else if (c == u'\n') {
            line += "\\n"_L1;
        } else if (c == u'\r') {
            line += "\\r"_L1;
        } else if (c == u'\t') {
            line += "\\t"_L1;
        } else if (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format ||
                   c.category() == QChar::Separator_Line ||
                   c.category() == QChar::Separator_Paragraph || c.isSurrogate()) {
            line += u"\\u%1"_s.arg(uint(c.unicode()), 4, 16, QLatin1Char('0'));
        } else {
            line += c;
        }
    }
    return line;
}

} // namespace support
