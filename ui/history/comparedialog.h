#pragma once

#include "app/api/reader.h"
#include "app/history/record.h"
#include "app/limits/associationtypes.h"
#include "ui/history/comparemodel.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QSortFilterProxyModel;
class QTableView;
QT_END_NAMESPACE

namespace ui::widgets {
class EmptyState;
}

namespace ui::history {

class NowReading;

/// Two submissions side by side, or one beside what its account has now: each limit before and
/// after, and what became of it. Not modal; show it with show().
class CompareDialog : public QDialog
{
    Q_OBJECT
public:
    /// `known` must outlive the dialog. Records are copied.
    CompareDialog(const ::history::Record &earlier, const ::history::Record &later,
                  const limits::AssociationTypes &known, QWidget *parent = nullptr);
    /// Reads the directions of the record at once. `reader` must outlive the dialog too.
    CompareDialog(const ::history::Record &record, const api::Endpoint &endpoint,
                  api::Reader &reader, const limits::AssociationTypes &known,
                  QWidget *parent = nullptr);
    ~CompareDialog() override;

    /// The selected rows, or all that are shown where none is, with a header row.
    [[nodiscard]] QString asText() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    CompareDialog(CompareModel *model, const QString &title, const QString &heading,
                  NowReading *reading, QWidget *parent);

    void makeTable();
    void setRows(std::vector<CompareRow> rows);
    void showState();
    void fitColumns();
    void copy();

    CompareModel *m_model;
    QSortFilterProxyModel *m_shown;
    QTableView *m_table;
    widgets::EmptyState *m_empty;
    QCheckBox *m_onlyDifferences;
    NowReading *m_reading; ///< null between two records
};

} // namespace ui::history
