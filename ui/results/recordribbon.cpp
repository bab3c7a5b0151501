#include "ui/results/recordribbon.h"

#include "ui/widgets/accessible.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/glyph.h"
#include "ui/widgets/timetext.h"
#include "ui/widgets/tones.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPaintEvent>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui::results {

using namespace Qt::StringLiterals;
using ::history::Summary;

namespace {

constexpr int pinSide = 14;

QString momentOf(const Summary &summary)
{
    return widgets::dateTimeText(summary.createdAt, QLocale());
}

} // namespace

RecordRibbon::RecordRibbon(QWidget *parent)
    : QFrame(parent)
    , m_pin(new QLabel(this))
    , m_words(new widgets::ElidedLabel(this))
    , m_note(new widgets::ElidedLabel(this))
    , m_back(new QPushButton(tr("Back to the latest"), this))
    , m_related(new QWidget(this))
    , m_reverts(new QPushButton(m_related))
    , m_revertsGone(new widgets::ElidedLabel(m_related))
    , m_revertedBy(new QPushButton(m_related))
    , m_revertedByList(new QMenu(m_revertedBy))
{
    //: Of a submission: it stays on top of the history.
    const QString pinned = tr("Pinned");
    widgets::setStableName(*m_pin, "Pinned"_L1, pinned);
    m_pin->setToolTip(pinned);
    widgets::setStableName(*m_back, "Back to the latest"_L1, m_back->text());
    // The note gives way before it.
    m_words->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_revertsGone->setText(tr("Reverts a submission that is no longer in the history"));

    auto *first = new QHBoxLayout;
    first->setContentsMargins(8, 2, 4, 2);
    first->setSpacing(6);
    first->addWidget(m_pin);
    first->addWidget(m_words);
    first->addWidget(m_note, 1);
    first->addStretch();
    first->addWidget(m_back);
    auto *second = new QHBoxLayout(m_related);
    second->setContentsMargins(4, 0, 4, 2);
    second->addWidget(m_reverts);
    second->addWidget(m_revertsGone);
    second->addWidget(m_revertedBy);
    second->addStretch(1);
    // Both beside each other may be wider than a small window.
    for (QPushButton *button : {m_reverts, m_revertedBy}) {
        button->setMinimumWidth(20 * fontMetrics().averageCharWidth());
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 1);
    layout->setSpacing(0);
    layout->addLayout(first);
    layout->addWidget(m_related);

    connect(m_back, &QPushButton::clicked, this, &RecordRibbon::backRequested);
    connect(m_reverts, &QPushButton::clicked, this, [this] {
        if (m_revertsRecord) {
            Q_EMIT recordRequested(m_revertsRecord->id);
        }
    });
    connect(m_revertedBy, &QPushButton::clicked, this, [this] {
        if (m_reverting.size() == 1) {
            Q_EMIT recordRequested(m_reverting.front().id);
        }
    });
    connect(m_revertedByList, &QMenu::triggered, this,
            [this](const QAction *action) { Q_EMIT recordRequested(action->data().toUuid()); });
    clear();
}

void RecordRibbon::setRecord(const ::history::Record &record)
{
    m_createdAt = record.createdAt;
    m_pinned = record.pinned;
    m_noteText = record.note;
    m_hasReverts = !record.reverts.isNull();
    showState();
}

void RecordRibbon::setPast(bool past)
{
    m_past = past;
    showState();
}

void RecordRibbon::setRelated(const std::optional<Summary> &reverts,
                              const std::vector<Summary> &revertedBy)
{
    m_revertsRecord = reverts;
    m_reverting = revertedBy;
    showState();
}

void RecordRibbon::clear()
{
    m_past = false;
    m_createdAt = {};
    m_pinned = false;
    m_noteText.clear();
    m_hasReverts = false;
    m_revertsRecord.reset();
    m_reverting.clear();
    showState();
}

void RecordRibbon::showState()
{
    m_words->setText(tr("Past response, %1").arg(widgets::dateTimeText(m_createdAt, QLocale())));
    m_words->setVisible(m_past);
    m_back->setVisible(m_past);
    m_pin->setVisible(m_pinned);
    drawPin();

    const QString note = m_noteText.trimmed();
    //: %1 is the first line of what a person wrote about a submission.
    m_note->setText(tr("Note: %1").arg(note.section(u'\n', 0, 0).trimmed()), note);
    m_note->setVisible(!note.isEmpty());

    showRelated();
    setVisible(m_createdAt.isValid() &&
               (m_past || m_pinned || !note.isEmpty() || !m_related->isHidden()));
}

void RecordRibbon::showRelated()
{
    if (m_revertsRecord) {
        //: %1 is a date and time.
        m_reverts->setText(tr("Reverts the submission of %1").arg(momentOf(*m_revertsRecord)));
        m_reverts->setToolTip(m_reverts->text());
        widgets::setStableName(*m_reverts, "Reverts"_L1, m_reverts->text());
    }
    m_reverts->setVisible(m_revertsRecord.has_value());
    m_revertsGone->setVisible(m_hasReverts && !m_revertsRecord);

    const auto count = int(m_reverting.size());
    m_revertedByList->clear();
    m_revertedBy->setMenu(nullptr);
    if (count == 1) {
        //: %1 is a date and time.
        m_revertedBy->setText(
            tr("Reverted by the submission of %1").arg(momentOf(m_reverting.front())));
    } else if (count > 1) {
        m_revertedBy->setText(tr("Reverted by %Ln submission(s)", nullptr, count));
        for (const Summary &summary : m_reverting) {
            m_revertedByList->addAction(momentOf(summary))->setData(summary.id);
        }
        m_revertedBy->setMenu(m_revertedByList);
    }
    m_revertedBy->setToolTip(m_revertedBy->text());
    widgets::setStableName(*m_revertedBy, "Reverted by"_L1, m_revertedBy->text());
    m_revertedBy->setVisible(count > 0);
    const bool reverts = m_hasReverts || m_revertsRecord;
    m_related->setVisible(reverts || count > 0);
}

void RecordRibbon::drawPin()
{
    const qreal ratio = devicePixelRatioF();
    QPixmap pixmap(QSize(pinSide, pinSide) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    drawGlyph(painter, QRectF(0, 0, pinSide, pinSide), widgets::Glyph::Pin,
              toneColor(widgets::Tone::Info, palette()));
    painter.end();
    m_pin->setPixmap(pixmap);
}

void RecordRibbon::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        drawPin();
    }
}

void RecordRibbon::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.fillRect(event->rect(), toneFill(widgets::Tone::Info, palette()));
    painter.fillRect(QRect(0, height() - 1, width(), 1), toneColor(widgets::Tone::Info, palette()));
}

} // namespace ui::results
