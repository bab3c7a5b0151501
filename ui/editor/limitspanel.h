#pragma once

#include "app/limits/document.h"
#include "ui/widgets/banner.h"

#include <QWidget>

#include <optional>

QT_BEGIN_NAMESPACE
class QAction;
class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;
QT_END_NAMESPACE

namespace ui::widgets {
class ElidedLabel;
class EmptyState;
} // namespace ui::widgets

namespace ui::editor {

class LimitsView;

/// The place where limits are edited: the table, its filter and what can be done with it.
class LimitsPanel final : public QWidget
{
    Q_OBJECT
public:
    /// `document` must outlive the panel.
    explicit LimitsPanel(limits::Document &document, QWidget *parent = nullptr);
    ~LimitsPanel() override;

    /// Names of the pair's objects, "Contacts" and "Companies".
    void setPair(const QString &from, const QString &to);
    /// Types and limits are being read from the account; Esc asks to stop.
    void setReading(bool reading);
    /// What could not be read and why; nullopt: all could.
    void setReadProblem(const std::optional<widgets::Message> &problem);
    /// Why nothing can be edited for now; empty: it can.
    void setProblem(const QString &words);
    /// Why nothing can be submitted for now, as the button's tool tip; empty: it can.
    void setSubmitBlocked(const QString &reason);

    /// What is being typed becomes the cell's text.
    void commitEditor();

    /// What a menu offers for this place, in its order; null is a separator.
    [[nodiscard]] QList<QAction *> editActions() const { return m_actions; }
    /// Stops reading types and limits.
    [[nodiscard]] QAction &stopAction() const { return *m_stop; }

Q_SIGNALS:
    /// Esc, or the button beside the progress.
    void stopReadingRequested();
    /// The review button or its key, when there is something to submit and nothing wrong.
    void reviewRequested();
    /// What was ever asked for of the row's limit is wanted. `label` may be empty.
    void historyRequested(const limits::Pair &pair, limits::Category category, qint32 typeId,
                          const QString &label);

private:
    QWidget *makeHeader();
    void makeReadingRow();
    QWidget *makeFooter();
    void makeActions();
    void makeViewActions();
    void makePanelActions();
    void addSeparator();
    QAction *addAction(const QString &text, const QKeySequence &key, void (LimitsPanel::*slot)());
    void updateState();
    void updateFilter();
    void updateEmptyState();
    void addRow();
    void focusFilter();
    void discard();
    void review();
    void showFirstError();
    void showHistory();

    limits::Document &m_document;
    LimitsView *m_view;
    widgets::ElidedLabel *m_title;
    QLineEdit *m_filter;
    QLabel *m_shown;
    widgets::Banner *m_problem;
    widgets::Banner *m_readProblem;
    QWidget *m_reading;
    QAction *m_stop;
    bool m_isReading = false;
    QWidget *m_footer = nullptr;
    widgets::EmptyState *m_empty;
    QToolButton *m_errors;
    QPushButton *m_remove;
    QPushButton *m_discard;
    QPushButton *m_review;
    QAction *m_removeAction = nullptr;
    QAction *m_discardAction = nullptr;
    QAction *m_errorAction = nullptr;
    QAction *m_reviewAction = nullptr;
    QList<QAction *> m_actions;
    QString m_blocked;
};

} // namespace ui::editor
