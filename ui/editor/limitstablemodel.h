#pragma once

#include "app/limits/document.h"

#include <QAbstractTableModel>

namespace ui::editor {

/// The document's rows as a table. Editing a cell pushes one undo step on the document.
class LimitsTableModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum class Column { State, Direction, Label, TypeId, Category, Now, NewLimit, Message };
    static constexpr int columnCountOfTable = int(Column::Message) + 1;

    enum Role {
        IssuesRole = Qt::UserRole, ///< limits::Issues::Int
        ChangeRole,                ///< true where a limit is entered that would be sent
        QuietRole,                 ///< true where the text stands for a value that is not known
        SortRole,   ///< the value to sort by: numbers as numbers, "Many" after all of them
        FilterRole, ///< in column 0: all text of the row that a filter looks at
    };

    /// `document` must outlive the model.
    explicit LimitsTableModel(limits::Document &document, QObject *parent = nullptr);

    /// Names of the pair's objects, "Contacts" and "Companies", for the column of directions.
    void setNames(const QString &from, const QString &to);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

private:
    [[nodiscard]] static QString many();
    /// What the column holds and the rules for it.
    [[nodiscard]] static QString headerToolTip(Column column);
    [[nodiscard]] QString label(int row) const;
    [[nodiscard]] QString direction(int row) const;
    [[nodiscard]] QString nowText(int row) const;
    [[nodiscard]] QString enteredText(int row) const;
    [[nodiscard]] QString toolTip(int row, Column column) const;
    [[nodiscard]] QString text(int row, Column column) const;
    [[nodiscard]] QString editText(int row, Column column) const;
    [[nodiscard]] QVariant sortValue(int row, Column column) const;
    [[nodiscard]] QString accessibleText(int row, Column column) const;

    limits::Document &m_document;
    QString m_from;
    QString m_to;
};

} // namespace ui::editor
