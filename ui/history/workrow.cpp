#include "ui/history/workrow.h"

#include "ui/widgets/accessible.h"

#include <QGridLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

#include <limits>

namespace ui::history {

using namespace Qt::StringLiterals;
using ::history::Job;

WorkRow::WorkRow(QWidget *parent)
    : QWidget(parent)
    , m_words(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_stop(new QPushButton(tr("Stop"), this))
{
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    m_bar->setTextVisible(false);
    m_bar->setMaximumHeight(m_bar->fontMetrics().height());
    widgets::setStableName(*m_bar, "Progress"_L1);
    widgets::setStableName(*m_stop, "Stop"_L1, tr("What is done so far stays done"));
    m_stop->setToolTip(tr("What is done so far stays done"));
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(8, 2, 8, 4);
    layout->addWidget(m_words, 0, 0, 1, 2);
    layout->addWidget(m_bar, 1, 0);
    layout->addWidget(m_stop, 1, 1);
    layout->setColumnStretch(0, 1);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        m_stop->setEnabled(false);
        if (m_job) {
            m_job->cancel();
        }
    });
    hide();
}

void WorkRow::follow(Job &job, const QString &words, bool canStop)
{
    m_job = &job;
    m_words->setText(words);
    m_bar->setAccessibleDescription(words);
    m_stop->setVisible(canStop);
    m_stop->setEnabled(true);
    showProgress(0, 0);
    show();
    connect(&job, &Job::progress, this, &WorkRow::showProgress);
    connect(&job, &Job::finished, this, &QWidget::hide);
}

void WorkRow::showProgress(qint64 done, qint64 total)
{
    // Nought of nought is Qt's way to say "busy".
    const int most = std::numeric_limits<int>::max();
    m_bar->setRange(0, int(std::min<qint64>(total, most)));
    m_bar->setValue(int(std::min<qint64>(done, most)));
}

} // namespace ui::history
