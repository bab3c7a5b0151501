#pragma once

#include <QStyledItemDelegate>

namespace ui::results {

/// Draws the outcome with its glyph in its tone, and what is not there in a quiet one. Text is
/// plain, whatever it looks like.
class ResultsDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// Pixels of an outcome's cell that are not its words'.
    static const int besideWords;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    /// The height of the outcome's words at the option's width.
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;
};

} // namespace ui::results
