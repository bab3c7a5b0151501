#include "ui/widgets/flowlayout.h"

#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace ui::widgets {

FlowLayout::FlowLayout(QWidget *parent)
    : QLayout(parent)
{
}

FlowLayout::~FlowLayout() = default;

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.emplace_back(item);
}

QLayoutItem *FlowLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[size_t(index)].get() : nullptr;
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    if (index < 0 || index >= count()) {
        return nullptr;
    }
    QLayoutItem *item = m_items[size_t(index)].release();
    m_items.erase(m_items.begin() + index);
    return item;
}

int FlowLayout::heightForWidth(int width) const
{
    return place(QRect(0, 0, width, 0)).bottom;
}

QSize FlowLayout::sizeHint() const
{
    QSize size;
    for (const auto &item : m_items) {
        if (!item->isEmpty()) {
            size.rwidth() += item->sizeHint().width() + (size.isEmpty() ? 0 : spacing());
            size.rheight() = std::max(size.height(), item->sizeHint().height());
        }
    }
    return size.grownBy(contentsMargins());
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const auto &item : m_items) {
        size = size.expandedTo(item->isEmpty() ? QSize() : item->minimumSize());
    }
    return size.grownBy(contentsMargins());
}

void FlowLayout::setGeometry(const QRect &area)
{
    QLayout::setGeometry(area);
    for (const auto &[item, rect] : place(area).items) {
        item->setGeometry(rect);
    }
}

FlowLayout::Places FlowLayout::place(const QRect &area) const
{
    const QRect room = area.marginsRemoved(contentsMargins());
    const bool rightToLeft = parentWidget() != nullptr && parentWidget()->isRightToLeft();
    Places places;
    QPoint corner = room.topLeft();
    int rowHeight = 0;
    for (const auto &item : m_items) {
        if (item->isEmpty()) {
            continue;
        }
        QSize size = item->sizeHint();
        size.setWidth(std::min(size.width(), room.width()));
        if (corner.x() > room.left() && corner.x() + size.width() > room.right() + 1) {
            corner = {room.left(), corner.y() + rowHeight + spacing()};
            rowHeight = 0;
        }
        const QRect rect(corner, size);
        places.items.emplace_back(
            item.get(), rightToLeft ? QStyle::visualRect(Qt::RightToLeft, room, rect) : rect);
        corner.rx() += size.width() + spacing();
        rowHeight = std::max(rowHeight, size.height());
    }
    places.bottom = corner.y() + rowHeight + contentsMargins().bottom();
    return places;
}

} // namespace ui::widgets
