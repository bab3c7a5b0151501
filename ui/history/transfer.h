#pragma once

#include "app/exchange/exporter.h"
#include "app/exchange/importer.h"
#include "app/support/clock.h"
#include "ui/history/exportdialog.h"
#include "ui/widgets/banner.h"

#include <QObject>
#include <QPointer>
#include <QString>

#include <vector>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace ui::history {

class TransferDialog;

/// Exports submissions to a file and imports them from one: the questions, the work in a thread of
/// its own, and what has come of it. One at a time; a second one brings the first one forward. When
/// this is destroyed, what is under way stops.
class Transfer : public QObject
{
    Q_OBJECT
public:
    /// `folder` is the history's. The dialogs are over `window`, which owns this. `clock` must
    /// outlive it and be callable from any thread.
    Transfer(const QString &folder, const support::Clock &clock, QWidget &window);

    /// Asks what and how, then where to. `shown` is how many the filter lets through.
    void exportRecords(const ::history::Filter &filter, qint64 shown,
                       const std::vector<QUuid> &selected);
    /// Asks where from.
    void importRecords();

    /// Without a question.
    void exportTo(const ExportChoice &choice, const QString &path);
    void importFrom(const QString &path);

Q_SIGNALS:
    /// Records were added.
    void imported();

private:
    [[nodiscard]] bool raiseRunning();
    void askForPath(const ExportChoice &choice);
    using ProgressText = QString (*)(qint64 done, qint64 total);
    template<typename Job>
    using MessageOf = widgets::Message (*)(const typename Job::Result &result, const QString &path);
    /// Runs an Exporter or an Importer, which this owns.
    template<typename Job>
    void run(Job &job, const QString &title, const QString &path, ProgressText progressText,
             MessageOf<Job> messageOf);

    QString m_folder;
    const support::Clock &m_clock;
    QWidget &m_window;
    QString m_lastFolder;     ///< that a file was chosen in
    QObject *m_job = nullptr; ///< under way
    QPointer<TransferDialog> m_dialog;
};

} // namespace ui::history
