#pragma once

#include "ui/widgets/banner.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QLabel;
class QProgressBar;
class QPushButton;
QT_END_NAMESPACE

namespace ui::history {

/// How far an export or an import is, with the way to stop it; then what it has come to. The
/// window can be used meanwhile.
class TransferDialog : public QDialog
{
    Q_OBJECT
public:
    /// `path` is the file's.
    TransferDialog(const QString &title, const QString &path, QWidget *parent = nullptr);

    /// `total` 0: nobody knows.
    void setProgress(const QString &words, qint64 done, qint64 total);
    void setResult(const widgets::Message &message);

    /// While it runs, Esc means to stop, and the dialog stays to say what was done by then. Closing
    /// it stops as well, and no more is said.
    void reject() override;

Q_SIGNALS:
    void cancelRequested();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    QLabel *m_words;
    QProgressBar *m_bar;
    widgets::Banner *m_result;
    QPushButton *m_cancel;
    QPushButton *m_close;
    bool m_running = true;
};

} // namespace ui::history
