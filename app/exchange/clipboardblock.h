#pragma once

#include "app/limits/document.h"

#include <QString>

#include <vector>

namespace exchange {

/// A cell of a block of limits.
enum class Field : quint8 { TypeId, Category, Limit };

/// Reads text as spreadsheets put it on the clipboard: lines of cells parted by tabs, a cell with
/// tabs, line breaks or quotes in double quotes. A first line of known column names (see
/// limitsColumnCalled()) says which column is which; without one, one column holds limits, two type
/// ID and limit, three and more type ID, category and limit. Cells are taken as they are; only
/// white space around them goes. Empty lines at the end are dropped. `single`: what a lone cell
/// (one line, one column, no header) is taken for.
[[nodiscard]] std::vector<limits::RowEdit> parseBlock(const QString &text,
                                                      Field single = Field::Limit);

/// The inverse: rows of the given fields, to be pasted into a spreadsheet. A header row is there
/// where parseBlock() could not tell the columns without it.
[[nodiscard]] QString formatBlock(const std::vector<limits::DraftRow> &rows,
                                  const std::vector<Field> &fields);

} // namespace exchange
