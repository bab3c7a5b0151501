#pragma once

#include "app/limits/document.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace exchange {

/// What of the table goes into a file.
enum class LimitsContent : quint8 {
    Shown,  ///< the live limits as "Now" and what is entered as the limit
    Live,   ///< the limits the account has, as far as they are known: to set them again elsewhere
    Drafts, ///< rows typed by hand and entered limits
};

/// A row of the file. Texts may be anything that can be typed, but for zero bytes.
struct LimitsLine
{
    QString from{}; ///< object type IDs; both empty where there is one direction only
    QString to{};
    QString label{}; ///< empty: none, or none is known
    QString category{};
    QString typeId{};
    QString now{}; ///< of Shown: a number or "Many"; empty where not known
    QString limit{};

    bool operator==(const LimitsLine &) const = default;
};

/// Limits to be written as a file that LimitsReader reads again.
struct LimitsSheet
{
    LimitsContent content = LimitsContent::Shown;
    std::vector<LimitsLine> lines;
};

/// `rows` in the order and as far as the table shows them; of these, what `content` asks for.
/// Categories have the API's names, a limit that is none is "Many".
[[nodiscard]] LimitsSheet limitsSheet(const limits::Document &document,
                                      const std::vector<qsizetype> &rows, LimitsContent content);

struct CsvStyle
{
    char separator = ','; ///< or a semicolon, or a tab
    bool hasBom = true;   ///< for Excel
};

/// RFC 4180 in UTF-8, with English names of columns in every language, and no formulas: see
/// harmless(). A row without any text is left out.
[[nodiscard]] QByteArray limitsToCsv(const LimitsSheet &sheet, const CsvStyle &style = {});

/// See limitsreader.h; a row is a line, and one without any text is left out.
[[nodiscard]] QByteArray limitsToJson(const LimitsSheet &sheet);

} // namespace exchange
