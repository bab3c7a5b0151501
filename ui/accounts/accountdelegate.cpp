#include "ui/accounts/accountdelegate.h"

#include "ui/accounts/accountsmodel.h"
#include "ui/widgets/cell.h"
#include "ui/widgets/glyph.h"
#include "ui/widgets/tones.h"

#include <QIcon>
#include <QPainter>

namespace ui::accounts {

using widgets::Tone;

namespace {

constexpr int padding = 6;
constexpr int iconSide = 18;

} // namespace

void AccountDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    item.text.clear();
    const QIcon icon = item.icon;
    item.icon = {};
    item.features &= ~QStyleOptionViewItem::HasDecoration;
    widgets::drawCell(*painter, item);

    const bool selected = (item.state & QStyle::State_Selected) != 0;
    const QColor ink = option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    const QColor quiet = selected ? ink : toneColor(Tone::Quiet, option.palette);
    const int line = item.fontMetrics.height();
    const QRect room = item.rect.adjusted(padding, padding - 1, -padding, -padding + 1);

    painter->save();
    if (selected) {
        // No colour of ours is sure to be seen on the selection's.
        painter->setPen(Qt::NoPen);
        painter->setBrush(option.palette.color(QPalette::Base));
        painter->setRenderHint(QPainter::Antialiasing);
        painter->drawRoundedRect(QRect(room.left() - 2, room.center().y() - iconSide / 2 - 1,
                                       iconSide + 4, iconSide + 4),
                                 4, 4);
    }
    icon.paint(painter,
               QRect(room.left(), room.center().y() - iconSide / 2 + 1, iconSide, iconSide));
    const QRect words = room.adjusted(iconSide + padding + 2, 0, 0, 0);
    QRect top(words.left(), words.top(), words.width(), line);
    QRect bottom(words.left(), words.bottom() - line + 1, words.width(), line);
    QFont bold = item.font;
    bold.setWeight(QFont::Bold);
    widgets::drawLine(*painter, top, index.data(Qt::DisplayRole).toString(), ink, bold);
    if (index.data(AccountsModel::MissingRole).toBool()) {
        widgets::drawGlyph(*painter, QRectF(bottom.left(), bottom.top() + 1, line - 3, line - 2),
                           widgets::Glyph::Warning,
                           selected ? ink : toneColor(Tone::Warning, option.palette));
        bottom.setLeft(bottom.left() + line);
    }
    widgets::drawLine(*painter, bottom, index.data(AccountsModel::StateRole).toString(), quiet,
                      item.font);
    painter->restore();
}

QSize AccountDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {160, 2 * option.fontMetrics.height() + 2 * padding};
}

} // namespace ui::accounts
