#pragma once

#include "ui/results/choice.h"

#include <QAbstractTableModel>

#include <vector>

namespace ui::results {

/// What is known of a request besides its body: when it was sent and answered by this computer's
/// clock, how it ended, and the answer's headers, those that help first.
class DetailsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum class Column : quint8 { Name, Value };

    enum Role {
        /// What is copied for the value, where that is more exact than what is shown.
        ExactRole = Qt::UserRole,
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setSent(const Sent &sent);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

    struct Row
    {
        QString name;
        QString value;
        QString exact;   ///< empty: the value itself
        QString toolTip; ///< empty: the value itself

        bool operator==(const Row &) const = default;
    };

private:
    std::vector<Row> m_rows;
};

} // namespace ui::results
