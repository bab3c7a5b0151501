#pragma once

#include "app/limits/document.h"

#include <QTableView>

namespace ui::editor {

class LimitsProxy;
class LimitsTableModel;

/// The table of limits with what a spreadsheet's user expects of it: cells and blocks are copied,
/// pasted, filled down and cleared. It sorts when a header is clicked, not while one types, and a
/// row that no longer matches the filter stays until the filter is changed.
class LimitsView final : public QTableView
{
    Q_OBJECT
public:
    /// `document` must outlive the view.
    explicit LimitsView(limits::Document &document, QWidget *parent = nullptr);

    /// Names of the objects, and whether rows of both directions are shown.
    void setPair(const QString &from, const QString &to, bool bothDirections);
    void setFilter(const QString &text);
    /// Rows that match the filter.
    [[nodiscard]] int shownRows() const;

    /// Appends an empty row and begins to edit its type ID.
    void addRow();
    /// Edits the current cell, or the new limit of its row where the cell can't be edited.
    void editCurrent();
    /// What is being typed becomes the cell's text.
    void commitEditor();
    /// The limits are to go: "Many" for rows of the account, rows typed by hand are taken out.
    void removeSelectedRows();
    /// What was entered in the selected rows is taken back.
    void discardSelectedRows();
    /// "Many", no limit.
    void setSelectedToMany();
    void fillDown();
    void copy();
    void paste();
    /// Selects the first row with an error; false where there is none.
    bool showFirstError();
    [[nodiscard]] bool hasSelectedRows() const;
    /// The row of the document with the focus; -1: none.
    [[nodiscard]] qsizetype currentRow() const;

Q_SIGNALS:
    void selectionChangedByUser();

protected:
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void selectionChanged(const QItemSelection &selected,
                          const QItemSelection &deselected) override;
    void closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint) override;

private:
    /// Rows of the document, in the order they are shown.
    [[nodiscard]] std::vector<qsizetype> selectedRows() const;
    void showRow(qsizetype row, int column);

    limits::Document &m_document;
    LimitsTableModel *m_model;
    LimitsProxy *m_proxy;
};

} // namespace ui::editor
