#include "ui/commands/command.h"

#include <QAction>
#include <QMenu>
#include <QMenuBar>

namespace ui::commands {

using namespace Qt::StringLiterals;

namespace {

QString keysOf(const QAction &action)
{
    return QKeySequence::listToString(action.shortcuts(), QKeySequence::NativeText)
        .replace("; "_L1, ", "_L1);
}

void collect(const QList<QAction *> &actions, const QString &menu, std::vector<Command> &commands)
{
    for (QAction *action : actions) {
        if (action->isSeparator() || !action->isVisible()) {
            continue;
        }
        const QString text = readableText(action->text());
        if (const QMenu *below = action->menu()) {
            collect(below->actions(), menu.isEmpty() ? text : u"%1 › %2"_s.arg(menu, text),
                    commands);
        } else {
            commands.push_back({action, menu, text, keysOf(*action)});
        }
    }
}

} // namespace

std::vector<Command> commandsOf(const QMenuBar &menus)
{
    std::vector<Command> commands;
    collect(menus.actions(), {}, commands);
    return commands;
}

QString readableText(const QString &text)
{
    QString readable;
    readable.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        // Two ampersands are one to read.
        if (text[i] == u'&' && ++i == text.size()) {
            break;
        }
        readable += text[i];
    }
    return readable;
}

} // namespace ui::commands
