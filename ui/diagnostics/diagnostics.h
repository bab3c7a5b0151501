#pragma once

#include "app/support/supportdetails.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <vector>

QT_BEGIN_NAMESPACE
class QMainWindow;
QT_END_NAMESPACE

namespace ui::diagnostics {

class LogDialog;

/// What the window's help menu offers to somebody in trouble. Nothing is made before it is asked
/// for.
class Diagnostics : public QObject
{
    Q_OBJECT
public:
    using Accounts = std::function<std::vector<support::AccountFacts>()>;

    /// All of it must outlive this; `window` is a parent of dialogs and has a status bar.
    Diagnostics(const support::Log &log, const support::Settings &settings, Accounts accounts,
                QMainWindow &window);
    ~Diagnostics() override;

    /// Opens the log, or brings it to the front; one goes on working beside it.
    void showLog();
    /// Puts support::supportDetails() on the clipboard.
    void copySupportDetails();

private:
    const support::Log &m_log;
    const support::Settings &m_settings;
    Accounts m_accounts;
    QMainWindow &m_window;
    QPointer<LogDialog> m_dialog;
};

} // namespace ui::diagnostics
