#include "ui/widgets/menubutton.h"

#include <QMenu>

namespace ui::widgets {

MenuButton::MenuButton(QWidget *parent)
    : QToolButton(parent)
{
    setToolButtonStyle(Qt::ToolButtonTextOnly);
    setAutoRaise(true);
    setFocusPolicy(Qt::TabFocus);
}

void MenuButton::offer(QMenu &menu)
{
    m_menu = &menu;
    connect(this, &QToolButton::clicked, &menu, [this, &menu] {
        setDown(true);
        const QPoint corner = isRightToLeft()
                                  ? rect().bottomRight() - QPoint(menu.sizeHint().width(), 0)
                                  : rect().bottomLeft();
        menu.popup(mapToGlobal(corner));
    });
    connect(&menu, &QMenu::aboutToHide, this, [this] { setDown(false); });
}

} // namespace ui::widgets
