#pragma once

#include "app/limits/plan.h"
#include "app/live/pairreader.h"
#include "ui/review/changesmodel.h"

#include <QWidget>

#include <vector>

QT_BEGIN_NAMESPACE
class QPushButton;
QT_END_NAMESPACE

namespace ui::widgets {
class Banner;
}

namespace ui::review {

/// How the reading of the live limits goes: its progress, then nothing or what failed.
class ReadStatus : public QWidget
{
    Q_OBJECT
public:
    explicit ReadStatus(QWidget *parent = nullptr);

    void showReading();
    /// Nothing where there are no failures. `unseen` are the edits whose live limit is unknown.
    void showFailures(const std::vector<live::PartError> &failures,
                      const std::vector<limits::Edit> &unseen, const PairNames &names);

Q_SIGNALS:
    void stopRequested();
    void readAgainRequested();

private:
    QWidget *m_reading;
    QWidget *m_failed;
    widgets::Banner *m_words;
};

} // namespace ui::review
