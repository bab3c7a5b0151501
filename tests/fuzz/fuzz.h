#pragma once

#include <QByteArray>
#include <QDebug>
#include <QList>

#include <cstdio>
#include <cstdlib>

// What the fuzzers share. Each defines LLVMFuzzerTestOneInput(), which returns where all is well.

namespace fuzz {

/// A property that has to hold whatever came in. The fuzzer keeps the input where it does not.
inline void require(bool holds, const char *property)
{
    if (!holds) {
        std::fprintf(stderr, "It does not hold that %s\n", property);
        std::abort();
    }
}

/// Keeps the log quiet: what is said of damaged input would be millions of lines.
inline void quiet()
{
    qInstallMessageHandler([](QtMsgType type, const QMessageLogContext &, const QString &message) {
        if (type == QtFatalMsg) { // an assertion
            std::fprintf(stderr, "%s\n", qPrintable(message));
        }
    });
}

inline QByteArray bytesOf(const uint8_t *data, size_t size)
{
    return {reinterpret_cast<const char *>(data), qsizetype(size)};
}

/// The input as texts, parted by bytes that are in no UTF-8; at least `count`, empty ones at the
/// end.
inline QList<QString> textsOf(const uint8_t *data, size_t size, qsizetype count)
{
    QList<QString> texts;
    for (const QByteArray &part : bytesOf(data, size).split('\xff')) {
        texts.append(QString::fromUtf8(part));
    }
    while (texts.size() < count) {
        texts.append(QString());
    }
    return texts;
}

} // namespace fuzz
