#pragma once

#include "app/history/finder.h"
#include "ui/history/storymodel.h"

#include <QDialog>

#include <vector>

QT_BEGIN_NAMESPACE
class QStackedWidget;
class QTableView;
QT_END_NAMESPACE

namespace ui::widgets {
class Banner;
class EmptyState;
} // namespace ui::widgets

namespace ui::history {

class StoryChart;

/// What was ever asked for of one limit: a chart and a table, which reads older submissions as it
/// is scrolled and new ones as they are written. Not modal; show it with show().
class LimitStory : public QDialog
{
    Q_OBJECT
public:
    /// How the limit is called: the label, or words where it has none, and its objects.
    struct Names
    {
        QString label;
        QString from;
        QString to;
    };

    /// Reads at once. `finder` must outlive the dialog.
    LimitStory(::history::Finder &finder, ::history::LimitKey key, const Names &names,
               QWidget *parent = nullptr);
    ~LimitStory() override;

    [[nodiscard]] const ::history::LimitKey &key() const { return m_key; }

Q_SIGNALS:
    /// A row was activated: its submission is to be shown.
    void recordActivated(const QUuid &id);

private:
    void makeTable();
    void read();
    void readMore();
    void take(const ::history::LimitKey &key, const std::vector<::history::Record> &records,
              bool complete);
    void showError(const ::history::StoreError &error);
    void showState();
    void activate(int row);

    ::history::Finder &m_finder;
    const ::history::LimitKey m_key;
    std::vector<submission::StoryStep> m_steps; ///< as far as they were read
    QUuid m_oldest;                             ///< the record that was read last
    bool m_awaited = false;                     ///< an answer of the finder
    bool m_fromTop = true;                      ///< the answer replaces what was read
    bool m_isRead = false;                      ///< at least once
    bool m_outdated = false;                    ///< while an answer is awaited

    StoryModel *m_model;
    StoryChart *m_chart;
    QTableView *m_table;
    widgets::Banner *m_error;
    QStackedWidget *m_stack;
    QWidget *m_content;
    widgets::EmptyState *m_empty;
};

} // namespace ui::history
