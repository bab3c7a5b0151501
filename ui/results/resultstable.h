#pragma once

#include "app/submission/outcomes.h"
#include "ui/results/recordtext.h"

#include <QTableView>

#include <vector>

QT_BEGIN_NAMESPACE
class QSortFilterProxyModel;
QT_END_NAMESPACE

namespace ui::results {

class ResultsModel;

/// The table `Results`: sortable, and copied as tab-separated text.
class ResultsTable : public QTableView
{
    Q_OBJECT
public:
    explicit ResultsTable(QWidget *parent = nullptr);

    /// See ResultsModel::setOutcomes().
    void setOutcomes(std::vector<submission::LimitOutcome> outcomes,
                     std::vector<Direction> directions = {});
    /// The selected rows, or all where none is, with a header row.
    [[nodiscard]] QString asText() const;

Q_SIGNALS:
    /// What was ever asked for of the current row's limit is wanted.
    void historyRequested(const submission::LimitOutcome &limit);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void fitColumns();
    void fitRows();
    void requestHistory();

    ResultsModel *m_model;
    QSortFilterProxyModel *m_sorted;
};

} // namespace ui::results
