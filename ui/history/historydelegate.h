#pragma once

#include <QStyledItemDelegate>

namespace ui::history {

/// An entry on two lines: when and which pair, with a pin and the sign of a revert; the outcome's
/// glyph, the counts, and the note or else the account.
class HistoryDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;
};

} // namespace ui::history
