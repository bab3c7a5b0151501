#pragma once

#include <QSortFilterProxyModel>

namespace ui::diagnostics {

/// The lines of a LogModel that are at least so severe and hold a text, in upper or lower case.
class LogFilter : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit LogFilter(QObject *parent = nullptr);

    void setText(const QString &text);
    void setLeastSeverity(int severity);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QString m_text;
    int m_leastSeverity = 0;
};

} // namespace ui::diagnostics
