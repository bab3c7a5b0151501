#pragma once

#include "ui/widgets/tones.h"

#include <QLabel>

namespace ui::widgets {

/// A sentence beneath a field, which the field's accessible description says as well. Hidden while
/// there is nothing to say.
class FieldNote : public QLabel
{
    Q_OBJECT
public:
    /// `field` must outlive this.
    explicit FieldNote(QWidget &field, QWidget *parent = nullptr);

    /// Plain text, whatever it looks like.
    void say(Tone tone, const QString &text);
    void clearNote() { say(Tone::Quiet, {}); }

protected:
    void changeEvent(QEvent *event) override;

private:
    void tint();

    QWidget &m_field;
    const QString m_description; ///< the field's own
    Tone m_tone = Tone::Quiet;
};

} // namespace ui::widgets
