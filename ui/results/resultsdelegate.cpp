#include "ui/results/resultsdelegate.h"

#include "ui/results/resultsmodel.h"
#include "ui/widgets/cell.h"
#include "ui/widgets/outcomewords.h"

#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <cmath>
#include <utility>

namespace ui::results {

using namespace Qt::StringLiterals;
using widgets::OutcomeLook;
using widgets::Tone;

namespace {

constexpr int glyphSide = 14;
constexpr int gap = 4;
constexpr int margin = widgets::cellMargin;
constexpr int rowMargin = 3;

bool isOutcome(const QModelIndex &index)
{
    return ResultsModel::Column(index.column()) == ResultsModel::Column::Outcome;
}

// What stands after the outcome, in a quiet tone.
QString proofOf(const QModelIndex &index)
{
    return index.data(ResultsModel::ProofRole).toString();
}

// Breaks between words, and inside one (an address) only where it does not fit a line. Returns the
// height.
int lay(QTextLayout &layout, QString text, const QString &proof, const QColor &proofColor,
        const QFont &font, int width)
{
    text.replace(u'\n', QChar::LineSeparator);
    if (!proof.isEmpty()) {
        QTextLayout::FormatRange quiet;
        quiet.start = int(text.size());
        text += "  "_L1 + proof;
        quiet.length = int(text.size()) - quiet.start;
        quiet.format.setForeground(proofColor);
        layout.setFormats({quiet});
    }
    layout.setText(text);
    layout.setFont(font);
    QTextOption option(Qt::AlignLeft);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    qreal y = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, y});
        y += line.height();
    }
    layout.endLayout();
    return int(std::ceil(y));
}

void drawLine(QPainter &painter, const QRect &room, const QString &text, const QString &proof,
              const QColor &proofColor)
{
    constexpr auto how = Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine;
    const QFontMetrics metrics = painter.fontMetrics();
    painter.drawText(room, how, metrics.elidedText(text, Qt::ElideRight, room.width()));
    const int beside = metrics.horizontalAdvance(text + "  "_L1);
    // Less than this says nothing.
    if (proof.isEmpty() || room.width() - beside < 6 * metrics.averageCharWidth()) {
        return;
    }
    const QRect rest = room.adjusted(beside, 0, 0, 0);
    painter.setPen(proofColor);
    painter.drawText(rest, how, metrics.elidedText(proof, Qt::ElideRight, rest.width()));
}

} // namespace

const int ResultsDelegate::besideWords = glyphSide + gap + 2 * margin;

void ResultsDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const bool selected = (item.state & QStyle::State_Selected) != 0;
    if (index.data(ResultsModel::AbsentRole).toBool() && !selected) {
        item.palette.setColor(QPalette::Text, toneColor(Tone::Quiet, option.palette));
    }
    if (!isOutcome(index)) {
        widgets::drawCell(*painter, item);
        return;
    }
    const QString text = std::exchange(item.text, {});
    widgets::drawCell(*painter, item);

    const OutcomeLook look =
        widgets::outcomeLook(submission::Outcome(index.data(ResultsModel::OutcomeRole).toInt()));
    const QColor ink = option.palette.color(QPalette::HighlightedText);
    const QColor tone = selected ? ink : toneColor(look.tone, option.palette);
    const QRect room = item.rect.adjusted(margin, rowMargin, -margin, -rowMargin);
    const int line = item.fontMetrics.height();
    const bool oneLine = room.height() < 2 * line;
    const int glyphTop =
        oneLine ? room.center().y() - glyphSide / 2 : room.top() + (line - glyphSide) / 2;
    drawGlyph(*painter, QRectF(room.left(), glyphTop, glyphSide, glyphSide), look.glyph, tone);

    painter->save();
    painter->setFont(item.font);
    painter->setPen(selected ? ink : option.palette.color(QPalette::Text));
    const QRect words = room.adjusted(glyphSide + gap, 0, 0, 0);
    const QColor quiet = selected ? ink : toneColor(Tone::Quiet, option.palette);
    if (oneLine) {
        drawLine(*painter, words, text.simplified(), proofOf(index), quiet);
    } else {
        QTextLayout layout;
        lay(layout, text, proofOf(index), quiet, item.font, words.width());
        layout.draw(painter, words.topLeft());
    }
    painter->restore();
}

QSize ResultsDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    if (!isOutcome(index)) {
        return {option.fontMetrics.horizontalAdvance(index.data().toString()) + 2 * margin + 1,
                size.height()};
    }
    const QString text = index.data().toString();
    const QFontMetrics &metrics = option.fontMetrics;
    if (option.rect.width() > besideWords) {
        QTextLayout layout;
        const int height =
            lay(layout, text, proofOf(index), {}, option.font, option.rect.width() - besideWords);
        size.setHeight(std::max(metrics.height(), height) + 2 * rowMargin);
    }
    size.setWidth(metrics.horizontalAdvance(text) + besideWords);
    return size;
}

} // namespace ui::results
