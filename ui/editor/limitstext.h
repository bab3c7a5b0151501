#pragma once

#include "app/limits/document.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace ui::editor {

/// One sentence for each thing that is wrong in the row or worth a word, what is wrong first.
[[nodiscard]] QStringList remarks(const limits::Document &document, qsizetype row);

/// What an editor of the row's limit starts with, and what is copied: the limit that was entered,
/// else the one the account has.
[[nodiscard]] QString limitText(const limits::Row &row);

/// What is worth a word about the rows of these edits, each with the name of its row.
[[nodiscard]] QStringList warningsOfChanges(const limits::Document &document,
                                            const std::vector<limits::Edit> &edits);

/// Why a typed object type is none.
[[nodiscard]] QString objectTypeErrorText(limits::ObjectTypeError error, const QString &typed);

} // namespace ui::editor
