#include "app/exchange/limitssheet.h"

#include "app/exchange/csvtext.h"
#include "app/exchange/limitsreader.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace exchange {

using namespace Qt::StringLiterals;
using limits::Document;
using limits::Row;

namespace {

struct SheetColumn
{
    QString LimitsLine::*text;
    QLatin1StringView header;
    QLatin1StringView key;
    bool isNumber; ///< mostly
};

constexpr std::array sheetColumns{
    SheetColumn{&LimitsLine::from, "From"_L1, "from"_L1, false},
    SheetColumn{&LimitsLine::to, "To"_L1, "to"_L1, false},
    SheetColumn{&LimitsLine::label, "Label"_L1, "label"_L1, false},
    SheetColumn{&LimitsLine::category, "Category"_L1, "category"_L1, false},
    SheetColumn{&LimitsLine::typeId, "Type ID"_L1, "typeId"_L1, true},
    SheetColumn{&LimitsLine::now, "Now"_L1, "now"_L1, true},
    SheetColumn{&LimitsLine::limit, "New limit"_L1, "maxToObjectIds"_L1, true},
};

QString limitText(const std::optional<qint32> &limit)
{
    return limit ? QString::number(*limit) : u"Many"_s;
}

bool isWanted(const Row &row, LimitsContent content)
{
    switch (content) {
    case LimitsContent::Shown:
        return true;
    case LimitsContent::Live:
        return row.ofAccount && row.live.known;
    case LimitsContent::Drafts:
        return !row.ofAccount || !row.draft.limit.isEmpty();
    }
    Q_UNREACHABLE();
}

LimitsLine lineOf(const Document &document, qsizetype index, LimitsContent content)
{
    const Row &row = document.at(index);
    LimitsLine line;
    if (document.hasBothDirections()) {
        const limits::Pair pair = document.pair(row.draft.side);
        line.from = pair.from;
        line.to = pair.to;
    }
    const limits::AssociationType *known = document.knownType(index);
    line.label = row.label.isEmpty() && known && !row.unlabeled ? known->name : row.label;
    line.category = row.category ? QString(wireName(*row.category)) : row.draft.category;
    line.typeId = row.draft.typeId;
    if (content == LimitsContent::Live) {
        line.limit = limitText(row.live.limit);
        return line;
    }
    if (content == LimitsContent::Shown && row.live.known) {
        line.now = limitText(row.live.limit);
    }
    line.limit = row.hasEntry ? limitText(row.limit) : row.draft.limit;
    return line;
}

bool isEmpty(const LimitsLine &line)
{
    return line == LimitsLine{};
}

/// Those with any text, but for the ones without which there is no importing it.
std::vector<SheetColumn> usedColumns(const LimitsSheet &sheet)
{
    std::vector<SheetColumn> used;
    for (const SheetColumn &column : sheetColumns) {
        const bool isOptional = column.text == &LimitsLine::from || column.text == &LimitsLine::to;
        const bool isShownOnly = column.text == &LimitsLine::now;
        const bool hasText = std::ranges::any_of(sheet.lines, [&column](const LimitsLine &line) {
            return !(line.*column.text).isEmpty();
        });
        if (hasText || (!isOptional && !isShownOnly) ||
            (isShownOnly && sheet.content == LimitsContent::Shown)) {
            used.push_back(column);
        }
    }
    return used;
}

QLatin1StringView headerOf(const SheetColumn &column, LimitsContent content)
{
    return column.text == &LimitsLine::limit && content == LimitsContent::Live ? "Limit"_L1
                                                                               : column.header;
}

/// A number only where that is read as the same text again.
QByteArray jsonOf(const QString &text, bool isNumber)
{
    bool fits = false;
    const int number = text.toInt(&fits);
    if (isNumber && fits && QString::number(number) == text) {
        return QByteArray::number(number);
    }
    const QByteArray list = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return list.sliced(1, list.size() - 2);
}

} // namespace

LimitsSheet limitsSheet(const Document &document, const std::vector<qsizetype> &rows,
                        LimitsContent content)
{
    LimitsSheet sheet{content, {}};
    for (const qsizetype row : rows) {
        if (isWanted(document.at(row), content)) {
            sheet.lines.push_back(lineOf(document, row, content));
        }
    }
    return sheet;
}

QByteArray limitsToCsv(const LimitsSheet &sheet, const CsvStyle &style)
{
    const std::vector<SheetColumn> columns = usedColumns(sheet);
    const QChar separator = QLatin1Char(style.separator);
    QStringList cells;
    for (const SheetColumn &column : columns) {
        cells.append(headerOf(column, sheet.content));
    }
    QByteArray csv = style.hasBom ? utf8Bom : "";
    csv += csvLine(cells, separator);
    for (const LimitsLine &line : sheet.lines) {
        if (isEmpty(line)) {
            continue;
        }
        cells.clear();
        for (const SheetColumn &column : columns) {
            cells.append(harmless(line.*column.text));
        }
        csv += csvLine(cells, separator);
    }
    return csv;
}

QByteArray limitsToJson(const LimitsSheet &sheet)
{
    QByteArray json = "{\"format\":\"" + QByteArray(limitsFormat.data(), limitsFormat.size()) +
                      "\",\"version\":" + QByteArray::number(limitsVersion) + ",\"inputs\":[";
    bool first = true;
    for (const LimitsLine &line : sheet.lines) {
        if (isEmpty(line)) {
            continue;
        }
        json += std::exchange(first, false) ? "\n{" : ",\n{";
        for (const SheetColumn &column : sheetColumns) {
            if (const QString &text = line.*column.text; !text.isEmpty()) {
                json += json.endsWith('{') ? "\"" : ",\"";
                json += QByteArray(column.key.data(), column.key.size()) + "\":";
                json += jsonOf(text, column.isNumber);
            }
        }
        json += '}';
    }
    return json + "\n]}\n";
}

} // namespace exchange
