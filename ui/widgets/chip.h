#pragma once

#include <QAbstractButton>

namespace ui::widgets {

/// A few words in a rounded frame with a cross: pressing it takes what it stands for away. Words
/// that do not fit end in an ellipsis.
class Chip : public QAbstractButton
{
    Q_OBJECT
public:
    explicit Chip(QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int crossSide() const;
};

} // namespace ui::widgets
