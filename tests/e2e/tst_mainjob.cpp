#include "app/support/settings.h"
#include "tests/e2e/assistant.h"
#include "tests/e2e/desktop.h"
#include "tests/e2e/program.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;
using tests::Role;

namespace {

// For one thing to appear, on a slow machine that is busy with other tests under a sanitizer.
constexpr int patience = 30'000;

const QStringList inSandbox{u"--language"_s, u"en"_s, u"--account"_s, u"sandbox"_s};

constexpr QSize usual(1280, 800);
constexpr QSize smallest(960, 600);

bool isTime(const QString &text)
{
    static const QRegularExpression clock(u"^\\d{1,2}:\\d\\d:\\d\\d"_s);
    return clock.match(text).hasMatch();
}

QByteArray utf16(const QByteArray &text)
{
    const QString wide = QString::fromLatin1(text);
    return {reinterpret_cast<const char *>(wide.utf16()), 2 * wide.size()};
}

} // namespace

/// The main job, done with the real program by keyboard, and seen by accessibility names.
class TestMainJob : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void cleanupTestCase();

    void showsWhatWasStored();
    void showsWhatWasRefused();
    void keepsEverythingInSight_data();
    void keepsEverythingInSight();
    void remembersAcrossRestarts();
    void tellsAnInterruptedSubmission();

private:
    [[nodiscard]] bool start(const QStringList &arguments, const QByteArray &token = {});
    [[nodiscard]] bool quit();
    [[nodiscard]] bool focusComesTo(Role role, const QString &name) const;
    [[nodiscard]] bool addRow(const QString &typeId, const QString &limit) const;
    [[nodiscard]] bool readsRows(int count) const;
    [[nodiscard]] bool enter(int row, const QString &limit) const;
    [[nodiscard]] QString limitsRow(int row) const;
    [[nodiscard]] QString resultOf(int typeId) const;
    [[nodiscard]] bool review() const;
    [[nodiscard]] bool submit() const;
    [[nodiscard]] bool tabTo(Role role, const QString &name) const;
    [[nodiscard]] bool resize(QSize size) const;
    [[nodiscard]] QStringList
    outOfSight(const std::vector<std::pair<Role, QString>> &controls) const;
    [[nodiscard]] QStringList filesWith(QByteArrayView bytes) const;
    void photograph(const QString &name) const;
    void photographSmall(const QString &name) const;

    tests::Desktop m_desktop;
    std::unique_ptr<tests::Assistant> m_assistant;
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<tests::Program> m_program;
};

void TestMainJob::initTestCase()
{
    const auto started = m_desktop.start();
    QVERIFY2(started, qPrintable(started ? QString() : started.error()));
    m_assistant = std::make_unique<tests::Assistant>(m_desktop.sessionAddress());
    QVERIFY(QDir().mkpath(QStringLiteral(SCREENSHOTS)));
}

void TestMainJob::init()
{
    StrictTest::init();
    m_home = std::make_unique<QTemporaryDir>();
    m_program = std::make_unique<tests::Program>(m_desktop, m_home->path());
}

void TestMainJob::cleanup()
{
    if (QTest::currentTestFailed()) {
        photograph(u"failed-"_s + QString::fromLatin1(QTest::currentTestFunction()));
    }
    m_program->kill();
    const QByteArray complaints = m_program->complaints();
    QVERIFY2(complaints.isEmpty(), complaints.constData());
    m_program.reset();
    m_home.reset();
}

void TestMainJob::cleanupTestCase()
{
    m_assistant.reset();
}

bool TestMainJob::start(const QStringList &arguments, const QByteArray &token)
{
    if (!m_program->start(arguments, token)) {
        return false;
    }
    m_assistant->setProgram(m_program->processId());
    // The limits can be edited once the account is there.
    const auto isReady = [this] {
        return m_assistant->isActive() && m_assistant->isEnabled(Role::Button, u"Add type ID"_s);
    };
    return QTest::qWaitFor([&] { return !m_program->isRunning() || isReady(); }, patience) &&
           m_program->isRunning();
}

bool TestMainJob::quit()
{
    return m_desktop.press({u"ctrl+q"_s}) &&
           QTest::qWaitFor([this] { return m_program->hasEndedWell(); }, patience);
}

