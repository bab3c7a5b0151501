#pragma once

#include <QDialog>

#include <functional>

QT_BEGIN_NAMESPACE
class QLabel;
class QPlainTextEdit;
class QPushButton;
QT_END_NAMESPACE

namespace ui::widgets {
class Banner;
}

namespace ui::history {

/// A person's words about a submission: plain text.
class NoteDialog : public QDialog
{
    Q_OBJECT
public:
    static constexpr qsizetype mostCharacters = 10000;

    /// Gives what went wrong; empty: the note is kept.
    using Save = std::function<QString(const QString &note)>;

    /// `about` says which submission it is.
    NoteDialog(const QString &about, const QString &note, Save save, QWidget *parent = nullptr);

private:
    void check();
    void save();

    Save m_save;
    widgets::Banner *m_trouble;
    QPlainTextEdit *m_note;
    QLabel *m_length;
    QPushButton *m_ok;
};

} // namespace ui::history
