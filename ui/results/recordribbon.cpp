#include "ui/results/pastribbon.h"

#include "ui/widgets/accessible.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/timetext.h"
#include "ui/widgets/tones.h"

#include <QHBoxLayout>
#include <QPaintEvent>
#include <QPainter>
#include <QPushButton>

namespace ui::results {

using namespace Qt::StringLiterals;

PastRibbon::PastRibbon(QWidget *parent)
    : QFrame(parent)
    , m_words(new widgets::ElidedLabel(this))
    , m_back(new QPushButton(tr("Back to the latest"), this))
{
    widgets::setStableName(*m_back, "Back to the latest"_L1, m_back->text());
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 2, 4, 2);
    layout->addWidget(m_words, 1);
    layout->addWidget(m_back);
    connect(m_back, &QPushButton::clicked, this, &PastRibbon::backRequested);
    hide();
}

void PastRibbon::setTime(const QDateTime &time)
{
    m_words->setText(tr("Past response, %1").arg(widgets::dateTimeText(time, QLocale())));
}

void PastRibbon::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.fillRect(event->rect(), toneFill(widgets::Tone::Info, palette()));
    painter.fillRect(QRect(0, height() - 1, width(), 1), toneColor(widgets::Tone::Info, palette()));
}

} // namespace ui::results
