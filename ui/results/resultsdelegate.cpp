#include "ui/results/resultsdelegate.h"

#include "ui/results/resultsmodel.h"
#include "ui/widgets/outcomewords.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>

namespace ui::results {

using widgets::OutcomeLook;
using widgets::Tone;

namespace {

constexpr int glyphSide = 14;
constexpr int gap = 4;

bool isOutcome(const QModelIndex &index)
{
    return ResultsModel::Column(index.column()) == ResultsModel::Column::Outcome;
}

} // namespace

void ResultsDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const bool selected = (item.state & QStyle::State_Selected) != 0;
    if (index.data(ResultsModel::AbsentRole).toBool() && !selected) {
        item.palette.setColor(QPalette::Text, toneColor(Tone::Quiet, option.palette));
    }
    const QStyle &style = item.widget != nullptr ? *item.widget->style() : *QApplication::style();
    if (!isOutcome(index)) {
        style.drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);
        return;
    }
    const QString text = item.text;
    item.text.clear();
    style.drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    const OutcomeLook look =
        widgets::outcomeLook(submission::Outcome(index.data(ResultsModel::OutcomeRole).toInt()));
    const QColor ink = option.palette.color(QPalette::HighlightedText);
    const QColor tone = selected ? ink : toneColor(look.tone, option.palette);
    const QRect room = item.rect.adjusted(gap, 2, -gap, -2);
    const int line = item.fontMetrics.height();
    const bool oneLine = room.height() < 2 * line;
    const int glyphTop =
        oneLine ? room.center().y() - glyphSide / 2 : room.top() + (line - glyphSide) / 2;
    drawGlyph(*painter, QRectF(room.left(), glyphTop, glyphSide, glyphSide), look.glyph, tone);

    painter->save();
    painter->setFont(item.font);
    painter->setPen(selected ? ink : option.palette.color(QPalette::Text));
    const QRect words = room.adjusted(glyphSide + gap, 0, 0, 0);
    if (oneLine) {
        const QString flat = text.simplified();
        painter->drawText(words, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                          item.fontMetrics.elidedText(flat, Qt::ElideRight, words.width()));
    } else {
        painter->drawText(
            words, Qt::AlignLeft | Qt::AlignTop | Qt::TextWrapAnywhere | Qt::TextWordWrap, text);
    }
    painter->restore();
}

QSize ResultsDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    if (!isOutcome(index)) {
        return size;
    }
    const int beside = glyphSide + 3 * gap;
    const QString text = index.data().toString();
    const QFontMetrics &metrics = option.fontMetrics;
    if (option.rect.width() > beside) {
        const QRect room(0, 0, option.rect.width() - beside, 1'000'000);
        const int height =
            metrics
                .boundingRect(room, Qt::AlignLeft | Qt::TextWrapAnywhere | Qt::TextWordWrap, text)
                .height();
        size.setHeight(std::max(metrics.height(), height) + 6);
    }
    size.setWidth(metrics.horizontalAdvance(text) + beside);
    return size;
}

} // namespace ui::results
