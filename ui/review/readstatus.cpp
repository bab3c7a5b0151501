#include "ui/review/readstatus.h"

#include "ui/review/reviewtext.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/errortext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::review {

using namespace Qt::StringLiterals;
using widgets::Message;
using widgets::Tone;

namespace {

// More names than these help nobody; the table has them all.
constexpr size_t namedRows = 5;

QString namesOf(const std::vector<limits::Edit> &edits)
{
    QStringList names;
    for (size_t i = 0; i < std::min(edits.size(), namedRows); ++i) {
        const QString label = labelText(edits[i]);
        names.append(label.isEmpty() ? ReadStatus::tr("type ID %1").arg(edits[i].typeId) : label);
    }
    if (edits.size() > namedRows) {
        names.append(ReadStatus::tr("%Ln more", nullptr, int(edits.size() - namedRows)));
    }
    return names.join(", "_L1);
}

QString title(live::Part part, const QString &direction)
{
    switch (part) {
    case live::Part::Labels:
        return ReadStatus::tr("The labels of %1 could not be read.").arg(direction);
    case live::Part::Limits:
        return ReadStatus::tr("The live limits of %1 could not be read.").arg(direction);
    }
    Q_UNREACHABLE();
}

Message messageOf(const std::vector<live::PartError> &failures,
                  const std::vector<limits::Edit> &unseen, const PairNames &names)
{
    Message message;
    message.tone = unseen.empty() ? Tone::Info : Tone::Warning;
    QStringList titles;
    QStringList words;
    QStringList next;
    QStringList scopes;
    for (const live::PartError &failure : failures) {
        titles.append(title(failure.part, names.direction(failure.pair)));
        const widgets::ErrorText text = widgets::readErrorText(failure.error);
        words += {text.title, failure.error.message, failure.error.problems.join(u'\n')};
        next.append(text.next);
        scopes += failure.error.missingScopes;
    }
    // One cause often fails several reads.
    words.removeDuplicates();
    words.removeAll(QString());
    next.removeDuplicates();
    scopes.removeDuplicates();
    message.title = titles.join(u' ');
    message.words = words.join(u'\n');
    if (!unseen.empty()) {
        next.prepend(ReadStatus::tr("%Ln row(s) would be sent unseen, as “create” or, for “Many”, "
                                    "as a removal: %1.",
                                    nullptr, int(unseen.size()))
                         .arg(namesOf(unseen)));
    }
    message.next = next.join(u' ');
    if (!scopes.isEmpty()) {
        message.copyLabel = ReadStatus::tr("Copy scopes");
        message.copyText = scopes.join(u' ');
    }
    return message;
}

} // namespace

ReadStatus::ReadStatus(QWidget *parent)
    : QWidget(parent)
    , m_reading(new QWidget(this))
    , m_failed(new QWidget(this))
    , m_words(new widgets::Banner(m_failed))
{
    auto *words = new QLabel(tr("Reading the live limits again"), m_reading);
    auto *bar = new QProgressBar(m_reading);
    bar->setRange(0, 0);
    bar->setTextVisible(false);
    bar->setMaximumHeight(bar->fontMetrics().height());
    widgets::setStableName(*bar, "Reading"_L1, words->text());
    auto *stop = new QPushButton(tr("S&top reading"), m_reading);
    widgets::setStableName(*stop, "Stop reading"_L1, tr("Go on without knowing the live limits"));
    connect(stop, &QPushButton::clicked, this, &ReadStatus::stopRequested);
    auto *readingLine = new QHBoxLayout(m_reading);
    m_words->setMaximumBannerHeight(140);
    readingLine->setContentsMargins(0, 0, 0, 0);
    readingLine->addWidget(words);
    readingLine->addWidget(bar, 1);
    readingLine->addWidget(stop);

    auto *again = new QPushButton(tr("Read &again"), m_failed);
    widgets::setStableName(*again, "Read again"_L1);
    connect(again, &QPushButton::clicked, this, &ReadStatus::readAgainRequested);
    auto *failedLine = new QHBoxLayout(m_failed);
    failedLine->setContentsMargins(0, 0, 0, 0);
    failedLine->addWidget(m_words, 1);
    failedLine->addWidget(again, 0, Qt::AlignTop);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_reading);
    layout->addWidget(m_failed);
    showReading();
}

void ReadStatus::showReading()
{
    m_failed->hide();
    m_reading->show();
    show();
}

void ReadStatus::showFailures(const std::vector<live::PartError> &failures,
                              const std::vector<limits::Edit> &unseen, const PairNames &names)
{
    m_reading->hide();
    m_failed->setVisible(!failures.empty());
    setVisible(!failures.empty());
    if (!failures.empty()) {
        m_words->setMessage(messageOf(failures, unseen, names));
    }
}

} // namespace ui::review
