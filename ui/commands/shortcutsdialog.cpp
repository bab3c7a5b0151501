#include "ui/commands/shortcutsdialog.h"

#include "ui/widgets/accessible.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace ui::commands {

using namespace Qt::StringLiterals;

ShortcutsDialog::ShortcutsDialog(const std::vector<Command> &commands, const Further &further,
                                 QWidget *parent)
    : QDialog(parent)
    , m_tree(new QTreeWidget(this))
{
    setWindowTitle(tr("Keyboard shortcuts"));
    widgets::setStableName(*m_tree, "Keyboard shortcuts"_L1,
                           tr("The commands that have keys, by their menus"));
    m_tree->setHeaderLabels({tr("Command"), tr("Keys")});
    m_tree->setRootIsDecorated(false);
    m_tree->setItemsExpandable(false);
    m_tree->setUniformRowHeights(true);
    m_tree->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    for (const Command &command : commands) {
        if (!command.keys.isEmpty()) {
            add(command.menu, command.text, command.keys);
        }
    }
    for (const auto &[text, keys] : further) {
        add(tr("In the tables"), text, keys);
    }
    m_tree->expandAll();
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    widgets::setStableName(*buttons->button(QDialogButtonBox::Close), "Close"_L1);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_tree);
    layout->addWidget(buttons);
    resize(80 * fontMetrics().averageCharWidth(), 30 * fontMetrics().height());
}

void ShortcutsDialog::add(const QString &group, const QString &text, const QString &keys)
{
    const int groups = m_tree->topLevelItemCount();
    QTreeWidgetItem *last = groups > 0 ? m_tree->topLevelItem(groups - 1) : nullptr;
    if (last == nullptr || last->text(0) != group) {
        last = new QTreeWidgetItem(m_tree, {group});
        QFont font = m_tree->font();
        font.setBold(true);
        last->setFont(0, font);
        last->setFlags(Qt::ItemIsEnabled);
    }
    new QTreeWidgetItem(last, {text, keys});
}

} // namespace ui::commands
