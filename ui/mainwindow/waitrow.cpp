#include "ui/mainwindow/waitrow.h"

#include "ui/widgets/accessible.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/tones.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

#include <algorithm>

namespace ui::mainwindow {

using namespace Qt::StringLiterals;

WaitRow::WaitRow(const api::Gate &gate, const support::Clock &clock, QWidget *parent)
    : QFrame(parent)
    , m_clock(clock)
    , m_words(new QLabel(this))
{
    auto *cancel = new QPushButton(tr("Don't wait"), this);
    cancel->setToolTip(tr("Stop reading, and send nothing further of a submission"));
    widgets::setStableName(*cancel, "Don't wait"_L1, tr("Stop what is waiting"));
    widgets::setStableName(*m_words, "Waiting"_L1);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 2, 8, 2);
    layout->addWidget(m_words, 1);
    layout->addWidget(cancel);
    connect(cancel, &QPushButton::clicked, this, &WaitRow::cancelRequested);
    connect(&m_second, &QTimer::timeout, this, &WaitRow::tick);
    connect(&gate, &api::Gate::paused, this, &WaitRow::begin);
    connect(&gate, &api::Gate::resumed, this, [this] {
        m_second.stop();
        hide();
    });
    hide();
}

void WaitRow::begin(const QDateTime &until, const api::Error &reason)
{
    m_until = until;
    m_why = reason.kind == api::ErrorKind::Locked
                ? tr("HubSpot is busy with these limits.")
                : tr("HubSpot asks this account to send fewer requests.");
    m_second.start(std::chrono::seconds(1));
    tick();
    show();
}

void WaitRow::tick()
{
    const qint64 left = (std::max<qint64>(0, m_clock.now().msecsTo(m_until)) + 999) / 1000;
    //: %1 is a sentence that says why, %2 "8 s"
    m_words->setText(tr("%1 Going on in %2.").arg(m_why, widgets::waitText(int(left))));
}

void WaitRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), widgets::toneFill(widgets::Tone::Warning, palette()));
    painter.fillRect(0, 0, 4, height(), widgets::toneColor(widgets::Tone::Warning, palette()));
}

} // namespace ui::mainwindow
