#include "app/exchange/csvtext.h"

#include <algorithm>

namespace exchange {

using namespace Qt::StringLiterals;

namespace {

/// Spreadsheets take what begins so for a formula.
constexpr QStringView risky = u"=+-@\t\r";

} // namespace

QString harmless(const QString &text)
{
    const auto first =
        std::ranges::find_if(text, [](QChar character) { return character != u'\''; });
    return first != text.end() && risky.contains(*first) ? u'\'' + text : text;
}

bool hasGuard(QByteArrayView text)
{
    if (!text.startsWith('\'')) {
        return false;
    }
    const auto first = std::ranges::find_if(text, [](char character) { return character != '\''; });
    return first != text.end() && risky.contains(QLatin1Char(*first));
}

QByteArray csvLine(QStringList cells, QChar separator)
{
    const auto isSpace = [](QChar character) { return character == u' ' || character == u'\t'; };
    for (QString &cell : cells) {
        const bool special = std::ranges::any_of(cell, [separator](QChar character) {
            return character == separator || u"\"\r\n"_s.contains(character);
        });
        if (special || (!cell.isEmpty() && (isSpace(cell.front()) || isSpace(cell.back())))) {
            cell = u'"' + cell.replace(u'"', "\"\""_L1) + u'"';
        }
    }
    return cells.join(separator).toUtf8() + "\r\n";
}

} // namespace exchange
