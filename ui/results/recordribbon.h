#pragma once

#include "app/history/record.h"

#include <QFrame>

#include <optional>
#include <vector>

QT_BEGIN_NAMESPACE
class QLabel;
class QMenu;
class QPushButton;
QT_END_NAMESPACE

namespace ui::widgets {
class ElidedLabel;
} // namespace ui::widgets

namespace ui::results {

/// What is to be known of a record besides what came back: that it is not the latest, with the way
/// back to that; its note, that it is pinned, and the ways to submissions that it reverts or that
/// revert it. It hides where there is nothing of that.
class RecordRibbon : public QFrame
{
    Q_OBJECT
public:
    explicit RecordRibbon(QWidget *parent = nullptr);

    void setRecord(const ::history::Record &record);
    void setPast(bool past);
    /// Of the record that was set last. Without `reverts`, one that reverts another says that this
    /// is no longer in the history.
    void setRelated(const std::optional<::history::Summary> &reverts,
                    const std::vector<::history::Summary> &revertedBy);
    /// Without a record.
    void clear();

Q_SIGNALS:
    void backRequested();
    void recordRequested(const QUuid &id);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void showState();
    void showRelated();
    void drawPin();

    QLabel *m_pin;
    widgets::ElidedLabel *m_words;
    widgets::ElidedLabel *m_note;
    QPushButton *m_back;
    QWidget *m_related;
    QPushButton *m_reverts;
    widgets::ElidedLabel *m_revertsGone;
    QPushButton *m_revertedBy;
    QMenu *m_revertedByList;

    bool m_past = false;
    QDateTime m_createdAt;
    bool m_pinned = false;
    QString m_noteText;
    bool m_hasReverts = false;
    std::optional<::history::Summary> m_revertsRecord;
    std::vector<::history::Summary> m_reverting;
};

} // namespace ui::results
