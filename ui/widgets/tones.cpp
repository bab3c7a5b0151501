#include "ui/widgets/tones.h"

#include <QPalette>

namespace ui::widgets {

bool isDark(const QPalette &palette)
{
    // QStyleHints::colorScheme comes only with Qt 6.5.
    return palette.color(QPalette::Base).lightness() < palette.color(QPalette::Text).lightness();
}

QColor toneColor(Tone tone, const QPalette &palette)
{
    const bool dark = isDark(palette);
    switch (tone) {
    case Tone::Good:
        return dark ? QColor(0x6c, 0xd1, 0x8c) : QColor(0x1a, 0x6e, 0x3a);
    case Tone::Warning:
        return dark ? QColor(0xf0, 0xb9, 0x5a) : QColor(0x8a, 0x55, 0x00);
    case Tone::Bad:
        return dark ? QColor(0xff, 0x8f, 0x85) : QColor(0xb3, 0x26, 0x1e);
    case Tone::Info:
        return dark ? QColor(0x8a, 0xb8, 0xff) : QColor(0x1f, 0x5a, 0xa8);
    case Tone::Quiet:
        return dark ? QColor(0xa8, 0xad, 0xb4) : QColor(0x5c, 0x63, 0x6b);
    }
    Q_UNREACHABLE();
}

QColor toneFill(Tone tone, const QPalette &palette)
{
    const QColor base = palette.color(QPalette::Base);
    const QColor tint = toneColor(tone, palette);
    const float share = isDark(palette) ? 0.16F : 0.09F;
    const auto mix = [share](float from, float to) { return from + (to - from) * share; };
    return QColor::fromRgbF(mix(base.redF(), tint.redF()), mix(base.greenF(), tint.greenF()),
                            mix(base.blueF(), tint.blueF()));
}

} // namespace ui::widgets
