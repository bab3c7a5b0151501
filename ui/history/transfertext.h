#pragma once

#include "app/exchange/exporter.h"
#include "app/exchange/importer.h"
#include "ui/widgets/banner.h"

#include <QString>

namespace ui::history {

// What an export or an import has come to, in words: what happened, where, and what to do next.

/// `path` is the file's.
[[nodiscard]] widgets::Message exportMessage(const exchange::Exporter::Result &result,
                                             const QString &path);
[[nodiscard]] widgets::Message importMessage(const exchange::Importer::Result &result,
                                             const QString &path);

/// While it runs. `total` 0: nobody knows yet.
[[nodiscard]] QString exportProgressText(qint64 done, qint64 total);
[[nodiscard]] QString importProgressText(qint64 done, qint64 total);

} // namespace ui::history
