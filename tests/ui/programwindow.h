#pragma once

#include "app/accounts/vault.h"
#include "app/sandbox/sandbox.h"
#include "tests/support/testmain.h"
#include "ui/editor/limitstablemodel.h"
#include "ui/mainwindow/mainwindow.h"

#include <QApplication>
#include <QListView>
#include <QPointer>
#include <QPushButton>
#include <QTableView>
#include <QTest>

namespace tests {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The program as main() puts it together, with a folder of its own. Its sandbox can be stood
/// behind another server, a proxy with faults for one.
struct ProgramWindow
{
    using Column = ui::editor::LimitsTableModel::Column;

    explicit ProgramWindow(
        const QString &folder, bool openSandbox = true,
        std::unique_ptr<const support::Clock> time = std::make_unique<support::SystemClock>())
        : ownClock(std::move(time))
        , accountFile(folder + u"/accounts.json"_s)
        , settings(folder + u"/settings.ini"_s)
        , draftStore(folder + u"/drafts"_s)
        , accountCache(folder + u"/accounts"_s)
        , sandbox(folder + u"/sandbox.json"_s, clock)
        , store(std::move(history::Store::open(folder, clock)).value())
        , finder(folder, clock)
    {
        transport.setTimeouts({2000ms, 5000ms});
        runner.setLookAgainDelays({1ms, 1ms, 1ms});
        QVERIFY(sandbox.start().hasValue());
        runner.setStore(store.get());
        window.setHistory(*store, finder);
        if (openSandbox) {
            open(accounts::Kind::Sandbox, sandbox.baseUrl());
        }
    }

    using Accounts = std::vector<std::pair<accounts::Account, QByteArray>>;

    /// Accounts with their tokens, in place of those before; the first one is current.
    void setAccounts(const Accounts &accounts)
    {
        auto next = std::make_unique<accounts::AccountBook>(accountFile, vault, clock);
        QVERIFY(!next->open());
        for (const auto &[account, token] : accounts) {
            next->addBuiltIn(account, token);
            if (account.lock != accounts::Lock::ByKind) {
                QVERIFY(next->setLock(account.id, account.lock).hasValue());
            }
        }
        window.setAccountBook(*next, accounts.front().first.id);
        book = std::move(next);
    }

    /// An account that can be written to, whatever its kind.
    [[nodiscard]] static accounts::Account account(const QString &id, const QString &name,
                                                   accounts::Kind kind, const QUrl &url)
    {
        accounts::Account account{id, name, kind, {url, QByteArray()}};
        account.lock = accounts::Lock::Unlocked;
        return account;
    }

    /// Shows Contacts → Companies of an account "Sandbox" behind that address, beside an account
    /// "HubSpot" without a token.
    void open(accounts::Kind kind, const QUrl &url)
    {
        setAccounts({{account(u"sandbox"_s, u"Sandbox"_s, kind, url), sandbox.token()},
                     {account(u"hubspot"_s, u"HubSpot"_s, accounts::Kind::Unknown,
                              QUrl(u"https://api.hubapi.com"_s)),
                      {}}});
        window.openPair(type(u"0-1"), type(u"0-2"));
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
    }

    [[nodiscard]] limits::ObjectType type(QStringView id) const { return types.byId(id).value(); }

    /// The control with that accessible name, in any window.
    template<typename Widget> [[nodiscard]] static Widget *find(QLatin1StringView name)
    {
        for (QWidget *widget : QApplication::allWidgets()) {
            auto *wanted = qobject_cast<Widget *>(widget);
            if (wanted && wanted->accessibleName() == name && wanted->isVisible()) {
                return wanted;
            }
        }
        return nullptr;
    }

    [[nodiscard]] bool waitUntilRead() const
    {
        return QTest::qWaitFor([this] { return document.knowsLimits(); });
    }

