#pragma once

#include "app/history/finder.h"
#include "app/history/job.h"
#include "app/history/store.h"
#include "ui/history/historyactions.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>

namespace ui::history {

class WorkRow;

/// What a person changes in the history: pins, notes, deletions. A few at once, many by a job that
/// is shown in a row and can be stopped.
class HistoryEdits : public QObject
{
    Q_OBJECT
public:
    /// Questions and editors open over `window`.
    HistoryEdits(const support::Clock &clock, WorkRow &row, QWidget &window);

    void setHistory(::history::Store *store, ::history::Finder *finder);

    void pin(const Selection &selection, bool pinned);
    /// `about` says which submission it is.
    void editNote(const QUuid &id, const QString &about);
    /// Asks first.
    void askAndDelete(const Selection &selection);
    [[nodiscard]] bool isBusy() const { return m_job != nullptr; }

Q_SIGNALS:
    void failed(const QString &title, const QString &words);
    /// isBusy() has another value.
    void busyChanged();

private:
    using Written = support::Expected<support::Done, ::history::StoreError>;
    /// Writes some of the records.
    using Write = std::function<Written(::history::Store &, const std::vector<QUuid> &)>;

    void write(const std::vector<QUuid> &ids, size_t atOnce, const Write &write,
               const QString &doing, const QString &trouble);

    const support::Clock &m_clock;
    WorkRow &m_row;
    QWidget &m_window;
    QPointer<::history::Store> m_store;
    QPointer<::history::Finder> m_finder;
    std::unique_ptr<::history::Job> m_job;
};

} // namespace ui::history
