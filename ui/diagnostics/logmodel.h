#pragma once

#include "app/support/log.h"

#include <QAbstractTableModel>

#include <deque>

namespace ui::diagnostics {

/// The last lines of the log, oldest first; as many as the log keeps by default, at most.
class LogModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum class Column : quint8 { Time, Level, Category, Text };
    static constexpr int columns = int(Column::Text) + 1;
    enum Role {
        SeverityRole = Qt::UserRole, ///< int, see severityOf()
        LineRole,                    ///< QString: the whole line as in a file
    };

    /// `log` must outlive this. Nothing is read before the first update().
    explicit LogModel(const support::Log &log, QObject *parent = nullptr);

    /// Takes what was logged since the last time. The log can't tell: its lines come from any
    /// thread, and out of places in Qt where nothing of Qt's may be called.
    void update();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    const support::Log &m_log;
    std::deque<support::LogLine> m_lines;
    qint64 m_lastNumber = 0;
};

/// 0 for debug messages to 4 for fatal ones; Qt's own numbers are in another order.
[[nodiscard]] int severityOf(QtMsgType level);

} // namespace ui::diagnostics
