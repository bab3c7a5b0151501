#pragma once

#include <QHeaderView>

namespace ui::widgets {

/// A horizontal header whose titles stand above the text of cells drawn with drawCell().
class PaddedHeader : public QHeaderView
{
    Q_OBJECT
public:
    explicit PaddedHeader(QWidget *parent = nullptr);

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    void initStyleOptionForIndex(QStyleOptionHeader *option, int section) const override;
};

} // namespace ui::widgets