bool TestMainJob::focusComesTo(Role role, const QString &name) const
{
    return QTest::qWaitFor([&] { return m_assistant->hasFocus(role, name); }, patience);
}

bool TestMainJob::addRow(const QString &typeId, const QString &limit) const
{
    // Editors of cells are no part of the accessibility tree, but one is open as soon as the row is
    // there.
    const qsizetype rows = m_assistant->rows(u"Limits"_s).size();
    return m_desktop.press({u"ctrl+n"_s}) &&
           QTest::qWaitFor([&] { return m_assistant->rows(u"Limits"_s).size() == rows + 1; },
                           patience) &&
           m_desktop.type(typeId) && m_desktop.press({u"Tab"_s, u"Tab"_s}) && m_desktop.type(limit);
}

/// Whether the table comes to show what the account has, and so many rows.
bool TestMainJob::readsRows(int count) const
{
    return QTest::qWaitFor([&] { return m_assistant->rows(u"Limits"_s).size() == count; },
                           patience);
}

/// Types a limit into a row of the table, which has the focus.
bool TestMainJob::enter(int row, const QString &limit) const
{
    QStringList keys{u"ctrl+Home"_s};
    keys += QStringList(row, u"Down"_s);
    keys += {u"End"_s, u"Left"_s};
    return m_desktop.press(keys) && m_desktop.type(limit) && m_desktop.press({u"Return"_s}) &&
           QTest::qWaitFor([&] { return limitsRow(row).contains(u", "_s + limit); }, patience);
}

QString TestMainJob::limitsRow(int row) const
{
    return m_assistant->rows(u"Limits"_s).value(row);
}

QString TestMainJob::resultOf(int typeId) const
{
    const QStringList rows = m_assistant->rows(u"Results"_s);
    const auto found = std::ranges::find_if(
        rows, [&](const QString &row) { return row.contains(u" | %1 | "_s.arg(typeId)); });
    return found == rows.end() ? QString() : *found;
}

bool TestMainJob::review() const
{
    return m_desktop.press({u"ctrl+Return"_s}) && focusComesTo(Role::Button, u"Submit"_s);
}

bool TestMainJob::submit() const
{
    return review() && m_desktop.press({u"Return"_s});
}

/// Goes on to a control as somebody without a mouse does.
bool TestMainJob::tabTo(Role role, const QString &name) const
{
    for (int steps = 0; steps < 20; ++steps) {
        if (QTest::qWaitFor([&] { return m_assistant->hasFocus(role, name); }, 200)) {
            return true;
        }
        if (!m_desktop.press({u"Tab"_s})) {
            return false;
        }
    }
    return false;
}

bool TestMainJob::resize(QSize size) const
{
    return m_desktop.resizeActiveWindow(size) &&
           QTest::qWaitFor([&] { return m_assistant->windowArea().size() == size; }, patience);
}

/// Those that are missing or not wholly in the window.
QStringList TestMainJob::outOfSight(const std::vector<std::pair<Role, QString>> &controls) const
{
    const QRect window = m_assistant->windowArea();
    QStringList names;
    for (const auto &[role, name] : controls) {
        const QRect area = m_assistant->area(role, name);
        if (area.isEmpty() || !window.contains(area)) {
            names.append(name);
        }
    }
    return names;
}

QStringList TestMainJob::filesWith(QByteArrayView bytes) const
{
    QStringList paths;
    QDirIterator files(m_home->path(), QDir::Files | QDir::Hidden | QDir::System,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly) || file.readAll().contains(bytes)) {
            paths.append(file.fileName());
        }
    }
    return paths;
}

/// Saves the window as it is once it has stopped changing, or soon where it does not.
void TestMainJob::photograph(const QString &name) const
{
    QImage picture;
    // Painting lags behind what is told to assistive tools.
    std::ignore = QTest::qWaitFor(
        [&] {
            QTest::qWait(50);
            const QImage before = std::exchange(picture, m_desktop.picture());
            return !picture.isNull() && picture == before;
        },
        1000);
    const QRect window = m_assistant->windowArea();
    QVERIFY((window.isEmpty() ? picture : picture.copy(window))
                .save(QStringLiteral(SCREENSHOTS) + u'/' + name + u".png"_s));
}

