#include "ui/widgets/groupbox.h"

#include <QEvent>

namespace ui::widgets {

bool GroupBox::event(QEvent *event)
{
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::KeyRelease;
    return isKey && !isCheckable() ? QWidget::event(event) : QGroupBox::event(event);
}

} // namespace ui::widgets
