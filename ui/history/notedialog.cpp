#include "ui/history/notedialog.h"

#include "ui/widgets/accessible.h"
#include "ui/widgets/banner.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace ui::history {

using namespace Qt::StringLiterals;

NoteDialog::NoteDialog(const QString &about, const QString &note, Save save, QWidget *parent)
    : QDialog(parent)
    , m_save(std::move(save))
    , m_trouble(new widgets::Banner(this))
    , m_note(new QPlainTextEdit(note, this))
    , m_length(new QLabel(this))
{
    setWindowTitle(tr("Note"));
    resize(420, 260);
    auto *heading = new QLabel(about, this);
    heading->setTextFormat(Qt::PlainText);
    heading->setWordWrap(true);
    widgets::setStableName(*m_note, "Note"_L1, tr("Your words about this submission"));
    m_note->setTabChangesFocus(true);
    m_note->setPlaceholderText(tr("Why it was submitted, who asked for it, a ticket…"));
    m_note->moveCursor(QTextCursor::End);
    m_trouble->hide();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    m_ok = buttons->button(QDialogButtonBox::Save);
    m_ok->setToolTip(QKeySequence(Qt::CTRL | Qt::Key_Return).toString(QKeySequence::NativeText));

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(heading);
    layout->addWidget(m_note, 1);
    layout->addWidget(m_length);
    layout->addWidget(m_trouble);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &NoteDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    // Return alone begins a new line.
    auto *shortcut = new QShortcut(Qt::CTRL | Qt::Key_Return, this);
    connect(shortcut, &QShortcut::activated, m_ok, &QPushButton::click);
    connect(m_note, &QPlainTextEdit::textChanged, this, &NoteDialog::check);
    check();
    m_note->setFocus();
}

void NoteDialog::check()
{
    const qsizetype length =
        m_note->document()->characterCount() - 1; // without the last paragraph's end
    const bool tooLong = length > mostCharacters;
    m_ok->setEnabled(!tooLong);
    m_length->setVisible(length > mostCharacters * 9 / 10);
    const QLocale locale;
    m_length->setText(tooLong ? tr("%1 characters: a note has at most %2.")
                                    .arg(locale.toString(length), locale.toString(mostCharacters))
                              : tr("%1 of %2 characters")
                                    .arg(locale.toString(length), locale.toString(mostCharacters)));
}

void NoteDialog::save()
{
    const QString words = m_save(m_note->toPlainText().trimmed());
    if (words.isEmpty()) {
        accept();
        return;
    }
    m_trouble->setMessage(
        {widgets::Tone::Bad, tr("The note could not be kept."), words, {}, {}, {}});
    m_trouble->show();
}

} // namespace ui::history