/// Saves the window at the smallest size it is made for, too.
void TestMainJob::photographSmall(const QString &name) const
{
    photograph(name);
    QVERIFY(resize(smallest));
    photograph(name + u"-960x600"_s);
    QVERIFY(resize(usual));
}

void TestMainJob::showsWhatWasStored()
{
    QVERIFY(start(inSandbox + QStringList{u"--from"_s, u"deal"_s, u"--to"_s, u"ticket"_s}));
    QVERIFY(m_assistant->says(u"Deals → Tickets"_s));
    QVERIFY(m_desktop.press({u"ctrl+l"_s}) && m_desktop.type(u"contact"_s));
    QVERIFY(m_desktop.press({u"Tab"_s}) && m_desktop.type(u"0-2"_s));
    QVERIFY(m_desktop.press({u"Return"_s}));
    QTRY_VERIFY_WITH_TIMEOUT(m_assistant->says(u"Contacts → Companies"_s), patience);
    photographSmall(u"first-start"_s);

    // What the account has: names, and limits that are set.
    QVERIFY(readsRows(6));
    QVERIFY2(limitsRow(0).contains(u"(any association) | 279 | HubSpot | Limit now"_s),
             qPrintable(limitsRow(0)));
    QVERIFY2(limitsRow(3).contains(u"Limit now, Billing contact, 1"_s), qPrintable(limitsRow(3)));
    QVERIFY(m_desktop.press({u"F6"_s}) && focusComesTo(Role::Table, u"Limits"_s));
    QVERIFY(enter(0, u"5"_s));
    QVERIFY(enter(1, u"1"_s));
    QVERIFY(enter(3, u"3"_s));
    QVERIFY2(limitsRow(3).contains(u"New limit, Billing contact, 3, changed from 1"_s),
             qPrintable(limitsRow(3)));
    photographSmall(u"limits"_s);
    QVERIFY(review());
    const QStringList changes = m_assistant->rows(u"Changes"_s);
    QCOMPARE(changes.size(), 3);
    QVERIFY2(changes.join(u'\n').contains(u"from 1 to 3"_s), qPrintable(changes.join(u'\n')));
    photograph(u"review"_s);
    QVERIFY(m_desktop.press({u"Return"_s}));

    QTRY_COMPARE_WITH_TIMEOUT(m_assistant->text(u"Batch status"_s), u"COMPLETE"_s, patience);
    for (const QString &time : {u"Requested at"_s, u"Started at"_s, u"Completed at"_s}) {
        QVERIFY2(isTime(m_assistant->text(time)), qPrintable(time));
    }
    for (const int typeId : {279, 1, 28}) {
        QTRY_VERIFY_WITH_TIMEOUT(resultOf(typeId).contains(u"Stored"_s), patience);
    }
    // What is stored is what the account has now.
    QTRY_VERIFY_WITH_TIMEOUT(limitsRow(3).contains(u"Limit now, Billing contact, 3"_s), patience);
    QCOMPARE(m_assistant->entries(u"History"_s).size(), 1);
    photographSmall(u"stored"_s);

    QVERIFY(m_desktop.press({u"ctrl+h"_s, u"F6"_s, u"F6"_s, u"Right"_s}));
    QTRY_VERIFY_WITH_TIMEOUT(m_assistant->text(u"Request"_s).contains(u"maxToObjectIds"_s),
                             patience);
    photographSmall(u"request"_s);
    QVERIFY(m_desktop.press({u"Right"_s}));
    QTRY_VERIFY_WITH_TIMEOUT(m_assistant->text(u"Response"_s).contains(u"COMPLETE"_s), patience);
    photographSmall(u"response"_s);
    QVERIFY(quit());
}

