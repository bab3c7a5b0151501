#pragma once

#include <QLatin1StringView>
#include <QString>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace ui::widgets {

/// Gives a control the name that assistive tools and scripts find it by. It is English in every
/// language, since a script must not break when the language changes; what a person hears in their
/// own language goes into the description.
void setStableName(QWidget &widget, QLatin1StringView english, const QString &description = {});

/// Text of a tool tip that came from elsewhere: Qt takes a tool tip that looks like HTML for HTML.
[[nodiscard]] QString plainToolTip(const QString &text);

/// Text of a button, tab or menu entry that came from elsewhere: an ampersand stays one.
[[nodiscard]] QString withoutMnemonic(QString text);

} // namespace ui::widgets
