#pragma once

#include <QStyledItemDelegate>

QT_BEGIN_NAMESPACE
class QTableView;
QT_END_NAMESPACE

namespace ui::history {

/// Draws the cells of the tables about the history: a glyph in its tone before the words, and what
/// is not known in a quiet colour.
class GlyphDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    /// What the models say beside their text.
    enum Role {
        RawRole = Qt::UserRole, ///< to sort by
        AbsentRole,             ///< true where the text stands for a value that is not known
        GlyphRole,              ///< int of widgets::Glyph; invalid: none
        ToneRole,               ///< int of widgets::Tone, with a glyph
        FirstOwnRole,           ///< of a model's own roles
    };

    using QStyledItemDelegate::QStyledItemDelegate;

    /// Gives the table this delegate and the look of a list of rows to read.
    static void dress(QTableView &table);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;
};

} // namespace ui::history