    /// The list of submissions, when it shows that many, which are found in another thread; null
    /// where it never does.
    [[nodiscard]] static QListView *history(int entries)
    {
        QListView *list = nullptr;
        const bool shown = QTest::qWaitFor([&list, entries] {
            list = find<QListView>("History"_L1);
            return list && list->model()->rowCount() == entries;
        });
        return shown ? list : nullptr;
    }

    /// The row of a type in the document; -1 where there is none.
    [[nodiscard]] qsizetype rowOf(qint32 typeId,
                                  limits::Category category = limits::Category::HubSpotDefined,
                                  limits::Side side = limits::Side::There) const
    {
        for (qsizetype row = 0; row < document.rowCount(); ++row) {
            if (document.at(row).typeId == typeId && document.at(row).category == category &&
                document.row(row).side == side) {
                return row;
            }
        }
        return -1;
    }

    /// Types a limit into a row, as a person would.
    void enter(qsizetype row, const QString &limit) const
    {
        auto *view = find<QTableView>("Limits"_L1);
        view->setFocus();
        const QModelIndex cell = view->model()->index(int(row), int(Column::NewLimit));
        view->selectionModel()->setCurrentIndex(cell, QItemSelectionModel::ClearAndSelect);
        QTest::keyClick(view, Qt::Key_F2);
        const QPointer<QWidget> editor = QApplication::focusWidget();
        QTest::keyClick(editor, Qt::Key_A, Qt::ControlModifier);
        if (limit.isEmpty()) {
            QTest::keyClick(editor, Qt::Key_Delete);
        } else {
            QTest::keyClicks(editor, limit);
        }
        QTest::keyClick(editor, Qt::Key_Return);
        // The editor commits in a turn of its own.
        QTRY_VERIFY(!editor);
    }

    void typeRow(const QString &typeId, const QString &limit)
    {
        QTest::keyClick(&window, Qt::Key_N, Qt::ControlModifier);
        QTest::keyClicks(QApplication::focusWidget(), typeId);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QTest::keyClicks(QApplication::focusWidget(), limit);
    }

    /// There is no window manager offscreen to do it when a dialog closes.
    bool activate()
    {
        window.activateWindow();
        return QTest::qWaitFor([this] { return window.isActiveWindow(); });
    }

    /// Opens the review and waits until it can be submitted.
    [[nodiscard]] QPushButton *review()
    {
        QTest::keyClick(&window, Qt::Key_Return, Qt::ControlModifier);
        QPushButton *submit = nullptr;
        const bool ready = QTest::qWaitFor([&submit] {
            submit = find<QPushButton>("Submit"_L1);
            return submit && submit->isEnabled();
        });
        return ready ? submit : nullptr;
    }

    void reviewAndSubmit()
    {
        QPushButton *submit = review();
        QVERIFY(submit);
        QTest::keyClick(submit, Qt::Key_Return);
    }

    const std::unique_ptr<const support::Clock> ownClock;
    const support::Clock &clock = *ownClock;
    QString accountFile;
    accounts::Vault vault;
    std::unique_ptr<accounts::AccountBook> book;
    support::Settings settings;
    limits::ObjectTypes types = limits::ObjectTypes::standard();
    limits::AssociationTypes associations = limits::AssociationTypes::hubSpotDefined();
    limits::Document document{associations};
    limits::DraftStore draftStore;
    limits::DraftKeeper drafts{document, draftStore};
    live::AccountCache accountCache;
    api::Transport transport;
    api::Gate gate{clock, {5, 0}};
    api::Reader reader{transport, gate, {1, 10ms}};
    submission::Runner runner{transport, gate, reader, clock};
    submission::Reconciler reconciler{transport, gate, reader, clock};
    accounts::NetworkKeeper network{transport, settings, vault};
    sandbox::Sandbox sandbox;
    std::unique_ptr<history::Store> store;
    history::Finder finder;
    ui::mainwindow::MainWindow window{{clock, types, associations, document, drafts, gate, reader,
                                       accountCache, runner, reconciler, settings, network}};
};

} // namespace tests
