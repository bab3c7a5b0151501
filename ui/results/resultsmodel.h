#pragma once

#include "app/submission/outcomes.h"
#include "ui/results/recordtext.h"

#include <QAbstractTableModel>
#include <QSet>

#include <vector>

namespace ui::results {

/// One row per limit asked for. Of limits of two directions it also says which.
class ResultsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    /// Direction is last, and there only where hasDirections().
    enum class Column : quint8 {
        Label,
        TypeId,
        Category,
        Before, ///< the limit when it was asked for
        Asked,
        Stored,
        Outcome,
        Direction
    };

    enum Role {
        /// To sort by: numbers as numbers, an outcome as its submission::Outcome; invalid where
        /// nothing is reported.
        RawRole = Qt::UserRole,
        OutcomeRole, ///< int of submission::Outcome, in every column
        MessageRole, ///< HubSpot's words about the row alone, in every column
        ProofRole,   ///< of an outcome: "confirmed", "not read back"; may be empty
        AbsentRole,  ///< true where the text stands for a value that is not there
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// Keeps the rows (and with them the view's selection) where only what came back is new.
    /// `directions` has one entry per exchange of their record, or none.
    void setOutcomes(std::vector<submission::LimitOutcome> outcomes,
                     std::vector<Direction> directions = {});
    [[nodiscard]] bool hasDirections() const { return m_hasDirections; }
    [[nodiscard]] const std::vector<submission::LimitOutcome> &outcomes() const
    {
        return m_outcomes;
    }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QString text(const submission::LimitOutcome &outcome, Column column) const;
    [[nodiscard]] QString spokenText(const submission::LimitOutcome &outcome, Column column) const;
    [[nodiscard]] QVariant raw(const submission::LimitOutcome &outcome, Column column) const;
    [[nodiscard]] static bool absent(const submission::LimitOutcome &outcome, Column column);
    [[nodiscard]] QString toolTip(const submission::LimitOutcome &outcome, Column column) const;

    /// Messages that stand at every limit of a request: they are about the request, which the
    /// panel says once, and not repeated on each row.
    void findSharedMessages();

    /// HubSpot's words as far as they stand beside the outcome.
    [[nodiscard]] QString shownMessage(const submission::LimitOutcome &outcome) const;

    std::vector<submission::LimitOutcome> m_outcomes;
    std::vector<Direction> m_directions; ///< by exchange
    bool m_hasDirections = false;
    QSet<qsizetype> m_shared; ///< exchanges all of whose limits have one message
};

} // namespace ui::results
