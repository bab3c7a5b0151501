#pragma once

#include <QLineEdit>

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
    /// Gives way where there is too little room, instead of keeping its whole text in sight.
    void setElastic(bool elastic);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void copyValue() const;

    QString m_exact;
    bool m_elastic = false;
};

} // namespace ui::widgets
