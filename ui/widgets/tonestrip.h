#pragma once

#include "ui/widgets/tones.h"

#include <QFrame>

namespace ui::widgets {

/// A ground in a tone's faint colour with an edge in its strong one, for what is laid out in it.
class ToneStrip : public QFrame
{
    Q_OBJECT
public:
    explicit ToneStrip(Tone tone, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tone m_tone;
};

} // namespace ui::widgets
