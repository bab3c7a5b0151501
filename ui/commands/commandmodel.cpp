#include "ui/commands/commandmodel.h"

#include "ui/widgets/accessible.h"

#include <QAction>
#include <QStringList>

#include <algorithm>
#include <numeric>
#include <optional>
#include <utility>

namespace ui::commands {

using namespace Qt::StringLiterals;

namespace {

/// As it is compared: "Löschen" is found by "losch".
QString folded(const QString &text)
{
    QString folded;
    for (const QChar c : text.normalized(QString::NormalizationForm_KD)) {
        if (!c.isMark()) {
            folded += c;
        }
    }
    return folded.toCaseFolded();
}

bool hasWordFrom(const QString &text, const QString &start)
{
    for (qsizetype at = text.indexOf(start); at >= 0; at = text.indexOf(start, at + 1)) {
        if (at == 0 || !text[at - 1].isLetterOrNumber()) {
            return true;
        }
    }
    return false;
}

/// How far a command is from what was typed; nullopt: it is not meant.
std::optional<int> distance(const Command &command, const QString &typed, const QStringList &words)
{
    const QString text = folded(command.text);
    const QString all = text + u'\n' + folded(command.menu);
    if (!std::ranges::all_of(words, [&all](const QString &word) { return all.contains(word); })) {
        return std::nullopt;
    }
    if (text.startsWith(typed)) {
        return 0;
    }
    return std::ranges::all_of(words, [&](const QString &word) { return hasWordFrom(text, word); })
               ? 1
               : 2;
}

} // namespace

CommandModel::CommandModel(std::vector<Command> commands, QObject *parent)
    : QAbstractListModel(parent)
    , m_commands(std::move(commands))
    , m_shown(m_commands.size())
{
    std::iota(m_shown.begin(), m_shown.end(), size_t(0));
}

void CommandModel::setWords(const QString &typed)
{
    const QString wanted = folded(typed.simplified());
    const QStringList words = wanted.split(u' ', Qt::SkipEmptyParts);
    std::vector<std::pair<int, size_t>> found;
    for (size_t i = 0; i < m_commands.size(); ++i) {
        if (const auto far = distance(m_commands[i], wanted, words)) {
            found.emplace_back(*far, i);
        }
    }
    std::ranges::sort(found);
    beginResetModel();
    m_shown.resize(found.size());
    std::ranges::transform(found, m_shown.begin(), [](const auto &hit) { return hit.second; });
    endResetModel();
}

QModelIndex CommandModel::firstEnabled() const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (flags(index(row)) & Qt::ItemIsEnabled) {
            return index(row);
        }
    }
    return {};
}

QAction *CommandModel::action(const QModelIndex &index) const
{
    return index.isValid() ? at(index).action : nullptr;
}

const Command &CommandModel::at(const QModelIndex &index) const
{
    return m_commands[m_shown[size_t(index.row())]];
}

int CommandModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

QVariant CommandModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Command &command = at(index);
    switch (role) {
    case Qt::DisplayRole:
        return command.text;
    case MenuRole:
        return command.menu;
    case KeysRole:
        return command.keys;
    case Qt::ToolTipRole:
        // Of a command that can't be run now it says why.
        return command.action ? widgets::plainToolTip(readableText(command.action->toolTip()))
                              : QString();
    case Qt::AccessibleTextRole: {
        QStringList parts{command.text, command.menu};
        if (!command.keys.isEmpty()) {
            parts.append(command.keys);
        }
        return parts.join(", "_L1);
    }
    default:
        return {};
    }
}

Qt::ItemFlags CommandModel::flags(const QModelIndex &index) const
{
    if (!index.isValid()) {
        return {};
    }
    const QAction *command = action(index);
    return command != nullptr && command->isEnabled()
               ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren
               : Qt::ItemFlags(Qt::ItemNeverHasChildren);
}

} // namespace ui::commands
