#pragma once

#include "app/support/log.h"

#include <QDialog>
#include <QTimer>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLineEdit;
class QTableView;
QT_END_NAMESPACE

namespace ui::widgets {
class Banner;
class EmptyState;
} // namespace ui::widgets

namespace ui::diagnostics {

class LogFilter;
class LogModel;

/// What the program logged last, and what comes while it is open, to be filtered, copied and saved.
/// It follows new lines unless the person has scrolled up.
class LogDialog : public QDialog
{
    Q_OBJECT
public:
    /// `log` must outlive this.
    explicit LogDialog(const support::Log &log, QWidget *parent = nullptr);
    ~LogDialog() override;

private:
    [[nodiscard]] QLayout *makeFilters();
    [[nodiscard]] QWidget *makeButtons();
    void makeTable();
    void update();
    void showState();
    /// The selected lines, or all that are shown where none is.
    [[nodiscard]] QString asText() const;
    void copy();
    void askWhereToSave();
    void save(const QString &path);

    const support::Log &m_log;
    LogModel *m_model;
    LogFilter *m_shown;
    QTableView *m_table;
    widgets::EmptyState *m_empty;
    QLineEdit *m_filter;
    QComboBox *m_level;
    widgets::Banner *m_message;
    QTimer m_look;
};

} // namespace ui::diagnostics
