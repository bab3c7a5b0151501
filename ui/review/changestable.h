#pragma once

#include <QTableView>

namespace ui::review {

class ChangesModel;

/// One of the two views of a ChangesModel.
class ChangesTable : public QTableView
{
    Q_OBJECT
public:
    enum class Part {
        Changes,   ///< all rows, with what is done to each
        Conflicts, ///< only those that are in conflict, with the choice
    };

    /// `model` must outlive the table.
    ChangesTable(ChangesModel &model, Part part, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    void showColumns();
    void fitColumns();
    void fitRows();

    ChangesModel &m_model;
    Part m_part;
};

} // namespace ui::review
