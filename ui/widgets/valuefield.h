#pragma once

#include "ui/widgets/tones.h"

#include <QLineEdit>

#include <optional>

namespace ui::widgets {

/// A value to read, select and copy, as wide as its text. It is a line edit because that gives
/// assistive tools the value besides the name, which a label with a name of its own hides.
class ValueField : public QLineEdit
{
    Q_OBJECT
public:
    explicit ValueField(QLatin1StringView stableName, QWidget *parent = nullptr);

    /// `exact` is what is copied when the whole value is; empty: the text itself.
    void setValue(const QString &text, const QString &exact = {});
    /// Gives way where there is too little room, instead of keeping its whole text in sight. What
    /// does not fit ends in an ellipsis; the tool tip should have it whole.
    void setElastic(bool elastic);

    /// nullopt: as other text.
    void setTone(std::optional<Tone> tone);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void copyValue() const;
    void tint();

    QString m_exact;
    bool m_elastic = false;
    std::optional<Tone> m_tone;
};

} // namespace ui::widgets
