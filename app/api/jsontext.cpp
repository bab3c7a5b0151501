#include "app/api/jsontext.h"

#include <QJsonDocument>

namespace api {

namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// The end of the string that begins at `start`.
qsizetype endOfString(QByteArrayView json, qsizetype start)
{
    qsizetype end = start + 1;
    while (json[end] != '"') {
        end += json[end] == '\\' ? 2 : 1;
    }
    return end + 1;
}

qsizetype skipSpace(QByteArrayView json, qsizetype at)
{
    while (at < json.size() && isSpace(json[at])) {
        ++at;
    }
    return at;
}

void newLine(QByteArray &out, qsizetype depth)
{
    out += '\n';
    out.resize(out.size() + 2 * depth, ' ');
}

} // namespace

QString indentedJson(const QByteArray &bytes)
{
    if (QJsonDocument::fromJson(bytes).isNull()) {
        return QString::fromUtf8(bytes);
    }
    // From here on the input is known to be sound: strings end and brackets match.
    const qsizetype longest = 16 * (bytes.size() + 64);
    QByteArrayView json = bytes;
    if (json.startsWith("\xef\xbb\xbf")) {
        json = json.sliced(3);
    }
    QByteArray out;
    out.reserve(2 * json.size());
    qsizetype depth = 0;
    for (qsizetype i = 0; i < json.size() && out.size() <= longest;) {
        const char c = json[i];
        if (isSpace(c)) {
            ++i;
        } else if (c == '"') {
            const qsizetype end = endOfString(json, i);
            out.append(json.sliced(i, end - i));
            i = end;
        } else if (c == '{' || c == '[') {
            out += c;
            i = skipSpace(json, i + 1);
            if (json[i] == '}' || json[i] == ']') {
                out += json[i++];
            } else {
                newLine(out, ++depth);
            }
        } else if (c == '}' || c == ']') {
            newLine(out, --depth);
            out += c;
            ++i;
        } else {
            out += c;
            ++i;
            if (c == ',') {
                newLine(out, depth);
            } else if (c == ':') {
                out += ' ';
            }
        }
    }
    return out.size() > longest ? QString::fromUtf8(bytes) : QString::fromUtf8(out);
}

} // namespace api
