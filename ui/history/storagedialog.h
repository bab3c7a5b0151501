#pragma once

#include "app/history/job.h"
#include "app/history/retention.h"
#include "app/history/store.h"
#include "app/support/clock.h"
#include "app/support/settings.h"

#include <QDialog>

#include <functional>
#include <memory>
#include <optional>

QT_BEGIN_NAMESPACE
class QDialogButtonBox;
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace ui::widgets {
class Banner;
}

namespace ui::history {

class RetentionEdit;
class WorkRow;

/// The history as a file: where it is and how big, to compact and to back up, and what of it is not
/// kept. All work on it is done by jobs, one at a time.
class StorageDialog : public QDialog
{
    Q_OBJECT
public:
    /// All of them must outlive the dialog.
    StorageDialog(const ::history::Store &store, const support::Clock &clock,
                  support::Settings &settings, QWidget *parent = nullptr);
    ~StorageDialog() override;

    /// Not before the work under way is over; what can be stopped is stopped.
    void reject() override;

Q_SIGNALS:
    /// The store was written by a job.
    void written();

private:
    using Written = support::Expected<support::Done, ::history::StoreError>;
    using Work = ::history::Job::Work;
    struct Found;

    [[nodiscard]] QWidget *makeFacts();
    [[nodiscard]] QWidget *makeKeeping();
    [[nodiscard]] QWidget *makeButtons();
    void look();
    void showFound();
    void compact();
    void askWhereToBackUp();
    void backUp(const QString &path);
    void apply(bool closes);
    /// Tells the person what went wrong in these words, else calls `done`.
    void work(const QString &words, bool canStop, const Work &work, const QString &trouble,
              const std::function<void()> &done);
    void showState();

    const QString m_folder;
    const bool m_readOnly;
    const support::Clock &m_clock;
    support::Settings &m_settings;
    std::unique_ptr<::history::Job> m_looking;
    std::unique_ptr<::history::Job> m_working;
    std::shared_ptr<const Found> m_found; ///< nullptr: being looked at
    bool m_lookAgain = false;
    bool m_closing = false;

    QLabel *m_size;
    QLabel *m_records;
    QPushButton *m_compact;
    QPushButton *m_backUp;
    RetentionEdit *m_keeping;
    QLabel *m_wouldRemove;
    WorkRow *m_row;
    widgets::Banner *m_message;
    QDialogButtonBox *m_buttons;
};

} // namespace ui::history
