#include "ui/diagnostics/logmodel.h"

#include "ui/widgets/accessible.h"
#include "ui/widgets/timetext.h"
#include "ui/widgets/tones.h"

#include <QGuiApplication>
#include <QLocale>
#include <QPalette>

namespace ui::diagnostics {

using namespace Qt::StringLiterals;
using support::LogLine;

namespace {

constexpr size_t mostLines = support::LogBounds().lines;

QString levelText(QtMsgType level)
{
    switch (level) {
    case QtDebugMsg:
        return LogModel::tr("Detail");
    case QtInfoMsg:
        return LogModel::tr("Information");
    case QtWarningMsg:
        return LogModel::tr("Warning");
    case QtCriticalMsg:
        return LogModel::tr("Error");
    case QtFatalMsg:
        return LogModel::tr("Fatal error");
    }
    Q_UNREACHABLE();
}

QString textOf(const LogLine &line, LogModel::Column column)
{
    switch (column) {
    case LogModel::Column::Time:
        return widgets::timeWithSeconds(line.time, QLocale());
    case LogModel::Column::Level:
        return levelText(line.level);
    case LogModel::Column::Category:
        return QString::fromUtf8(line.category);
    case LogModel::Column::Text:
        return line.text;
    }
    Q_UNREACHABLE();
}

QString toolTipOf(const LogLine &line, LogModel::Column column)
{
    if (column == LogModel::Column::Time) {
        return widgets::dateTimeText(line.time, QLocale()) + u' ' + widgets::zoneText(line.time) +
               u'\n' + line.time.toString(Qt::ISODateWithMs);
    }
    return column == LogModel::Column::Text ? line.text : QString();
}

QVariant colorOf(QtMsgType level)
{
    const QPalette palette = QGuiApplication::palette();
    switch (level) {
    case QtDebugMsg:
    case QtInfoMsg:
        return {};
    case QtWarningMsg:
        return widgets::toneColor(widgets::Tone::Warning, palette);
    case QtCriticalMsg:
    case QtFatalMsg:
        return widgets::toneColor(widgets::Tone::Bad, palette);
    }
    Q_UNREACHABLE();
}

} // namespace

int severityOf(QtMsgType level)
{
    switch (level) {
    case QtDebugMsg:
        return 0;
    case QtInfoMsg:
        return 1;
    case QtWarningMsg:
        return 2;
    case QtCriticalMsg:
        return 3;
    case QtFatalMsg:
        return 4;
    }
    Q_UNREACHABLE();
}

LogModel::LogModel(const support::Log &log, QObject *parent)
    : QAbstractTableModel(parent)
    , m_log(log)
{
}

void LogModel::update()
{
    std::vector<LogLine> added = m_log.linesAfter(m_lastNumber);
    if (added.empty()) {
        return;
    }
    m_lastNumber = added.back().number;
    if (added.size() > mostLines) {
        added.erase(added.begin(), added.end() - std::ptrdiff_t(mostLines));
    }
    if (m_lines.size() + added.size() > mostLines) {
        const size_t gone = m_lines.size() + added.size() - mostLines;
        beginRemoveRows({}, 0, int(gone) - 1);
        m_lines.erase(m_lines.begin(), m_lines.begin() + std::ptrdiff_t(gone));
        endRemoveRows();
    }
    beginInsertRows({}, int(m_lines.size()), int(m_lines.size() + added.size()) - 1);
    m_lines.insert(m_lines.end(), std::make_move_iterator(added.begin()),
                   std::make_move_iterator(added.end()));
    endInsertRows();
}

int LogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int LogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant LogModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const LogLine &line = m_lines[size_t(index.row())];
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return textOf(line, column);
    case Qt::ToolTipRole:
        return widgets::plainToolTip(toolTipOf(line, column));
    case Qt::ForegroundRole:
        return column == Column::Level ? colorOf(line.level) : QVariant();
    case SeverityRole:
        return severityOf(line.level);
    case LineRole:
        return logText(line);
    default:
        return {};
    }
}

QVariant LogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (Column(section)) {
    case Column::Time:
        return tr("Time");
    case Column::Level:
        return tr("Level");
    case Column::Category:
        //: Column of the log: the part of the program a line is about.
        return tr("Category");
    case Column::Text:
        return tr("Text");
    }
    Q_UNREACHABLE();
}

} // namespace ui::diagnostics
