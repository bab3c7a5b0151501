#pragma once

#include "app/exchange/recordfile.h"

namespace ui::history {

/// A report to read, in the language of the window: Markdown with a table of the limits of each
/// submission. Text from elsewhere stays text, whatever it looks like. May be used from any thread.
class MarkdownReport final : public exchange::RecordFile
{
public:
    [[nodiscard]] QByteArray begin(const QDateTime &exportedAt) override;
    [[nodiscard]] QByteArray record(const ::history::Record &record) override;
    [[nodiscard]] QByteArray end() override;
};

} // namespace ui::history
