#include "ui/widgets/accessible.h"

#include <QWidget>

namespace ui::widgets {

using namespace Qt::StringLiterals;

void setStableName(QWidget &widget, QLatin1StringView english, const QString &description)
{
    widget.setAccessibleName(english);
    widget.setAccessibleDescription(description);
}

QString plainToolTip(const QString &text)
{
    if (text.isEmpty()) {
        return {};
    }
    return u"<div style=\"white-space:pre-wrap\">"_s + text.toHtmlEscaped() + u"</div>"_s;
}

QString withoutMnemonic(QString text)
{
    return text.replace(u'&', u"&&"_s);
}

} // namespace ui::widgets
