#pragma once

#include "app/accounts/account.h"
#include "app/limits/draftkeeper.h"
#include "app/live/accountkeeper.h"
#include "app/support/settings.h"

#include <QObject>

#include <vector>

namespace ui::editor {
class LimitsPanel;
class PairLoader;
} // namespace ui::editor

namespace ui::mainwindow {

class ToolBar;

/// Which account and pair are open: what the tool bar chooses, with its drafts and what is read of
/// it.
class OpenPair final : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        limits::DraftKeeper &drafts;
        limits::Document &document;
        support::Settings &settings;
        ToolBar &toolBar;
        editor::LimitsPanel &panel;
        editor::PairLoader &loader;
        live::AccountKeeper &keeper;
    };

    /// All of the parts must outlive this. `types` are those of no account in particular.
    OpenPair(const Parts &parts, limits::ObjectTypes types, QObject *parent = nullptr);

    /// The accounts to choose from and the one to begin with.
    void setAccounts(std::vector<::accounts::Account> accounts, const QString &currentId);
    /// Something of the accounts changed. What is shown stays: the pair is read again only where
    /// the current account has another address, or has a token now and had none, or the other way
    /// round. Where the current one is gone, the first one is opened.
    void updateAccounts(std::vector<::accounts::Account> accounts);
    /// Null before setAccounts().
    [[nodiscard]] const ::accounts::Account *account() const;
    /// Opens a pair. False where the drafts that are open can't be saved: then they stay.
    bool open(const limits::ObjectType &from, const limits::ObjectType &to);
    /// The same by IDs; `both` shows both directions, else it stays as it is whether they are.
    bool open(const limits::Pair &pair, bool both);
    /// "Contacts", or the ID where no name is known.
    [[nodiscard]] QString nameOf(const QString &id) const { return shortName(typeOf(id)); }
    [[nodiscard]] QString fromName() const { return shortName(m_from); }
    [[nodiscard]] QString toName() const { return shortName(m_to); }

    /// Reads the pair again.
    void refresh();
    /// The same, and what the account is: nothing that was read of it need be true any more.
    void readAnew();
    /// What was read of an account may be another's: nothing of it is shown, or kept for later.
    void forget(const QString &accountId);

Q_SIGNALS:
    /// Another account is current, or what is known of it changed.
    void accountChanged();
    /// What HubSpot says an account is.
    void kindKnown(const QString &accountId, ::accounts::Kind kind);

private:
    [[nodiscard]] limits::ObjectType typeOf(const QString &id) const;
    void changeAccount();
    void changeDirections();
    void setTypes(const limits::ObjectTypes &types);
    void setIncomplete(const std::vector<live::AccountPartError> &errors);
    /// Whether the current account can be read otherwise than when this was last called.
    bool otherEndpoint();
    /// Asks HubSpot about the current account, unless that was done.
    void learn();

    Parts m_parts;
    limits::ObjectTypes m_types;
    std::vector<::accounts::Account> m_accounts;
    int m_shownAccount = -1;
    api::Endpoint m_readEndpoint; ///< of the current account, when it was last looked at
    bool m_readWithToken = false;
    QString m_learnt; ///< the account that HubSpot was asked about
    limits::ObjectType m_from;
    limits::ObjectType m_to;
    bool m_choosingDirections = false; ///< by the program, not a person
    bool m_remembering = false;        ///< what is told of the account is from the cache
};

} // namespace ui::mainwindow
