#include "ui/accounts/checkuppane.h"

#include "ui/accounts/checkuptext.h"
#include "ui/widgets/accessible.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QTextCursor>
#include <QTextEdit>
#include <QVBoxLayout>

namespace ui::accounts {

using namespace Qt::StringLiterals;
using ::accounts::Account;
using ::accounts::Checkup;

CheckupPane::CheckupPane(api::Reader &reader, QWidget *parent)
    : QWidget(parent)
    , m_reader(reader)
    , m_test(new QPushButton(this))
    , m_busy(new QProgressBar(this))
    , m_copy(new QPushButton(tr("Copy results"), this))
    , m_copyScopes(new QPushButton(tr("Copy scopes"), this))
    , m_results(new QTextEdit(this))
{
    widgets::setStableName(*m_test, "Test connection"_L1,
                           tr("Try everything the program reads. Nothing is changed."));
    widgets::setStableName(*m_results, "Test results"_L1);
    widgets::setStableName(*m_copy, "Copy test results"_L1);
    widgets::setStableName(*m_copyScopes, "Copy missing scopes"_L1);
    for (QPushButton *button : {m_test, m_copy, m_copyScopes}) {
        button->setAutoDefault(false);
    }
    m_busy->setRange(0, 0);
    m_busy->setTextVisible(false);
    m_busy->setMaximumWidth(120);
    m_results->setReadOnly(true);
    m_results->setTabChangesFocus(true);
    m_results->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_results->setMinimumHeight(7 * m_results->fontMetrics().lineSpacing());
    m_results->hide();

    auto *row = new QHBoxLayout;
    row->addWidget(m_test);
    row->addWidget(m_busy);
    row->addStretch(1);
    row->addWidget(m_copyScopes);
    row->addWidget(m_copy);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(row);
    layout->addWidget(m_results, 1);
    layout->addStretch(0); // while there are no results
    connect(m_test, &QPushButton::clicked, this, &CheckupPane::startOrStop);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_results->toPlainText()); });
    connect(m_copyScopes, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_report->missingScopes.join(u' ')); });
    showState();
}

CheckupPane::~CheckupPane() = default;

void CheckupPane::setAccount(const Account &account)
{
    const bool same = account.id == m_account.id && account.endpoint == m_account.endpoint &&
                      account.endpoint.hasToken() == m_hasToken;
    m_account = account;
    m_hasToken = account.endpoint.hasToken();
    if (!same) {
        forget();
    }
    showState();
}

void CheckupPane::forget()
{
    stop();
    m_report.reset();
    m_results->hide();
    showState();
}

void CheckupPane::startOrStop()
{
    if (m_checkup) {
        stop();
        showState();
        return;
    }
    forget();
    m_checkup = std::make_unique<Checkup>(m_reader, m_account.endpoint);
    connect(m_checkup.get(), &Checkup::finished, this,
            [this](const ::accounts::CheckupReport &report) {
                m_checkup.release()->deleteLater();
                m_report = report;
                fill();
                showState();
            });
    m_checkup->start();
    showState();
}

void CheckupPane::stop()
{
    m_checkup.reset();
}

void CheckupPane::showState()
{
    const bool busy = m_checkup != nullptr;
    m_test->setText(busy ? tr("Stop t&esting") : tr("T&est connection"));
    m_test->setEnabled(busy || m_account.endpoint.hasToken());
    m_test->setToolTip(m_test->isEnabled() ? tr("Try everything the program reads. Nothing is "
                                                "changed.")
                                           : tr("There is no token to test with yet"));
    m_busy->setVisible(busy);
    m_copy->setVisible(m_report.has_value());
    m_copyScopes->setVisible(m_report && !m_report->missingScopes.isEmpty());
}

void CheckupPane::fill()
{
    m_results->clear();
    QTextCursor cursor(m_results->document());
    for (const CheckupLine &line : checkupLines(*m_report)) {
        QTextCharFormat format;
        format.setForeground(line.tone == widgets::Tone::Quiet
                                 ? palette().color(QPalette::Text)
                                 : widgets::toneColor(line.tone, palette()));
        if (!cursor.atStart()) {
            cursor.insertBlock();
        }
        // Literally, unlike setText() and append().
        cursor.insertText(line.text, format);
    }
    m_results->moveCursor(QTextCursor::Start);
    m_results->show();
}

void CheckupPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_report) {
        fill();
    }
}

} // namespace ui::accounts
