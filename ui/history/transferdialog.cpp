#include "ui/history/transferdialog.h"

#include "ui/widgets/accessible.h"
#include "ui/widgets/elidedlabel.h"

#include <QCloseEvent>
#include <QDialogButtonBox>
#include <QDir>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui::history {

using namespace Qt::StringLiterals;

TransferDialog::TransferDialog(const QString &title, const QString &path, QWidget *parent)
    : QDialog(parent)
    , m_words(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_result(new widgets::Banner(this))
{
    setWindowTitle(title);
    setMinimumWidth(fontMetrics().averageCharWidth() * 60);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    m_bar->setTextVisible(false);
    m_bar->setRange(0, 0);
    widgets::setStableName(*m_words, "Transfer"_L1);
    widgets::setStableName(*m_bar, "Transfer progress"_L1);
    widgets::setStableName(*m_result, "Transfer result"_L1);
    m_result->setMaximumBannerHeight(fontMetrics().height() * 16);
    m_result->hide();
    auto *file = new widgets::ElidedLabel(this);
    file->setText(QDir::toNativeSeparators(path));
    file->setElideMode(Qt::ElideMiddle);

    auto *buttons = new QDialogButtonBox(this);
    m_cancel = buttons->addButton(QDialogButtonBox::Cancel);
    m_close = buttons->addButton(QDialogButtonBox::Close);
    widgets::setStableName(*m_cancel, "Cancel"_L1, tr("Stop"));
    widgets::setStableName(*m_close, "Close"_L1);
    m_close->hide();
    connect(buttons, &QDialogButtonBox::rejected, this, &TransferDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(file);
    layout->addWidget(m_words);
    layout->addWidget(m_bar);
    layout->addWidget(m_result);
    layout->addWidget(buttons);
}

void TransferDialog::setProgress(const QString &words, qint64 done, qint64 total)
{
    if (!m_cancel->isEnabled()) {
        return; // it says that it stops
    }
    m_words->setText(words);
    // Nought of nought is Qt's way to say "busy".
    m_bar->setRange(0, int(total));
    m_bar->setValue(total == 0 ? 0 : int(done));
}

void TransferDialog::setResult(const widgets::Message &message)
{
    m_running = false;
    m_words->hide();
    m_bar->hide();
    m_cancel->hide();
    m_result->setMessage(message);
    m_result->show();
    m_close->show();
    m_close->setDefault(true);
    m_close->setFocus();
    adjustSize();
}

void TransferDialog::reject()
{
    if (!m_running) {
        QDialog::reject();
    } else if (m_cancel->isEnabled()) {
        m_cancel->setEnabled(false);
        m_words->setText(tr("Stopping"));
        Q_EMIT cancelRequested();
    }
}

void TransferDialog::closeEvent(QCloseEvent *event)
{
    if (!m_running) {
        QDialog::closeEvent(event);
        return;
    }
    // Whoever quits the program is not to be held up.
    reject();
    event->accept();
}

} // namespace ui::history
