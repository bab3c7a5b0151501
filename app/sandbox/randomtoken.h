#pragma once

#include <QByteArray>
#include <QRandomGenerator>

#include <array>

namespace sandbox {

/// 256 random bits as hexadecimal digits, with something before them to tell it by.
[[nodiscard]] inline QByteArray randomToken(QByteArrayView prefix)
{
    std::array<quint32, 8> words{};
    QRandomGenerator::system()->fillRange(words.data(), static_cast<qsizetype>(words.size()));
    const QByteArrayView bytes(reinterpret_cast<const char *>(words.data()), sizeof words);
    return prefix.toByteArray() + bytes.toByteArray().toHex();
}

} // namespace sandbox
