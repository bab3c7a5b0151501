#pragma once

#include "app/history/record.h"
#include "app/submission/outcomes.h"

#include <QWidget>

#include <vector>

QT_BEGIN_NAMESPACE
class QAction;
class QPushButton;
QT_END_NAMESPACE

namespace ui::results {

/// A limit that was asked for.
struct AskedLimit
{
    limits::Pair pair;
    limits::Category category = limits::Category::UserDefined;
    qint32 typeId = 0;

    bool operator==(const AskedLimit &) const = default;
};

/// What can be done about limits that did not end as asked: `Check again` and `Submit failed
/// again`, each there only where it has a point. The buttons do what two actions of the window do,
/// which are enabled with them.
class RecordActions : public QWidget
{
    Q_OBJECT
public:
    /// The actions must outlive this.
    RecordActions(QAction &check, QAction &submitAgain, QWidget *parent = nullptr);

    void setRecord(const ::history::Record &record,
                   const std::vector<submission::LimitOutcome> &outcomes);
    /// Why limits can't be read again now; empty: they can.
    void setCheckBlocked(const QString &why);
    /// Whether the drafts of the record are in the window, to be submitted again now.
    void setSubmitAgainOffered(bool offered);
    /// Pixels there are for it: with too few of them its words are shorter.
    void setRoom(int pixels);

Q_SIGNALS:
    void checkRequested();
    /// Limits that are not known to be stored, neither as asked for nor otherwise. Not empty.
    void submitAgainRequested(const std::vector<ui::results::AskedLimit> &limits);

private:
    void showState();
    void fit();

    QAction &m_checkAction;
    QAction &m_submitAgainAction;
    QPushButton *m_check;
    QPushButton *m_submitAgain;
    std::vector<AskedLimit> m_toSubmit;
    bool m_worthChecking = false;
    QString m_checkBlocked;
    bool m_offered = false;
    int m_room = 0;
};

} // namespace ui::results
