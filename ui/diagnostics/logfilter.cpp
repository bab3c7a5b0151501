#include "ui/diagnostics/logfilter.h"

#include "ui/diagnostics/logmodel.h"

namespace ui::diagnostics {

LogFilter::LogFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
{
}

void LogFilter::setText(const QString &text)
{
    m_text = text;
    invalidateFilter();
}

void LogFilter::setLeastSeverity(int severity)
{
    m_leastSeverity = severity;
    invalidateFilter();
}

bool LogFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    return index.data(LogModel::SeverityRole).toInt() >= m_leastSeverity &&
           index.data(LogModel::LineRole).toString().contains(m_text, Qt::CaseInsensitive);
}

} // namespace ui::diagnostics
