#include "ui/diagnostics/logdialog.h"

#include "app/support/privatefile.h"
#include "ui/diagnostics/logfilter.h"
#include "ui/diagnostics/logmodel.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/cell.h"
#include "ui/widgets/clearbutton.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/paddedheader.h"
#include "ui/widgets/question.h"
#include "ui/widgets/timetext.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

namespace ui::diagnostics {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Column = LogModel::Column;
using widgets::Tone;

namespace {

class CellDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        QStyleOptionViewItem item = option;
        initStyleOption(&item, index);
        widgets::drawCell(*painter, item);
    }
};

} // namespace

LogDialog::LogDialog(const support::Log &log, QWidget *parent)
    : QDialog(parent)
    , m_log(log)
    , m_model(new LogModel(log, this))
    , m_shown(new LogFilter(this))
    , m_table(new QTableView(this))
    , m_empty(new widgets::EmptyState(this))
    , m_filter(new QLineEdit(this))
    , m_level(new QComboBox(this))
    , m_message(new widgets::Banner(this))
{
    setWindowTitle(tr("Log"));
    resize(940, 480);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(makeFilters());
    makeTable();
    layout->addWidget(m_table, 1);
    layout->addWidget(m_message);
    layout->addWidget(makeButtons());
    m_message->hide();
    m_table->setFocus();
    connect(&m_look, &QTimer::timeout, this, &LogDialog::update);
    m_look.start(250ms);
    update();
    m_table->scrollToBottom();
}

LogDialog::~LogDialog() = default;

QLayout *LogDialog::makeFilters()
{
    m_filter->setPlaceholderText(tr("Filter"));
    widgets::setStableName(*m_filter, "Filter log"_L1, tr("Show only lines with this text"));
    widgets::offerToClear(*m_filter);
    m_level->addItem(tr("Everything"), 0);
    m_level->addItem(tr("Warnings and errors"), severityOf(QtWarningMsg));
    m_level->addItem(tr("Errors only"), severityOf(QtCriticalMsg));
    widgets::setStableName(*m_level, "Level"_L1, tr("Show only lines that are so grave"));
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_shown->setText(text);
        showState();
    });
    connect(m_level, &QComboBox::currentIndexChanged, this, [this] {
        m_shown->setLeastSeverity(m_level->currentData().toInt());
        showState();
    });
    auto *filters = new QHBoxLayout;
    filters->addWidget(m_filter, 1);
    filters->addWidget(m_level);
    return filters;
}

void LogDialog::makeTable()
{
    widgets::setStableName(*m_table, "Log"_L1, tr("One row for each line, newest last"));
    m_shown->setSourceModel(m_model);
    m_table->setModel(m_shown);
    m_table->setItemDelegate(new CellDelegate(m_table));
    m_table->setHorizontalHeader(new widgets::PaddedHeader(m_table));
    m_table->setAlternatingRowColors(true);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setCornerButtonEnabled(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() + 6);
    QHeaderView &header = *m_table->horizontalHeader();
    header.setStretchLastSection(true);
    header.setHighlightSections(false);
    const int letter = m_table->fontMetrics().averageCharWidth();
    // Some locales write "10:42:26 PM".
    const QString late = widgets::timeWithSeconds({QDate(2000, 12, 20), QTime(22, 48, 58)}, {});
    header.resizeSection(int(Column::Time),
                         m_table->fontMetrics().horizontalAdvance(late) + 4 * letter);
    header.resizeSection(int(Column::Level), 14 * letter);
    header.resizeSection(int(Column::Category), 17 * letter);
    m_empty->setAttribute(Qt::WA_TransparentForMouseEvents);
    (new QVBoxLayout(m_table->viewport()))->addWidget(m_empty);

    auto *copyAction = new QAction(tr("&Copy"), m_table);
    copyAction->setShortcut(QKeySequence::Copy);
    copyAction->setShortcutContext(Qt::WidgetShortcut);
    connect(copyAction, &QAction::triggered, this, &LogDialog::copy);
    m_table->addAction(copyAction);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
}

QWidget *LogDialog::makeButtons()
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    const auto add = [this, buttons](const QString &text, QLatin1StringView name,
                                     const QString &description, auto slot) {
        auto *button = buttons->addButton(text, QDialogButtonBox::ActionRole);
        button->setAutoDefault(false);
        widgets::setStableName(*button, name, description);
        connect(button, &QPushButton::clicked, this, slot);
    };
    add(tr("&Copy"), "Copy"_L1, tr("Copy the selected lines, or all that are shown (Ctrl+C)"),
        &LogDialog::copy);
    add(tr("&Save…"), "Save"_L1, tr("Save the lines that are shown to a file"),
        &LogDialog::askWhereToSave);
    widgets::setStableName(*buttons->button(QDialogButtonBox::Close), "Close"_L1);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return buttons;
}

void LogDialog::update()
{
    QScrollBar &bar = *m_table->verticalScrollBar();
    const bool follows = bar.value() >= bar.maximum();
    // What one reads stays where it is when the oldest lines go.
    const QPersistentModelIndex top = m_table->indexAt({0, 0});
    const int offset = top.isValid() ? m_table->visualRect(top).top() : 0;
    m_model->update();
    showState();
    if (follows) {
        m_table->scrollToBottom();
    } else if (top.isValid()) {
        bar.setValue(bar.value() + m_table->visualRect(top).top() - offset);
    }
}

void LogDialog::showState()
{
    const bool isEmpty = m_shown->rowCount() == 0;
    m_empty->setVisible(isEmpty);
    if (isEmpty && m_model->rowCount() > 0) {
        m_empty->setText(tr("No line matches"), tr("Change the filter or the level above."));
    } else if (isEmpty) {
        m_empty->setText(tr("Nothing was logged yet"),
                         tr("Requests to HubSpot and warnings will be listed here."));
    }
}

QString LogDialog::asText() const
{
    QModelIndexList rows = m_table->selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    if (rows.isEmpty()) {
        for (int row = 0; row < m_shown->rowCount(); ++row) {
            rows << m_shown->index(row, 0);
        }
    }
    QString text;
    for (const QModelIndex &row : rows) {
        text += row.data(LogModel::LineRole).toString() + u'\n';
    }
    return text;
}

void LogDialog::copy()
{
    QGuiApplication::clipboard()->setText(asText());
}

void LogDialog::askWhereToSave()
{
    auto *dialog = new QFileDialog(this, tr("Save the log"), QDir::homePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    // Asked here: Qt would ask with an event loop of its own.
    dialog->setOption(QFileDialog::DontConfirmOverwrite);
    dialog->setDefaultSuffix(u"log"_s);
    dialog->selectFile(u"association-limits.log"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        if (!QFile::exists(path)) {
            save(path);
            return;
        }
        widgets::ask(*this, tr("Replace the file?"),
                     tr("%1 exists already. The log takes its place.").arg(path), tr("&Replace"),
                     [this, path] { save(path); });
    });
    dialog->open();
}

void LogDialog::save(const QString &path)
{
    const auto saved = support::replacePrivateFile(path, asText().toUtf8());
    if (saved) {
        m_message->setMessage(
            {Tone::Good, tr("The log was saved."), QDir::toNativeSeparators(path), {}, {}, {}});
    } else {
        m_message->setMessage(
            {Tone::Bad, tr("The log could not be saved."), saved.error(), {}, {}, {}});
    }
    m_message->show();
}

} // namespace ui::diagnostics
