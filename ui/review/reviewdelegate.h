#pragma once

#include <QStyledItemDelegate>

namespace ui::review {

/// Draws the cells of a ChangesModel: remarks over several lines, the choices of a conflict as
/// radio buttons, rows that are not sent in a quiet colour. A choice is made by a click anywhere in
/// its cell or by the space bar.
class ReviewDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;

protected:
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;
};

} // namespace ui::review
