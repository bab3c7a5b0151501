#pragma once

#include "app/accounts/account.h"
#include "ui/widgets/tones.h"

#include <QColor>
#include <QIcon>

QT_BEGIN_NAMESPACE
class QPainter;
class QPalette;
class QRectF;
QT_END_NAMESPACE

namespace ui::accounts {

/// All of them, None first.
inline constexpr ::accounts::Color allColors[] = {
    ::accounts::Color::None,   ::accounts::Color::Red,    ::accounts::Color::Orange,
    ::accounts::Color::Yellow, ::accounts::Color::Green,  ::accounts::Color::Teal,
    ::accounts::Color::Blue,   ::accounts::Color::Purple, ::accounts::Color::Gray,
};

/// What is at stake, as a tone.
[[nodiscard]] widgets::Tone toneOf(::accounts::Kind kind);

/// The colour to mark an account of that kind with. None: that of toneOf().
[[nodiscard]] QColor colorOf(::accounts::Color color, ::accounts::Kind kind,
                             const QPalette &palette);

/// The account's colour as a swatch, and where it is locked a padlock of that colour instead.
void drawAccount(QPainter &painter, const QRectF &area, const ::accounts::Account &account,
                 const QPalette &palette);

/// The same as an icon, which follows the application's palette.
[[nodiscard]] QIcon accountIcon(const ::accounts::Account &account);

} // namespace ui::accounts
