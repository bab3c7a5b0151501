#include "ui/results/progressrow.h"

#include "ui/widgets/accessible.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

namespace ui::results {

using namespace Qt::StringLiterals;

ProgressRow::ProgressRow(QWidget *parent)
    : QWidget(parent)
    , m_words(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
{
    widgets::setStableName(*m_bar, "Progress"_L1);
    widgets::setStableName(*m_cancel, "Cancel"_L1, tr("Send no further requests"));
    m_cancel->setToolTip(tr("Send no further requests. What was sent stays sent."));
    m_words->setTextFormat(Qt::PlainText);
    m_bar->setTextVisible(false);
    m_bar->setMaximumHeight(m_bar->fontMetrics().height());
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 2, 8, 2);
    layout->addWidget(m_words);
    layout->addWidget(m_bar, 1);
    layout->addWidget(m_cancel);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_cancelling = true;
        m_cancel->setEnabled(false);
        m_words->setText(tr("Stopping after the request that is on its way"));
        Q_EMIT cancelRequested();
    });
    hide();
}

void ProgressRow::setProgress(int done, int total)
{
    const bool running = total > 0 && done < total;
    setVisible(running);
    if (!running) {
        m_cancelling = false;
        m_cancel->setEnabled(true);
        return;
    }
    m_cancel->setVisible(total > 1);
    // Nought of nought is Qt's way to say "busy".
    m_bar->setRange(0, total > 1 ? total : 0);
    m_bar->setValue(done);
    if (!m_cancelling) {
        m_words->setText(total > 1 ? tr("%1 of %2 requests answered").arg(done).arg(total)
                                   : tr("Waiting for HubSpot's answer"));
    }
}

} // namespace ui::results
