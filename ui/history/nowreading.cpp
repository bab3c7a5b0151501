#include "ui/history/nowreading.h"

#include "ui/widgets/accessible.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/errortext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui::history {

using namespace Qt::StringLiterals;
using live::PairReader;

NowReading::NowReading(api::Endpoint endpoint, api::Reader &reader,
                       const limits::AssociationTypes &known, QWidget *parent)
    : QWidget(parent)
    , m_endpoint(std::move(endpoint))
    , m_reader(reader, known)
    , m_progress(new QWidget(this))
    , m_failed(new QWidget(this))
    , m_words(new widgets::Banner(m_failed))
{
    auto *words = new QLabel(tr("Reading what HubSpot has now"), m_progress);
    auto *bar = new QProgressBar(m_progress);
    bar->setRange(0, 0);
    bar->setTextVisible(false);
    bar->setMaximumHeight(bar->fontMetrics().height());
    widgets::setStableName(*bar, "Reading"_L1, words->text());
    auto *stopButton = new QPushButton(tr("S&top reading"), m_progress);
    stopButton->setAutoDefault(false);
    widgets::setStableName(*stopButton, "Stop reading"_L1, tr("Stop reading"));
    auto *progress = new QHBoxLayout(m_progress);
    progress->setContentsMargins(0, 0, 0, 0);
    progress->addWidget(words);
    progress->addWidget(bar, 1);
    progress->addWidget(stopButton);

    auto *again = new QPushButton(tr("Read &again"), m_failed);
    again->setAutoDefault(false);
    widgets::setStableName(*again, "Read again"_L1, tr("Read what HubSpot has now again"));
    auto *failed = new QHBoxLayout(m_failed);
    failed->setContentsMargins(0, 0, 0, 0);
    failed->addWidget(m_words, 1);
    failed->addWidget(again, 0, Qt::AlignTop);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_progress);
    layout->addWidget(m_failed);
    connect(stopButton, &QPushButton::clicked, this, &NowReading::stop);
    connect(again, &QPushButton::clicked, this, &NowReading::begin);
    connect(&m_reader, &PairReader::pairRead, this, [this](const limits::LivePair &pair) {
        m_read.push_back(pair);
        Q_EMIT changed();
    });
    connect(&m_reader, &PairReader::finished, this, &NowReading::finish);
}

void NowReading::read(std::vector<limits::Pair> pairs)
{
    m_pairs = std::move(pairs);
    begin();
}

void NowReading::begin()
{
    m_read.clear();
    m_progress->show();
    m_failed->hide();
    show();
    m_reader.read(m_endpoint, m_pairs);
    Q_EMIT changed();
}

void NowReading::stop()
{
    m_reader.cancel();
    showProblem(tr("Reading was stopped."), {}, {});
    Q_EMIT changed();
}

void NowReading::finish(const live::PairReading &reading)
{
    m_read = reading.pairs;
    QStringList titles;
    QStringList words;
    QStringList next;
    for (const live::PartError &failed : reading.errors) {
        const widgets::ErrorText text = widgets::readErrorText(failed.error);
        titles.append(failed.part == live::Part::Limits
                          ? tr("What HubSpot has now could not be read.")
                          : tr("The labels could not be read."));
        words += {text.title, failed.error.message, failed.error.problems.join(u'\n')};
        next.append(text.next);
    }
    // One cause often fails several reads.
    for (QStringList *list : {&titles, &words, &next}) {
        list->removeDuplicates();
        list->removeAll(QString());
    }
    if (titles.isEmpty()) {
        hide();
    } else {
        showProblem(titles.join(u' '), words.join(u'\n'), next.join(u' '));
    }
    Q_EMIT changed();
}

void NowReading::showProblem(const QString &title, const QString &words, const QString &next)
{
    m_words->setMessage({widgets::Tone::Warning, title, words, next, {}, {}});
    m_progress->hide();
    m_failed->show();
}

} // namespace ui::history
