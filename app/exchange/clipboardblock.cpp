#include "app/exchange/clipboardblock.h"

#include "app/exchange/limitscolumns.h"

#include <QStringList>

#include <algorithm>
#include <optional>

namespace exchange {

using namespace Qt::StringLiterals;

namespace {

using Line = QStringList;

/// Spreadsheets quote a cell only when it needs it, so a quote opens only at a cell's beginning.
std::vector<Line> splitCells(const QString &text)
{
    std::vector<Line> lines;
    Line line;
    QString cell;
    bool quoted = false;
    bool atStart = true;
    const auto endCell = [&] {
        line.append(cell.trimmed());
        cell.clear();
        atStart = true;
    };
    const auto endLine = [&] {
        endCell();
        lines.push_back(std::exchange(line, {}));
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar character = text.at(i);
        const bool pairOfQuotes =
            quoted && character == u'"' && i + 1 < text.size() && text.at(i + 1) == u'"';
        if (pairOfQuotes) {
            cell.append(character);
            ++i;
        } else if (character == u'"' && (quoted || atStart)) {
            quoted = !quoted;
            atStart = false;
        } else if (quoted) {
            cell.append(character);
        } else if (character == u'\t') {
            endCell();
        } else if (character == u'\n') {
            endLine();
        } else if (character != u'\r') {
            cell.append(character);
            atStart = false;
        }
    }
    if (!cell.isEmpty() || !line.isEmpty()) {
        endLine();
    }
    while (!lines.empty() &&
           std::ranges::all_of(lines.back(), [](const QString &last) { return last.isEmpty(); })) {
        lines.pop_back();
    }
    return lines;
}

QLatin1StringView headerName(Field field)
{
    switch (field) {
    case Field::TypeId:
        return "Type ID"_L1;
    case Field::Category:
        return "Category"_L1;
    case Field::Limit:
        return "New limit"_L1;
    }
    Q_UNREACHABLE();
}

std::optional<Field> fieldCalled(const QString &header)
{
    const auto column = limitsColumnCalled(header);
    if (!column) {
        return std::nullopt;
    }
    switch (*column) {
    case LimitsColumn::TypeId:
        return Field::TypeId;
    case LimitsColumn::Category:
        return Field::Category;
    case LimitsColumn::Limit:
        return Field::Limit;
    case LimitsColumn::Label:
    case LimitsColumn::From:
    case LimitsColumn::To:
    case LimitsColumn::Direction:
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

using Columns = std::vector<std::optional<Field>>;

/// The columns a header row names; empty where the line is none. One known name is enough, and a
/// line with a number in it is data.
Columns headerColumns(const Line &line)
{
    Columns columns;
    bool known = false;
    for (const QString &cell : line) {
        bool isNumber = false;
        cell.toLongLong(&isNumber);
        if (isNumber) {
            return {};
        }
        columns.push_back(fieldCalled(cell));
        known = known || columns.back();
    }
    return known ? columns : Columns();
}

Columns columnsByCount(qsizetype count)
{
    switch (count) {
    case 1:
        return {Field::Limit};
    case 2:
        return {Field::TypeId, Field::Limit};
    default:
        return {Field::TypeId, Field::Category, Field::Limit};
    }
}

QString textOf(const limits::DraftRow &row, Field field)
{
    switch (field) {
    case Field::TypeId:
        return row.typeId;
    case Field::Category:
        return row.category;
    case Field::Limit:
        return row.limit;
    }
    Q_UNREACHABLE();
}

QString quotedCell(const QString &cell)
{
    const bool special =
        std::ranges::any_of(cell, [](QChar character) { return u"\t\n\r"_s.contains(character); });
    if (!special && !cell.startsWith(u'"')) {
        return cell;
    }
    return u'"' + QString(cell).replace(u'"', u"\"\""_s) + u'"';
}

} // namespace

std::vector<limits::RowEdit> parseBlock(const QString &text, Field single)
{
    std::vector<Line> lines = splitCells(text);
    if (lines.empty()) {
        return {};
    }
    Columns columns = headerColumns(lines.front());
    if (!columns.empty()) {
        lines.erase(lines.begin());
    } else {
        const auto widest = std::ranges::max_element(lines, {}, &Line::size);
        columns = lines.size() == 1 && widest->size() == 1 ? Columns{single}
                                                           : columnsByCount(widest->size());
    }
    std::vector<limits::RowEdit> edits;
    edits.reserve(lines.size());
    for (const Line &line : lines) {
        limits::RowEdit edit;
        for (qsizetype i = 0; i < std::min(line.size(), qsizetype(columns.size())); ++i) {
            if (columns[size_t(i)] == Field::TypeId) {
                edit.typeId = line.at(i);
            } else if (columns[size_t(i)] == Field::Category) {
                edit.category = line.at(i);
            } else if (columns[size_t(i)] == Field::Limit) {
                edit.limit = line.at(i);
            }
        }
        edits.push_back(std::move(edit));
    }
    return edits;
}

QString formatBlock(const std::vector<limits::DraftRow> &rows, const std::vector<Field> &fields)
{
    std::vector<Line> lines;
    for (const limits::DraftRow &row : rows) {
        Line line;
        std::ranges::transform(fields, std::back_inserter(line),
                               [&row](Field field) { return textOf(row, field); });
        lines.push_back(std::move(line));
    }
    // Nothing keeps a person from typing a column's name, and a first line with one is a header.
    const Columns columns(fields.begin(), fields.end());
    if (columns != columnsByCount(qsizetype(fields.size())) ||
        (!lines.empty() && !headerColumns(lines.front()).empty())) {
        Line header;
        std::ranges::transform(fields, std::back_inserter(header), headerName);
        lines.insert(lines.begin(), header);
    }
    QStringList texts;
    for (Line &line : lines) {
        std::ranges::transform(line, line.begin(), quotedCell);
        texts.append(line.join(u'\t'));
    }
    return texts.join(u'\n');
}

} // namespace exchange
