#include "ui/history/historyedits.h"

#include "ui/history/notedialog.h"
#include "ui/history/storewords.h"
#include "ui/history/workrow.h"
#include "ui/widgets/question.h"

#include <QWidget>

#include <algorithm>

namespace ui::history {

using ::history::Job;
using ::history::Store;
using ::history::StoreError;
using support::Done;
using support::Unexpected;

namespace {

// A pin is a transaction of its own, each of some milliseconds.
constexpr size_t pinsAtOnce = 20;
constexpr size_t removalsAtOnce = 200;

} // namespace

HistoryEdits::HistoryEdits(const support::Clock &clock, WorkRow &row, QWidget &window)
    : QObject(&window)
    , m_clock(clock)
    , m_row(row)
    , m_window(window)
{
}

void HistoryEdits::setHistory(Store *store, ::history::Finder *finder)
{
    m_job.reset();
    m_store = store;
    m_finder = finder;
}

void HistoryEdits::pin(const Selection &selection, bool pinned)
{
    const auto set = [pinned](Store &store, const std::vector<QUuid> &ids) -> Written {
        for (const QUuid &id : ids) {
            if (auto done = store.setPinned(id, pinned); !done) {
                return done;
            }
        }
        return Done{};
    };
    write(selection.ids, pinsAtOnce, set, pinned ? tr("Pinning…") : tr("Unpinning…"),
          pinned ? tr("Not everything could be pinned.") : tr("Not everything could be unpinned."));
}

void HistoryEdits::editNote(const QUuid &id, const QString &about)
{
    const auto record = m_store->read(id);
    if (!record) {
        Q_EMIT failed(tr("The note could not be read."), troubleText(record.error()));
        return;
    }
    const auto save = [this, id](const QString &note) {
        if (m_store == nullptr) {
            return tr("The history was closed.");
        }
        const auto saved = m_store->setNote(id, note);
        return saved ? QString() : troubleText(saved.error());
    };
    auto *dialog = new NoteDialog(about, record->note, save, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void HistoryEdits::askAndDelete(const Selection &selection)
{
    const int count = int(selection.ids.size()) - selection.inFlight;
    QStringList text{tr("They can't be brought back. The limits in HubSpot stay as they are.",
                        "submissions", count)};
    if (selection.pinned > 0) {
        text += tr("%Ln of them are pinned.", "submissions", selection.pinned);
    }
    if (selection.inFlight > 0) {
        text += tr("%Ln are being submitted and stay.", "submissions", selection.inFlight);
    }
    widgets::ask(m_window, tr("Delete %Ln submissions?", nullptr, count), text.join(u' '),
                 tr("&Delete"), [this, ids = selection.ids] {
                     if (m_store == nullptr || isBusy()) {
                         return;
                     }
                     const auto remove = [](Store &store,
                                            const std::vector<QUuid> &some) -> Written {
                         const auto removed = store.remove(some);
                         return removed ? Written(Done{}) : Unexpected{removed.error()};
                     };
                     write(ids, removalsAtOnce, remove, tr("Deleting…"),
                           tr("Not everything could be deleted."));
                 });
}

void HistoryEdits::write(const std::vector<QUuid> &ids, size_t atOnce, const Write &write,
                         const QString &doing, const QString &trouble)
{
    if (ids.size() <= atOnce) {
        if (const auto done = write(*m_store, ids); !done) {
            Q_EMIT failed(trouble, troubleText(done.error()));
        }
        return;
    }
    const auto work = [ids, atOnce, write](Store &store, Job &job) -> Written {
        for (size_t i = 0; i < ids.size() && !job.isCancelled(); i += atOnce) {
            const auto begin = ids.begin() + qsizetype(i);
            const auto end = begin + qsizetype(std::min(atOnce, ids.size() - i));
            if (auto done = write(store, {begin, end}); !done) {
                return done;
            }
            job.report(qint64(i + atOnce), qint64(ids.size()));
        }
        return Done{};
    };
    m_job = std::make_unique<Job>(m_store->folder(), m_clock, work);
    m_row.follow(*m_job, doing);
    connect(m_job.get(), &Job::finished, this, [this, trouble](const Written &done) {
        // It sends this signal and goes later.
        m_job.release()->deleteLater();
        if (m_finder != nullptr) {
            m_finder->look();
        }
        if (!done) {
            Q_EMIT failed(trouble, troubleText(done.error()));
        }
        Q_EMIT busyChanged();
    });
    m_job->start();
    Q_EMIT busyChanged();
}

} // namespace ui::history
