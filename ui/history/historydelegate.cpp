#include "ui/history/historydelegate.h"

#include "ui/history/historymodel.h"
#include "ui/widgets/cell.h"
#include "ui/widgets/outcomewords.h"

#include <QPainter>

#include <algorithm>

namespace ui::history {

using widgets::Glyph;
using widgets::OutcomeLook;
using widgets::Tone;

namespace {

constexpr int padding = 6;
constexpr int gap = 6;

} // namespace

void HistoryDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    item.text.clear();
    widgets::drawCell(*painter, item);

    const bool selected = (item.state & QStyle::State_Selected) != 0;
    const QColor ink = option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    const QColor quiet = selected ? ink : toneColor(Tone::Quiet, option.palette);
    const QRect room = item.rect.adjusted(padding, padding - 1, -padding, -padding + 1);
    const int line = item.fontMetrics.height();
    QFont bold = item.font;
    bold.setWeight(QFont::Bold);

    painter->save();
    const auto mark = [painter, line](QRect &row, Glyph glyph, const QColor &color) {
        drawGlyph(*painter, QRectF(row.left(), row.top(), line - 2, line), glyph, color);
        row.setLeft(row.left() + line + gap / 2);
    };

    QRect top(room.left(), room.top(), room.width(), line);
    if (index.data(HistoryModel::PinnedRole).toBool()) {
        mark(top, Glyph::Pin, selected ? ink : toneColor(Tone::Info, option.palette));
    }
    const QString time = index.data(HistoryModel::TimeRole).toString();
    widgets::drawLine(*painter, top, time, quiet, item.font);
    top.setLeft(top.left() + item.fontMetrics.horizontalAdvance(time) + gap);
    if (index.data(HistoryModel::RevertsRole).toBool()) {
        mark(top, Glyph::Revert, quiet);
    }
    widgets::drawLine(*painter, top, index.data(HistoryModel::PairRole).toString(), ink, bold);

    QRect bottom(room.left(), room.bottom() - line + 1, room.width(), line);
    const OutcomeLook look =
        widgets::outcomeLook(submission::Outcome(index.data(HistoryModel::OutcomeRole).toInt()));
    mark(bottom, look.glyph, selected ? ink : toneColor(look.tone, option.palette));
    const QString counts = index.data(HistoryModel::CountsRole).toString();
    // The counts come first; the note takes what they leave, or where there is none the account.
    const int taken = std::min(item.fontMetrics.horizontalAdvance(counts) + 1, bottom.width());
    widgets::drawLine(*painter, QRect(bottom.left(), bottom.top(), taken, line), counts, ink,
                      item.font);
    bottom.setLeft(bottom.left() + taken + 2 * gap);
    const QString note = index.data(HistoryModel::NoteRole).toString();
    const QString account = index.data(HistoryModel::AccountRole).toString();
    if (bottom.width() > 5 * item.fontMetrics.averageCharWidth()) {
        QFont font = item.font;
        font.setItalic(!note.isEmpty()); // a person's own words, not to be taken for an account
        widgets::drawLine(*painter, bottom, note.isEmpty() ? account : note, quiet, font,
                          note.isEmpty() ? Qt::AlignRight : Qt::AlignLeft);
    }
    painter->restore();
}

QSize HistoryDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {160, 2 * option.fontMetrics.height() + 2 * padding};
}

} // namespace ui::history
