#include "ui/commands/commandpalette.h"

#include "ui/commands/commanddelegate.h"
#include "ui/commands/commandmodel.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/emptystate.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

namespace ui::commands {

using namespace Qt::StringLiterals;

CommandPalette::CommandPalette(std::vector<Command> commands, QWidget *parent)
    : QDialog(parent)
    , m_model(new CommandModel(std::move(commands), this))
    , m_words(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_none(new widgets::EmptyState)
{
    setWindowTitle(tr("Commands"));
    widgets::setStableName(*m_words, "Commands"_L1,
                           tr("Type words of a command; Return runs the one that is chosen"));
    m_words->setPlaceholderText(tr("Find a command"));
    m_words->installEventFilter(this);
    widgets::setStableName(*m_list, "Command list"_L1, tr("The commands with these words"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new CommandDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    // The words keep the focus: what is typed while one looks at the list goes on finding.
    m_list->setFocusPolicy(Qt::NoFocus);
    m_none->setText(tr("No command has these words"), tr("Fewer letters find more."));
    (new QVBoxLayout(m_list->viewport()))->addWidget(m_none);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_words);
    layout->addWidget(m_list);

    connect(m_words, &QLineEdit::textChanged, this, &CommandPalette::find);
    connect(m_words, &QLineEdit::returnPressed, this, &CommandPalette::run);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) {
        // One that is not enabled never becomes the chosen one, and another must not be run.
        if (index == m_list->currentIndex()) {
            run();
        }
    });
    resize(64 * fontMetrics().averageCharWidth() + 40, 24 * fontMetrics().height());
    find({});
}

void CommandPalette::find(const QString &typed)
{
    m_model->setWords(typed);
    m_none->setVisible(m_model->rowCount() == 0);
    choose(m_model->firstEnabled());
    m_list->scrollToTop();
}

void CommandPalette::choose(const QModelIndex &index)
{
    m_list->setCurrentIndex(index);
}

void CommandPalette::step(int rows)
{
    const int count = m_model->rowCount();
    int row = m_list->currentIndex().row();
    for (int tried = 0; tried < count; ++tried) {
        row = (row + rows + count) % count;
        if (m_model->flags(m_model->index(row)) & Qt::ItemIsEnabled) {
            choose(m_model->index(row));
            return;
        }
    }
}

void CommandPalette::run()
{
    if (const QPointer<QAction> action = m_model->action(m_list->currentIndex())) {
        accept();
        action->trigger();
    }
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto &key = static_cast<const QKeyEvent &>(*event);
        switch (key.key()) {
        case Qt::Key_Up:
        case Qt::Key_Down:
            step(key.key() == Qt::Key_Down ? 1 : -1);
            return true;
        case Qt::Key_PageUp:
        case Qt::Key_PageDown:
            QApplication::sendEvent(m_list, event);
            return true;
        default:
            break;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace ui::commands
