#pragma once

#include "app/limits/document.h"

#include <QString>
#include <QStringList>

namespace ui::editor {

/// One sentence for each thing that is wrong or worth a word in the row, errors first.
[[nodiscard]] QStringList issueTexts(const limits::Document &document, qsizetype row);

/// What is worth a word about the rows that would be submitted, each with the name of its row.
[[nodiscard]] QStringList warningsOfChanges(const limits::Document &document);

/// Why a typed object type is none.
[[nodiscard]] QString objectTypeErrorText(limits::ObjectTypeError error, const QString &typed);

} // namespace ui::editor
