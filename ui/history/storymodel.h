#pragma once

#include "app/submission/story.h"

#include <QAbstractTableModel>

#include <vector>

namespace ui::history {

/// "from Many to 7: Stored", in words.
[[nodiscard]] QString stepText(const submission::StoryStep &step);
/// All that is known of it, in lines; as a tool tip.
[[nodiscard]] QString stepToolTip(const submission::StoryStep &step);

/// The times a limit was asked for, newest first.
class StoryModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum class Column : quint8 { When, Change, Stored, Outcome };
    static constexpr int columns = int(Column::Outcome) + 1;

    using QAbstractTableModel::QAbstractTableModel;

    /// Keeps the rows (and with them the view's selection) where older ones alone are new.
    /// `complete`: there are no older ones.
    void setSteps(std::vector<submission::StoryStep> steps, bool complete);
    [[nodiscard]] const std::vector<submission::StoryStep> &steps() const { return m_steps; }
    /// Older ones could not be read: they are not asked for again.
    void giveUp() { m_complete = true; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    /// The view has come to the end; setSteps() with older ones follows.
    void moreWanted();

private:
    std::vector<submission::StoryStep> m_steps;
    bool m_complete = true;
    bool m_asked = false;
};

} // namespace ui::history
