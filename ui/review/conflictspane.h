#pragma once

#include <QWidget>

namespace ui::widgets {
class Banner;
}

namespace ui::review {

class ChangesModel;
class ChangesTable;

/// The limits that somebody changed since they were edited, each with its choice. Hidden where
/// there are none.
class ConflictsPane : public QWidget
{
    Q_OBJECT
public:
    /// `model` must outlive the pane.
    explicit ConflictsPane(ChangesModel &model, QWidget *parent = nullptr);

    /// To be called when the model has other rows.
    void showConflicts();

private:
    ChangesModel &m_model;
    widgets::Banner *m_words;
    ChangesTable *m_table;
};

} // namespace ui::review
