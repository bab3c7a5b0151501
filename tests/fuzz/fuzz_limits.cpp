#include "app/exchange/limitsreader.h"
#include "app/exchange/limitssheet.h"
#include "tests/fuzz/fuzz.h"

#include <QBuffer>

// A file of limits that somebody imports. What is accepted is written in every way and read again.

using exchange::LimitsColumn;
using exchange::LimitsContent;
using exchange::LimitsLine;
using exchange::LimitsRows;
using exchange::LimitsSheet;
using fuzz::require;

namespace {

/// nullopt where the file is refused.
std::optional<LimitsRows> rowsIn(QByteArray bytes)
{
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    const limits::Pair pair{QStringLiteral("0-1"), QStringLiteral("0-2")};
    exchange::LimitsReader reader(buffer, {pair, true});
    if (const auto done = reader.readAll(); !done) {
        require(done.error().place.line >= 1 && done.error().place.column >= 1,
                "places count from 1");
        return std::nullopt;
    }
    require(reader.bytesRead() == bytes.size(), "a file is read to its end");
    return reader.takeRows();
}

std::vector<LimitsLine> linesOf(const LimitsRows &rows)
{
    std::vector<LimitsLine> lines;
    qint64 line = 1;
    qsizetype errors = 0;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        require(rows.line(i) >= line, "rows are in the order of the file");
        line = rows.line(i);
        errors += rows.hasErrors(i) ? 1 : 0;
        const limits::RowEdit edit = rows.edit(i);
        require(edit.typeId && edit.limit.value_or(QString()) == rows.text(i, LimitsColumn::Limit),
                "texts stay as they are");
        require(!(rows.issues(i) & limits::Issue::TypeIdMissing) ||
                    limits::parseTypeId(*edit.typeId).hasValue() == false,
                "issues are those of the table");
        lines.push_back({rows.text(i, LimitsColumn::From),
                         rows.text(i, LimitsColumn::To),
                         rows.text(i, LimitsColumn::Label),
                         rows.text(i, LimitsColumn::Category),
                         rows.text(i, LimitsColumn::TypeId),
                         {},
                         rows.text(i, LimitsColumn::Limit)});
    }
    require(errors == rows.errorCount(), "errors are counted");
    return lines;
}

void checkAgain(const QByteArray &file, const std::vector<LimitsLine> &expected)
{
    const auto again = rowsIn(file);
    require(again && linesOf(*again) == expected, "what is written is read as it was");
}

} // namespace

extern "C" int LLVMFuzzerInitialize(int *, char ***)
{
    fuzz::quiet();
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto rows = rowsIn(fuzz::bytesOf(data, size));
    if (!rows) {
        return 0;
    }
    LimitsSheet sheet{LimitsContent::Drafts, linesOf(*rows)};
    std::erase(sheet.lines, LimitsLine{}); // which are left out
    checkAgain(exchange::limitsToJson(sheet), sheet.lines);
    const bool hasZero = std::ranges::any_of(sheet.lines, [](const LimitsLine &line) {
        return (line.from + line.to + line.label + line.category + line.typeId + line.limit)
            .contains(QChar(u'\0')); // JSON can have it, CSV can't
    });
    for (const char separator : {',', ';', '\t'}) {
        if (!hasZero) {
            checkAgain(exchange::limitsToCsv(sheet, {separator, separator != ';'}), sheet.lines);
        }
    }
    return 0;
}
