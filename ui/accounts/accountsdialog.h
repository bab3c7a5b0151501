#pragma once

#include "ui/accounts/tools.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QLabel;
class QListView;
class QPushButton;
class QScrollArea;
QT_END_NAMESPACE

namespace ui::widgets {
class Banner;
}

namespace ui::accounts {

class AccountForm;
class AccountsModel;

/// The accounts at the left, the chosen one to edit at the right. Everything holds at once, so
/// there is nothing to confirm. Escape puts back a text that is being typed, and else closes.
class AccountsDialog : public QDialog
{
    Q_OBJECT
public:
    explicit AccountsDialog(const Tools &tools, QWidget *parent = nullptr);

    /// Chooses an account; an id that is not there leaves things as they are.
    void choose(const QString &id);
    /// The keychain can't be used, in its words.
    void setKeychainTrouble(const QString &words);

    /// Applies what is being typed, where that needs no question.
    void done(int result) override;

Q_SIGNALS:
    /// The account has another token than before.
    void keyReplaced(const QString &id);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QWidget *makeLeft();
    void follow();
    void showAccount(const QModelIndex &index);
    void add();
    void askToRemove();
    void remove(const QString &id);
    void tell(const QString &title, const QString &words);

    Tools m_tools;
    QString m_shown; ///< the account in the form
    AccountsModel *m_model;
    widgets::Banner *m_keychain;
    widgets::Banner *m_trouble;
    QListView *m_list;
    QPushButton *m_remove;
    AccountForm *m_form;
    QScrollArea *m_right;
};

} // namespace ui::accounts