void TestMainJob::showsWhatWasRefused()
{
    QVERIFY(start(inSandbox));
    QVERIFY(readsRows(6));
    QVERIFY(enter(1, u"2"_s));
    // The account has no such type.
    QVERIFY(addRow(u"31"_s, u"12"_s));
    QVERIFY(submit());
    QTRY_COMPARE_WITH_TIMEOUT(m_assistant->text(u"HTTP status"_s), u"207 Multi-Status"_s, patience);
    QVERIFY2(resultOf(31).contains(u"Association type 31"_s), qPrintable(resultOf(31)));
    QTRY_VERIFY_WITH_TIMEOUT(
        m_assistant->entries(u"History"_s).value(0).contains(u"1 stored, 1 failed"_s), patience);
    // The refused one is still to be done.
    QTRY_VERIFY_WITH_TIMEOUT(limitsRow(1).contains(u"Limit now, Primary company, 2"_s), patience);
    QVERIFY2(limitsRow(6).contains(u" | 31 | "_s), qPrintable(limitsRow(6)));
    photographSmall(u"refused"_s);
    QVERIFY(quit());
}

void TestMainJob::keepsEverythingInSight_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << u"en"_s;
    QTest::newRow("German") << u"de"_s; // its words are longer
}

void TestMainJob::keepsEverythingInSight()
{
    QFETCH(const QString, language);
    QVERIFY(start(inSandbox + QStringList{u"--language"_s, language}));
    QVERIFY(resize(smallest));
    QCOMPARE(outOfSight({{Role::Button, u"Swap"_s},
                         {Role::Table, u"Limits"_s},
                         {Role::Text, u"Filter limits"_s},
                         {Role::Button, u"Add type ID"_s},
                         {Role::Button, u"Remove limit"_s},
                         {Role::Button, u"Discard"_s},
                         {Role::Button, u"Review"_s},
                         {Role::Text, u"Search history"_s}}),
             QStringList());

    QVERIFY(readsRows(6));
    QVERIFY(enter(1, u"2"_s));
    QVERIFY(enter(0, u"50"_s));
    QVERIFY(review());
    photograph(u"review-960x600-"_s + language);
    QVERIFY(m_desktop.press({u"Return"_s}));
    QTRY_COMPARE_WITH_TIMEOUT(m_assistant->text(u"Batch status"_s), u"COMPLETE"_s, patience);
    QCOMPARE(outOfSight({{Role::Table, u"Limits"_s},
                         {Role::Button, u"Review"_s},
                         {Role::Table, u"Results"_s},
                         {Role::Text, u"Batch status"_s},
                         {Role::Text, u"Requested at"_s},
                         {Role::Text, u"Started at"_s},
                         {Role::Text, u"Completed at"_s},
                         {Role::List, u"History"_s}}),
             QStringList());
    photograph(u"refused-at-960x600-"_s + language);
}

