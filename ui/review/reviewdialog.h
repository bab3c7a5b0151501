#pragma once

#include "app/accounts/account.h"
#include "app/submission/runner.h"

#include <QDialog>
#include <QStringList>

namespace ui::review {

/// Shows what is about to be submitted, in words and as the exact requests, before anything is
/// written. Accepted means: submit it as it was shown. Open it with open().
class ReviewDialog final : public QDialog
{
    Q_OBJECT
public:
    /// `warnings` are sentences about rows that are sent all the same.
    ReviewDialog(submission::Submission submission, ::accounts::Kind kind,
                 const QStringList &warnings, QWidget *parent = nullptr);

    [[nodiscard]] const submission::Submission &submission() const { return m_submission; }

private:
    [[nodiscard]] QWidget *makeChanges(const QStringList &warnings);
    [[nodiscard]] QWidget *makeRequests();

    submission::Submission m_submission;
};

} // namespace ui::review
