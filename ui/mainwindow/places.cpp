#include "ui/mainwindow/places.h"

#include <QApplication>
#include <QWidget>

#include <algorithm>

namespace ui::mainwindow {

void focusNextPlace(std::vector<QWidget *> places)
{
    std::erase_if(places, [](const QWidget *place) {
        return place->focusProxy() == nullptr || !place->focusProxy()->isVisible();
    });
    if (places.empty()) {
        return;
    }
    const auto here = std::ranges::find_if(places, [](const QWidget *place) {
        return place->isAncestorOf(QApplication::focusWidget());
    });
    const bool goOn = here != places.end() && here + 1 != places.end();
    (goOn ? *(here + 1) : places.front())->setFocus(Qt::ShortcutFocusReason);
}

} // namespace ui::mainwindow
