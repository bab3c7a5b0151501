#include "ui/diagnostics/diagnostics.h"

#include "ui/diagnostics/logdialog.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMainWindow>
#include <QStatusBar>

#include <chrono>
#include <utility>

namespace ui::diagnostics {

using namespace std::chrono_literals;

Diagnostics::Diagnostics(const support::Log &log, const support::Settings &settings,
                         Accounts accounts, QMainWindow &window)
    : m_log(log)
    , m_settings(settings)
    , m_accounts(std::move(accounts))
    , m_window(window)
{
}

Diagnostics::~Diagnostics()
{
    delete m_dialog;
}

void Diagnostics::showLog()
{
    if (!m_dialog) {
        m_dialog = new LogDialog(m_log, &m_window);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

void Diagnostics::copySupportDetails()
{
    QGuiApplication::clipboard()->setText(support::supportDetails(m_log, m_settings, m_accounts()));
    m_window.statusBar()->showMessage(tr("Details for support copied. They hold no token."),
                                      int(std::chrono::milliseconds(10s).count()));
}

} // namespace ui::diagnostics
