#pragma once

#include "app/api/error.h"
#include "app/limits/rebase.h"

#include <QWidget>

#include <vector>

QT_BEGIN_NAMESPACE
class QPushButton;
QT_END_NAMESPACE

namespace ui::widgets {
class Banner;
}

namespace ui::review {

/// What of a direction could not be read, and why.
struct ReadFailure
{
    QString direction;     ///< "Contacts → Companies"
    bool ofLimits = false; ///< else of the association types
    api::Error error;
};

/// How the reading of the live limits goes: its progress, then nothing or what failed.
class ReadStatus : public QWidget
{
    Q_OBJECT
public:
    explicit ReadStatus(QWidget *parent = nullptr);

    void showReading();
    /// Nothing where there are no failures. `unseen` are the edits whose live limit is unknown.
    void showFailures(const std::vector<ReadFailure> &failures,
                      const std::vector<limits::Edit> &unseen);

Q_SIGNALS:
    void stopRequested();
    void readAgainRequested();

private:
    QWidget *m_reading;
    QWidget *m_failed;
    widgets::Banner *m_words;
};

} // namespace ui::review
