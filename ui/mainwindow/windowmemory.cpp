#include "ui/mainwindow/windowmemory.h"

#include <QMainWindow>
#include <QSplitter>

#include <algorithm>

namespace ui::mainwindow {

namespace keys = support::settings;
using limits::ObjectType;

void restoreLayout(QMainWindow &window, QSplitter &columns, QSplitter &rows,
                   const support::Settings &settings)
{
    window.resize(1280, 800);
    window.restoreGeometry(settings.value(keys::windowGeometry));
    columns.setStretchFactor(0, 1);
    columns.setStretchFactor(1, 0);
    columns.setSizes({window.width() - 290, 290});
    rows.setSizes({window.height() * 45 / 100, window.height() * 45 / 100});
    columns.restoreState(settings.value(keys::historySplitter));
    rows.restoreState(settings.value(keys::resultsSplitter));
}

void saveLayout(const QMainWindow &window, const QSplitter &columns, const QSplitter &rows,
                support::Settings &settings)
{
    settings.setValue(keys::windowGeometry, window.saveGeometry());
    settings.setValue(keys::historySplitter, columns.saveState());
    settings.setValue(keys::resultsSplitter, rows.saveState());
}

std::vector<ObjectType> rememberPair(const ObjectType &from, const ObjectType &to,
                                     const limits::ObjectTypes &known, support::Settings &settings)
{
    settings.setValue(keys::lastFrom, from.id);
    settings.setValue(keys::lastTo, to.id);
    settings.prepend(keys::recentPairs, from.id + u' ' + to.id);
    std::vector<ObjectType> recent;
    for (const QString &pair : settings.value(keys::recentPairs)) {
        for (const QString &id : pair.split(u' ')) {
            const auto type = known.parse(id);
            if (type && std::ranges::find(recent, *type) == recent.end()) {
                recent.push_back(*type);
            }
        }
    }
    return recent;
}

} // namespace ui::mainwindow