void TestMainJob::remembersAcrossRestarts()
{
    QVERIFY(start(inSandbox));
    QVERIFY(readsRows(6));
    QVERIFY(enter(0, u"50"_s));
    QVERIFY(submit());
    QTRY_VERIFY_WITH_TIMEOUT(resultOf(279).contains(u"Stored"_s), patience);
    const QStringList stored = m_assistant->rows(u"Results"_s);
    QTRY_VERIFY_WITH_TIMEOUT(limitsRow(0).contains(u"Limit now, (any association), 50"_s),
                             patience);
    QVERIFY(addRow(u"31"_s, u"12"_s));
    QVERIFY(submit());
    QTRY_VERIFY_WITH_TIMEOUT(m_assistant->entries(u"History"_s).value(0).contains(u"1 failed"_s),
                             patience);
    const QStringList refused = m_assistant->rows(u"Results"_s);
    const QStringList history = m_assistant->entries(u"History"_s);
    QCOMPARE(history.size(), 2);
    QVERIFY(enter(1, u"7"_s));
    const QStringList draft = m_assistant->rows(u"Limits"_s);
    QVERIFY(quit());

    QVERIFY(start(inSandbox));
    QTRY_COMPARE_WITH_TIMEOUT(m_assistant->entries(u"History"_s), history, patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_assistant->rows(u"Limits"_s), draft, patience);
    photographSmall(u"restarted"_s);
    QVERIFY(m_desktop.press({u"ctrl+h"_s, u"Down"_s}));
    QTRY_COMPARE_WITH_TIMEOUT(m_assistant->rows(u"Results"_s), stored, patience);
    QVERIFY(m_assistant->shows(Role::Button, u"Back to the latest"_s));
    QCOMPARE(m_assistant->text(u"Batch status"_s), u"COMPLETE"_s);
    photographSmall(u"past"_s);
    QVERIFY(m_desktop.press({u"Up"_s}));
    QTRY_COMPARE_WITH_TIMEOUT(m_assistant->rows(u"Results"_s), refused, patience);
    photographSmall(u"past-refused"_s);
    QVERIFY(m_assistant->activate(u"Back to the latest"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!m_assistant->shows(Role::Button, u"Back to the latest"_s), patience);
    photograph(u"back"_s);
    QVERIFY(quit());
}

void TestMainJob::tellsAnInterruptedSubmission()
{
    const QByteArray token = "a-token-to-look-for-4711";
    // Nothing can be read of this account, and what is sent to it is never answered.
    tests::ScriptedServer server(
        {tests::Route{"batch/create", {tests::script::hangs()}},
         tests::Route{{}, {tests::script::answer(403, R"({"category":"MISSING_SCOPES"})")}}});
    const QStringList elsewhere{u"--language"_s, u"en"_s,         u"--account"_s,
                                u"hubspot"_s,    u"--base-url"_s, server.url().toString()};
    {
        // So that the program is ended while it still waits, however slow this machine is.
        support::Settings patient(m_home->filePath(u"config/association-limits/settings.ini"_s));
        patient.setValue(support::settings::idleTimeoutSeconds, 3600);
        patient.setValue(support::settings::totalTimeoutSeconds, 3600);
    }
    QVERIFY(start(elsewhere, token));
    QTRY_VERIFY_WITH_TIMEOUT(m_assistant->text(u"Message"_s).contains(u"could not be read"_s),
                             patience);
    QVERIFY(addRow(u"279"_s, u"5"_s));
    photographSmall(u"unreadable"_s);
    // An account of which nobody knows the kind is locked, and stays unlocked when somebody did so.
    QVERIFY(m_assistant->activate(u"Unlock"_s));
    QVERIFY(focusComesTo(Role::Button, u"Cancel"_s));
    photograph(u"unlock"_s);
    QVERIFY(m_desktop.press({u"alt+u"_s}));
    QTRY_VERIFY_WITH_TIMEOUT(m_assistant->shows(Role::Button, u"Lock"_s), patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_assistant->isActive(), patience);
    QVERIFY(m_desktop.press({u"ctrl+Return"_s}));
    // What is not known of the account, and which account it is, are to be confirmed.
    QVERIFY(focusComesTo(Role::CheckBox, u"Submit without knowing"_s));
    photograph(u"review-unseen"_s);
    QVERIFY(m_desktop.press({u"space"_s}));
    QVERIFY(tabTo(Role::CheckBox, u"Confirm"_s) && m_desktop.press({u"space"_s}));
    QVERIFY(tabTo(Role::Button, u"Submit"_s) && m_desktop.press({u"Return"_s}));
    QTRY_COMPARE_WITH_TIMEOUT(server.count("POST"), 1, patience);
    QCOMPARE(server.requests().front().header("authorization"), "Bearer " + token);
    QTRY_VERIFY_WITH_TIMEOUT(m_assistant->entries(u"History"_s).value(0).contains(u"1 waiting"_s),
                             patience);
    photographSmall(u"waiting"_s);
    m_program->kill();

    QVERIFY(start(elsewhere, token));
    QTRY_VERIFY_WITH_TIMEOUT(m_assistant->entries(u"History"_s).value(0).contains(u"1 unknown"_s),
                             patience);
    QCOMPARE(m_assistant->rows(u"Limits"_s).size(), 1);
    // Shown by itself: nobody should have to look for it.
    QTRY_VERIFY_WITH_TIMEOUT(resultOf(279).contains(u"Unknown"_s), patience);
    photographSmall(u"unknown"_s);
    QVERIFY(quit());
    QCOMPARE(server.count("POST"), 1);

    QVERIFY2(!filesWith("maxToObjectIds").isEmpty(), "a search that finds nothing says nothing");
    QCOMPARE(filesWith(token), QStringList());
    QCOMPARE(filesWith(utf16(token)), QStringList());
}

TEST_MAIN(QCoreApplication, TestMainJob)
#include "tst_mainjob.moc"
