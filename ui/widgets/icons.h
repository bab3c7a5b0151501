#pragma once

#include "ui/widgets/tones.h"

#include <QIcon>

namespace ui::widgets {

/// The program's own drawings, resources/icons/*.svg.
enum class IconName : quint8 {
    Both,
    Swap,
    Refresh,
    Add,
    Remove,
    Discard,
    Review,
    Search,
    History,
    Copy,
    Warning,
    Error,
    Ok,
    Unknown,
    Pending,
    Edited,
    Info,
    Sandbox,
    Link,
    Back
};

/// In the colour of the application palette's text at the time of painting: it follows a change
/// between light and dark by itself, and is drawn afresh for every size and device pixel ratio.
[[nodiscard]] QIcon icon(IconName name);

/// The same in a tone's colour; disabled and selected ones take the palette's colours.
[[nodiscard]] QIcon icon(IconName name, Tone tone);

/// The program's own mark, in its own colours.
[[nodiscard]] QIcon applicationIcon();

} // namespace ui::widgets
