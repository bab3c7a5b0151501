#include "tests/e2e/secretsearch.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

#include <algorithm>

namespace tests {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArray::Base64Options forUrls =
    QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
constexpr QByteArray::Base64Options plain =
    QByteArray::Base64Encoding | QByteArray::OmitTrailingEquals;

QByteArray utf16(const QByteArray &text, QSysInfo::Endian endian)
{
    QByteArray wide;
    for (const char16_t unit : QString::fromUtf8(text).toStdU16String()) {
        const char high = char(unit >> 8);
        const char low = char(unit & 0xff);
        wide += endian == QSysInfo::BigEndian ? high : low;
        wide += endian == QSysInfo::BigEndian ? low : high;
    }
    return wide;
}

/// The digits that are the text's alone, where `before` bytes of something else stand before it in
/// what was encoded, and anything behind it: a digit is six bits.
QByteArray base64(const QByteArray &text, qsizetype before, QByteArray::Base64Options options)
{
    const QByteArray digits = (QByteArray(before, '\0') + text).toBase64(options);
    const qsizetype begin = (8 * before + 5) / 6;
    const qsizetype end = 8 * (before + text.size()) / 6;
    return digits.sliced(begin, end - begin);
}

QByteArray inJson(QByteArray text)
{
    return text.replace('\\', "\\\\").replace('"', "\\\"").replace('/', "\\/");
}

/// As JSON for HTML pages has it.
QByteArray inCarefulJson(const QByteArray &text)
{
    QByteArray careful;
    for (const char c : text) {
        const bool isPlain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
                             (c >= 'a' && c <= 'z') || c == '-' || c == '_' || c == '.';
        careful += isPlain ? QByteArray(1, c) : "\\u00" + QByteArray(1, c).toHex();
    }
    return careful;
}

/// "%2F" as "%2f".
QByteArray withSmallDigits(QByteArray encoded)
{
    for (qsizetype i = encoded.indexOf('%'); i >= 0; i = encoded.indexOf('%', i + 1)) {
        encoded.replace(i, 3, encoded.sliced(i, 3).toLower());
    }
    return encoded;
}

} // namespace

std::vector<Spelling> spellingsOf(const QByteArray &text)
{
    std::vector<Spelling> spellings;
    const auto add = [&spellings](const QString &name, const QByteArray &bytes) {
        if (std::ranges::find(spellings, bytes, &Spelling::bytes) == spellings.end()) {
            spellings.push_back({name, bytes});
        }
    };
    add(u"it is"_s, text);
    add(u"UTF-16LE"_s, utf16(text, QSysInfo::LittleEndian));
    add(u"UTF-16BE"_s, utf16(text, QSysInfo::BigEndian));
    for (qsizetype before = 0; before < 3; ++before) {
        add(u"Base64"_s, base64(text, before, plain));
        add(u"Base64 for URLs"_s, base64(text, before, forUrls));
    }
    add(u"percent-encoded"_s, text.toPercentEncoding());
    add(u"percent-encoded in small digits"_s, withSmallDigits(text.toPercentEncoding()));
    add(u"JSON"_s, inJson(text));
    add(u"JSON for pages"_s, inCarefulJson(text));
    add(u"hexadecimal"_s, text.toHex());
    add(u"hexadecimal in capitals"_s, text.toHex().toUpper());
    return spellings;
}

void SecretSearch::add(const QString &name, const QByteArray &secret)
{
    Q_ASSERT(!secret.isEmpty()); // which is everywhere
    if (m_secrets.contains(secret)) {
        return;
    }
    m_secrets.insert(secret);
    for (const Spelling &spelling : spellingsOf(secret)) {
        m_patterns.push_back(
            {u"%1 as %2"_s.arg(name, spelling.name), QByteArrayMatcher(spelling.bytes)});
    }
}

QStringList SecretSearch::findIn(const QByteArray &bytes, const QString &where) const
{
    QStringList found;
    for (const Pattern &pattern : m_patterns) {
        const qsizetype place = pattern.matcher.indexIn(bytes);
        if (place >= 0) {
            found.append(u"%1 in %2 at %3"_s.arg(pattern.name, where).arg(place));
        }
    }
    return found;
}

QStringList SecretSearch::findBelow(const QString &folder, QSet<QString> &looked) const
{
    QStringList found;
    QDirIterator files(folder, QDir::Files | QDir::Hidden | QDir::System,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        const QString name = QDir(folder).relativeFilePath(file.fileName());
        found += findIn(name.toUtf8(), u"the name "_s + name);
        if (!files.fileInfo().isFile()) {
            continue; // a socket or a dangling link
        }
        if (!file.open(QIODevice::ReadOnly)) {
            found.append(name + u" can't be read"_s);
            continue;
        }
        looked.insert(name);
        found += findIn(file.readAll(), name);
    }
    return found;
}

} // namespace tests
