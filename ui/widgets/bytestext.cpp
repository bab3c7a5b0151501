#include "ui/widgets/bytestext.h"

#include <QStringDecoder>

#include <algorithm>

namespace ui::widgets {

using namespace Qt::StringLiterals;

namespace {

bool isUnseen(uchar byte)
{
    return byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r';
}

QStringDecoder decoder()
{
    // Else a byte order mark would be dropped.
    return QStringDecoder(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom |
                                                    QStringDecoder::Flag::Stateless);
}

qsizetype lengthAfter(uchar lead)
{
    return lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}

void appendEscape(QString &text, uchar byte)
{
    constexpr char digits[] = "0123456789ABCDEF";
    text += "\\x"_L1;
    text += QLatin1Char(digits[byte >> 4]);
    text += QLatin1Char(digits[byte & 15]);
}

} // namespace

BytesText bytesText(QByteArrayView bytes)
{
    if (bytes.isValidUtf8() && std::ranges::none_of(bytes, isUnseen)) {
        return {decoder().decode(bytes), false};
    }
    QString text;
    text.reserve(bytes.size());
    for (qsizetype i = 0; i < bytes.size();) {
        const auto byte = uchar(bytes[i]);
        const QByteArrayView sequence =
            bytes.sliced(i, std::min(lengthAfter(byte), bytes.size() - i));
        const bool ambiguous = byte == '\\' && i + 1 < bytes.size() && bytes[i + 1] == 'x';
        if (isUnseen(byte) || ambiguous || !sequence.isValidUtf8()) {
            appendEscape(text, byte);
            ++i;
        } else {
            text += decoder().decode(sequence);
            i += sequence.size();
        }
    }
    return {text, true};
}

} // namespace ui::widgets
