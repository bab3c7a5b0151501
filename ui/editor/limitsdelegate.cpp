#include "ui/editor/limitsdelegate.h"

#include "app/limits/rules.h"
#include "ui/editor/limitstablemodel.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/cell.h"
#include "ui/widgets/glyph.h"
#include "ui/widgets/outcomewords.h"
#include "ui/widgets/tones.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPainter>

#include <optional>
#include <utility>

namespace ui::editor {

using namespace Qt::StringLiterals;
using Column = LimitsTableModel::Column;
using limits::Issue;
using limits::Issues;

namespace {

Issues issuesAt(const QModelIndex &index)
{
    return Issues::fromInt(index.data(LimitsTableModel::IssuesRole).value<Issues::Int>());
}

/// The issues a column is to blame for; of the remarks and the state, all.
Issues issuesOf(Column column)
{
    switch (column) {
    case Column::TypeId:
        return Issue::TypeIdMissing | Issue::TypeIdNotANumber | Issue::TypeIdOutOfRange |
               Issue::Duplicate | Issue::NotListed;
    case Column::Category:
        return Issue::CategoryUnknown | Issue::Duplicate;
    case Column::NewLimit:
        return Issue::LimitNotANumber | Issue::LimitBelowOne | Issue::LimitOutOfRange |
               Issue::AboveUnlabeled | Issue::EqualToUnlabeled | Issue::AboveUsualHighest |
               Issue::AlreadySo;
    case Column::Now:
        return Issue::ChangedMeanwhile;
    case Column::Message:
    case Column::State:
        return Issues::fromInt(~Issues::Int(0));
    case Column::Direction:
    case Column::Label:
        return {};
    }
    Q_UNREACHABLE();
}

std::optional<widgets::Tone> tone(Issues issues)
{
    if (issues & limits::errorIssues) {
        return widgets::Tone::Bad;
    }
    if (issues & ~limits::quietIssues) {
        return widgets::Tone::Warning;
    }
    return issues ? std::optional(widgets::Tone::Quiet) : std::nullopt;
}

widgets::Glyph glyph(widgets::Tone tone)
{
    switch (tone) {
    case widgets::Tone::Bad:
        return widgets::Glyph::Cross;
    case widgets::Tone::Warning:
        return widgets::Glyph::Warning;
    default:
        return widgets::Glyph::Dash;
    }
}

/// What stands in the state column: what is amiss, else that the row is changed.
std::optional<std::pair<widgets::Glyph, widgets::Tone>> stateMark(const QModelIndex &index)
{
    const auto mark = tone(issuesAt(index));
    if (mark && *mark != widgets::Tone::Quiet) {
        return std::pair(glyph(*mark), *mark);
    }
    if (index.data(LimitsTableModel::ChangeRole).toBool()) {
        return std::pair(widgets::Glyph::Pencil, widgets::Tone::Info);
    }
    return mark ? std::optional(std::pair(glyph(*mark), *mark)) : std::nullopt;
}

} // namespace

void LimitsDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const auto column = Column(index.column());
    const auto mark = tone(issuesAt(index) & issuesOf(column));
    const bool isChange = index.data(LimitsTableModel::ChangeRole).toBool();
    if (column == Column::NewLimit && isChange) {
        option->font.setBold(true);
        option->fontMetrics = QFontMetrics(option->font);
        option->backgroundBrush = widgets::toneFill(widgets::Tone::Info, option->palette);
    }
    if (!mark && index.data(LimitsTableModel::QuietRole).toBool()) {
        option->palette.setColor(QPalette::Text,
                                 widgets::toneColor(widgets::Tone::Quiet, option->palette));
    }
    if (mark) {
        // For all groups: a window in the background keeps its remarks.
        option->palette.setColor(QPalette::Text, widgets::toneColor(*mark, option->palette));
        if (column != Column::Message && *mark == widgets::Tone::Bad) {
            option->backgroundBrush = widgets::toneFill(*mark, option->palette);
        }
    }
}

void LimitsDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    widgets::drawCell(*painter, item);
    const auto mark = Column(index.column()) == Column::State ? stateMark(index) : std::nullopt;
    if (!mark) {
        return;
    }
    const bool selected = option.state & QStyle::State_Selected;
    const QColor color = selected ? option.palette.color(QPalette::HighlightedText)
                                  : widgets::toneColor(mark->second, option.palette);
    QRectF area(0, 0, 14, 14);
    area.moveCenter(QRectF(option.rect).center());
    widgets::drawGlyph(*painter, area, mark->first, color);
}

QWidget *LimitsDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &,
                                      const QModelIndex &index) const
{
    if (Column(index.column()) == Column::Category) {
        auto *categories = new QComboBox(parent);
        for (const limits::Category category : limits::allCategories) {
            categories->addItem(widgets::categoryName(category), QString(wireName(category)));
        }
        widgets::setStableName(*categories, "Category"_L1, tr("Category"));
        return categories;
    }
    auto *line = new QLineEdit(parent);
    line->setFrame(false);
    line->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    const bool isLimit = Column(index.column()) == Column::NewLimit;
    widgets::setStableName(*line, isLimit ? "New limit"_L1 : "Type ID"_L1,
                           isLimit ? tr("New limit") : tr("Type ID"));
    return line;
}

void LimitsDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    if (auto *categories = qobject_cast<QComboBox *>(editor)) {
        categories->setCurrentIndex(categories->findData(index.data(Qt::EditRole)));
        return;
    }
    QStyledItemDelegate::setEditorData(editor, index);
}

void LimitsDelegate::setModelData(QWidget *editor, QAbstractItemModel *model,
                                  const QModelIndex &index) const
{
    auto *categories = qobject_cast<QComboBox *>(editor);
    if (!categories) {
        // Passing through a cell is no entry.
        const auto *line = qobject_cast<QLineEdit *>(editor);
        if (line && line->text() != index.data(Qt::EditRole).toString()) {
            model->setData(index, line->text(), Qt::EditRole);
        }
        return;
    }
    // Passing through the cell leaves a category that follows from the type ID as it was.
    const QVariant chosen = categories->currentData();
    if (chosen.isValid() && chosen != index.data(Qt::EditRole)) {
        model->setData(index, chosen, Qt::EditRole);
    }
}

} // namespace ui::editor
