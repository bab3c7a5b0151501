#pragma once

#include <QByteArray>
#include <QUrl>

#include <functional>
#include <vector>

namespace tests {

/// A server's whole answer made into another.
struct Altered
{
    QByteArray bytes;
    qsizetype needed = -1; ///< so many of them are an answer by themselves; -1: all
};

struct Alteration
{
    enum class Verdict {
        Valid,  ///< still the same answer
        Broken, ///< nothing a program may take for an answer that says the write is stored
        Open,   ///< may be taken for the same answer or for none
    };

    const char *name;
    Verdict verdict;
    std::function<Altered(const QByteArray &message)> apply;
};

/// A message as everything here wants it: its last byte says nothing, so that whoever loses it can
/// still read the body, and has to notice all the same.
[[nodiscard]] QByteArray withIdleLastByte(const QByteArray &message);

/// Bytes of an answer that are more than faultAnswerCap when they are decompressed.
inline constexpr qsizetype faultAnswerCap = 64 * 1024;

/// All there are. `elsewhere` is where a redirect leads that leaves the origin.
[[nodiscard]] std::vector<Alteration> alterations(const QUrl &elsewhere);

} // namespace tests
