#pragma once

#include "app/history/store.h"

#include <QString>

namespace ui::history {

/// What is wrong with the history, with the system's words, as a sentence.
[[nodiscard]] QString troubleText(const ::history::StoreError &error);

/// "1.2 MB"; a megabyte is a million bytes.
[[nodiscard]] QString sizeText(qint64 bytes);

} // namespace ui::history
