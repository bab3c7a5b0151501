#pragma once

#include <QColor>

QT_BEGIN_NAMESPACE
class QPalette;
QT_END_NAMESPACE

namespace ui::widgets {

/// What a colour says. Colour is never the only sign: a glyph or words go with it.
enum class Tone { Good, Warning, Bad, Info, Quiet };

[[nodiscard]] bool isDark(const QPalette &palette);

/// A text or line colour of that tone with a contrast of at least 4.5 to 1 on the palette's base.
[[nodiscard]] QColor toneColor(Tone tone, const QPalette &palette);

/// A faint fill of that tone, to put the palette's text on.
[[nodiscard]] QColor toneFill(Tone tone, const QPalette &palette);

} // namespace ui::widgets
