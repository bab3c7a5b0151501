#pragma once

#include "app/accounts/account.h"
#include "app/api/reader.h"
#include "app/limits/associationtypes.h"
#include "app/limits/rebase.h"
#include "app/live/calls.h"
#include "app/live/pairreader.h"
#include "app/submission/runner.h"
#include "ui/review/changesmodel.h"

#include <QDateTime>
#include <QDialog>
#include <QStringList>
#include <QUuid>

#include <memory>
#include <vector>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QLabel;
class QPushButton;
class QTabWidget;
QT_END_NAMESPACE

namespace ui::widgets {
class Banner;
}

namespace ui::review {

class ConflictsPane;
class ReadStatus;
class RequestsPane;

/// What is to be reviewed, and where it would go.
struct ReviewInput
{
    QString accountId; ///< accounts::Account's
    QString accountName;
    ::accounts::Kind kind = ::accounts::Kind::Unknown;
    api::Endpoint endpoint;
    limits::Pair pair; ///< the one that is open; edits may also be of its other direction
    QString fromName;  ///< as shown
    QString toName;
    std::vector<limits::Edit> edits; ///< not empty
    QStringList warnings;            ///< sentences about rows that are sent all the same
    qsizetype inputsPerRequest = 1;
    QUuid reverts{};       ///< the record that is taken back; null: none
    QDateTime revertsOf{}; ///< UTC, when that was submitted
};

/// Shows what is about to be submitted, in words and as the exact requests, before anything is
/// written. It reads the live limits again first, and has every limit that somebody changed
/// meanwhile decided. Open it with open(); it reads as soon as it is made.
class ReviewDialog final : public QDialog
{
    Q_OBJECT
public:
    /// `reader` and `types` must outlive the dialog.
    ReviewDialog(ReviewInput input, api::Reader &reader, const limits::AssociationTypes &types,
                 QWidget *parent = nullptr);

    void done(int result) override;

Q_SIGNALS:
    /// Once for each direction and reading: what the account has now.
    void liveRead(const limits::LivePair &live);
    /// Submit was pressed: exactly what was shown. At most once; the dialog closes after it.
    void submitRequested(const submission::Submission &submission);
    /// As the dialog closes, whichever way: edits that are over without being sent, because HubSpot
    /// has the limit already or theirs was taken. Their drafts can go. Not without any.
    void theirsTaken(const std::vector<limits::Edit> &edits);

private:
    [[nodiscard]] QWidget *makeAccountStrip();
    [[nodiscard]] QWidget *makeChanges();
    [[nodiscard]] QWidget *makeFooter();

    void read();
    void stopReading();
    void receive(const live::PairReading &reading);
    /// Of directions whose unlabeled type is lowered: how many records have reached the new limit.
    void readRecords(const limits::Pair &pair);
    /// Brings everything in step with the edits as they stand and the decisions made.
    void showPlan();
    void updateSubmit();
    void focusWhatIsNext();
    void submit();

    const ReviewInput m_input;
    api::Reader &m_reader;
    const PairNames m_names;
    live::PairReader m_pairReader;
    std::unique_ptr<live::Calls> m_recordCalls; ///< made with each reading
    std::vector<limits::LivePair> m_fresh;      ///< what was read so far
    std::vector<limits::RuleBreak> m_breaks;
    limits::Plan m_plan; ///< what is shown, and what is submitted

    // Made in this order, which is that of the tabulator key.
    ChangesModel *m_model;
    QLabel *m_heading;
    ReadStatus *m_status;
    widgets::Banner *m_verdict; ///< why nothing can, or need, be sent
    QTabWidget *m_tabs;
    ConflictsPane *m_conflicts;
    QWidget *m_changes; ///< the page
    RequestsPane *m_requests;
    QCheckBox *m_unseen;
    QCheckBox *m_confirm;
    QLabel *m_footer;
    QPushButton *m_submit = nullptr;
};

} // namespace ui::review
