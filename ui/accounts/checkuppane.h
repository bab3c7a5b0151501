#pragma once

#include "app/accounts/account.h"
#include "app/accounts/checkup.h"
#include "app/api/reader.h"

#include <QWidget>

#include <memory>
#include <optional>

QT_BEGIN_NAMESPACE
class QProgressBar;
class QPushButton;
class QTextEdit;
QT_END_NAMESPACE

namespace ui::accounts {

/// Tries what the program reads of an account and tells what it found.
class CheckupPane : public QWidget
{
    Q_OBJECT
public:
    /// `reader` must outlive this.
    explicit CheckupPane(api::Reader &reader, QWidget *parent = nullptr);
    ~CheckupPane() override;

    /// Another account ends what is under way and takes away what was found.
    void setAccount(const ::accounts::Account &account);
    /// Its address or its key is another one.
    void forget();

protected:
    void changeEvent(QEvent *event) override;

private:
    void startOrStop();
    void stop();
    void showState();
    void fill();

    api::Reader &m_reader;
    ::accounts::Account m_account;
    bool m_hasToken = false;                        ///< when it was last looked at
    std::unique_ptr<::accounts::Checkup> m_checkup; ///< while one is under way
    std::optional<::accounts::CheckupReport> m_report;
    QPushButton *m_test;
    QProgressBar *m_busy;
    QPushButton *m_copy;
    QPushButton *m_copyScopes;
    QTextEdit *m_results;
};

} // namespace ui::accounts
