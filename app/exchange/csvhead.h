#pragma once

#include "app/exchange/limitscolumns.h"

#include <QByteArrayView>
#include <QStringList>

#include <optional>
#include <vector>

namespace exchange {

// What the beginning of a CSV file of limits says about the rest; see limitsreader.h. `isWhole`:
// the file has nothing behind it.

struct CsvFirstLine
{
    QStringList cells; ///< none: there is no such line, or it is not sound
    qint64 line = 1;
};

/// The first line that has any text. `number`: the one that `head` begins with.
[[nodiscard]] CsvFirstLine csvFirstLine(QByteArrayView head, char separator, bool isWhole,
                                        qint64 number = 1);

struct CsvColumns
{
    std::vector<std::optional<LimitsColumn>> columns{}; ///< none: nothing is known of them
    bool named = false;                                 ///< by a header
};

/// By the first line, be it a header or not.
[[nodiscard]] CsvColumns csvColumns(const QStringList &first);

/// The separator with which the first line makes the most sense.
[[nodiscard]] char csvSeparator(QByteArrayView head, bool isWhole);

/// Of a line "sep=;", which Excel reads; nullopt where there is none.
[[nodiscard]] std::optional<char> saidCsvSeparator(QByteArrayView head);

} // namespace exchange
