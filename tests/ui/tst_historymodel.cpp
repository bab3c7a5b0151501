#include "app/submission/outcomes.h"
#include "tests/support/testmain.h"
#include "tests/ui/historyhome.h"
#include "ui/history/historymodel.h"

#include <QAbstractItemModelTester>
#include <QGuiApplication>
#include <QPersistentModelIndex>
#include <QRandomGenerator>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using history::Filter;
using history::Finder;
using history::Record;
using history::Summary;
using tests::HistoryHome;
using ui::history::HistoryEntries;
using ui::history::HistoryModel;

namespace {

/// Follows the store as the panel has it: what is written here is looked at at once.
void show(HistoryModel &model, HistoryHome &home)
{
    QObject::connect(home.store.get(), &history::Store::written, home.finder.get(), &Finder::look);
    model.setFinder(home.finder.get());
}

std::vector<QUuid> idsOf(const HistoryModel &model)
{
    std::vector<QUuid> ids;
    for (int row = 0; row < model.rowCount(); ++row) {
        ids.push_back(model.index(row).data(HistoryModel::IdRole).toUuid());
    }
    return ids;
}

std::vector<QUuid> idsIn(const history::Store &store, const Filter &filter)
{
    std::vector<QUuid> ids;
    const auto page = store.page(filter, {}, 10000);
    for (const Summary &summary : *page) {
        ids.push_back(summary.id);
    }
    return ids;
}

bool fetchAll(HistoryModel &model)
{
    return QTest::qWaitFor([&model] {
        model.fetchMore({});
        return model.hasFound() && model.isComplete();
    });
}

} // namespace

class TestHistoryModel : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void findsPageByPage();
    void followsTheStore();
    void showsOnlyWhatMatches();
    void pinnedOnesComeFirst();
    void removedOnesGoAndTheOthersStay();
    void furtherDownIsLookedAtAgainToo();
    void whatIsNotReachedIsLeftToItsPage();
    void followsAnyWriting_data();
    void followsAnyWriting();
    void manyChangesAreFoundAnew();
    void anErrorIsToldOnce();
    void rows();
    void aNoteIsKeptShort();
    void takesLittleMemory();
};

void TestHistoryModel::findsPageByPage()
{
    HistoryHome home;
    const std::vector<QUuid> ids = home.addMany(2 * Finder::pageSize + 7);
    HistoryModel model(home.clock);
    show(model, home);
    QVERIFY(!model.hasFound());
    QVERIFY(!model.canFetchMore({})); // it is being found already
    QTRY_COMPARE(model.rowCount(), Finder::pageSize);
    QVERIFY(model.hasFound());
    QVERIFY(!model.isComplete());
    QTRY_COMPARE(model.matching(), 2 * Finder::pageSize + 7);
    QCOMPARE(model.all(), 2 * Finder::pageSize + 7);
    QVERIFY(model.canFetchMore({}));
    model.fetchMore({});
    QVERIFY(!model.canFetchMore({}));
    model.fetchMore({});
    QTRY_COMPARE(model.rowCount(), 2 * Finder::pageSize);
    model.fetchMore({});
    QTRY_COMPARE(model.rowCount(), 2 * Finder::pageSize + 7);
    QVERIFY(model.isComplete());
    QVERIFY(!model.canFetchMore({}));
    QVERIFY(idsOf(model) == ids);
    model.setFinder(nullptr);
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(!model.hasFound());
}

void TestHistoryModel::followsTheStore()
{
    HistoryHome home;
    home.add(home.made(60));
    HistoryModel model(home.clock);
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    show(model, home);
    QTRY_COMPARE(model.rowCount(), 1);
    const QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    Record record = home.made(0);
    record.state = Record::State::InFlight;
    home.add(record, {.pending = 3});
    QTRY_COMPARE(inserted.size(), 1);
    QCOMPARE(model.indexOf(record.id).row(), 0);
    QCOMPARE(model.index(0).data(HistoryModel::CountsRole).toString(), u"3 waiting"_s);
    QCOMPARE(changed.size(), 0);
    record.state = Record::State::Finished;
    QVERIFY(home.store->saveExchanges(record, {}, {.stored = 2, .failed = 1}));
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(model.index(0).data(HistoryModel::CountsRole).toString(), u"2 stored, 1 failed"_s);
    QTRY_COMPARE(model.all(), 2);
}

void TestHistoryModel::showsOnlyWhatMatches()
{
    HistoryHome home;
    home.add(home.made(60, u"Deals"_s));
    const Record contacts = home.add(home.made(30));
    HistoryModel model(home.clock);
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    show(model, home);
    QTRY_COMPARE(model.rowCount(), 2);
    model.setFilter({.text = u"deals"_s});
    QCOMPARE(model.rowCount(), 2); // until something else is found
    QTRY_COMPARE(model.rowCount(), 1);
    QTRY_COMPARE(model.matching(), 1);
    QCOMPARE(model.all(), 2);

    const Record newest = home.add(home.made(0, u"Deals"_s));
    QTRY_COMPARE(model.rowCount(), 2);
    home.add(home.made(10));
    QTRY_COMPARE(model.all(), 4);
    QCOMPARE(model.rowCount(), 2);
    // One that begins to match comes to its place, and one that ends to goes.
    QVERIFY(home.store->setNote(contacts.id, u"like the deals"_s));
    QTRY_COMPARE(model.rowCount(), 3);
    QCOMPARE(model.indexOf(contacts.id).row(), 1);
    QCOMPARE(model.indexOf(newest.id).row(), 0);
    QVERIFY(home.store->setNote(contacts.id, {}));
    QTRY_COMPARE(model.rowCount(), 2);
    QVERIFY(!model.indexOf(contacts.id).isValid());
    model.setFilter({});
    QTRY_COMPARE(model.rowCount(), 4);
}

void TestHistoryModel::pinnedOnesComeFirst()
{
    HistoryHome home;
    const std::vector<QUuid> ids = home.addMany(5);
    HistoryModel model(home.clock);
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    show(model, home);
    QTRY_COMPARE(model.rowCount(), 5);
    const QPersistentModelIndex third(model.index(2));
    const QPersistentModelIndex last(model.index(4));
    const QSignalSpy moved(&model, &QAbstractItemModel::rowsMoved);
    const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QVERIFY(home.store->setPinned(ids[2], true));
    QTRY_COMPARE(third.row(), 0);
    QVERIFY(third.data(HistoryModel::PinnedRole).toBool());
    QVERIFY(home.store->setPinned(ids[4], true));
    QTRY_COMPARE(last.row(), 1);
    QCOMPARE(third.row(), 0);
    QVERIFY(home.store->setPinned(ids[2], false));
    QTRY_COMPARE(third.row(), 3); // beneath the one that is pinned still
    QCOMPARE(last.row(), 0);
    QVERIFY(home.store->setPinned(ids[4], false));
    QTRY_COMPARE(last.row(), 4);
    QVERIFY(!last.data(HistoryModel::PinnedRole).toBool());
    QCOMPARE(moved.size(), 4);
    QCOMPARE(reset.size(), 0);
    QVERIFY(home.store->setPinned(ids[0], true));
    QTRY_VERIFY(model.index(0).data(HistoryModel::PinnedRole).toBool());
    QCOMPARE(moved.size(), 4); // it stood at the top already
    QVERIFY(idsOf(model) == ids);
}

void TestHistoryModel::removedOnesGoAndTheOthersStay()
{
    HistoryHome home;
    const std::vector<QUuid> ids = home.addMany(10);
    HistoryModel model(home.clock);
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    show(model, home);
    QTRY_COMPARE(model.rowCount(), 10);
    const QPersistentModelIndex before(model.index(2));
    const QPersistentModelIndex gone(model.index(4));
    const QPersistentModelIndex after(model.index(9));
    const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QVERIFY(home.store->remove({ids[0], ids[3], ids[4]}));
    QTRY_COMPARE(model.rowCount(), 7);
    QCOMPARE(before.row(), 1);
    QVERIFY(!gone.isValid());
    QCOMPARE(after.row(), 6);
    QCOMPARE(reset.size(), 0);
    QCOMPARE(changed.size(), 0);
    QTRY_COMPARE(model.all(), 7);
}

void TestHistoryModel::furtherDownIsLookedAtAgainToo()
{
    HistoryHome home;
    std::vector<QUuid> ids = home.addMany(3 * Finder::pageSize);
    HistoryModel model(home.clock);
    show(model, home);
    QVERIFY(fetchAll(model));
    QCOMPARE(model.rowCount(), 3 * Finder::pageSize);
    const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QVERIFY(home.store->remove({ids[1], ids[150], ids[299]}));
    QTRY_COMPARE(model.rowCount(), 3 * Finder::pageSize - 3);
    QTRY_VERIFY(model.isComplete());
    QCOMPARE(reset.size(), 0);
    for (const size_t index : {299U, 150U, 1U}) {
        ids.erase(ids.begin() + qsizetype(index));
    }
    QVERIFY(idsOf(model) == ids);
}

void TestHistoryModel::whatIsNotReachedIsLeftToItsPage()
{
    HistoryHome home;
    const std::vector<QUuid> ids = home.addMany(Finder::pageSize + 50);
    HistoryModel model(home.clock);
    show(model, home);
    QTRY_COMPARE(model.rowCount(), Finder::pageSize);
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QVERIFY(home.store->setNote(ids[130], u"later"_s));
    QVERIFY(home.store->setNote(ids[10], u"shown"_s));
    QTRY_VERIFY(!model.index(10).data(HistoryModel::NoteRole).toString().isEmpty());
    QCOMPARE(model.rowCount(), Finder::pageSize);
    // Pinned it comes to the top, unpinned it goes where nothing is shown yet.
    QVERIFY(home.store->setPinned(ids[130], true));
    QTRY_COMPARE(model.rowCount(), Finder::pageSize + 1);
    QCOMPARE(model.indexOf(ids[130]).row(), 0);
    QVERIFY(home.store->setPinned(ids[130], false));
    QTRY_COMPARE(model.rowCount(), Finder::pageSize);
    QVERIFY(fetchAll(model));
    QVERIFY(idsOf(model) == ids);
}

void TestHistoryModel::followsAnyWriting_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("all") << QString();
    QTest::newRow("some") << u"deals"_s;
}

void TestHistoryModel::followsAnyWriting()
{
    QFETCH(const QString, text);
    const Filter filter{.text = text};
    HistoryHome home;
    home.addMany(Finder::pageSize + 30);
    HistoryModel model(home.clock);
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setFilter(filter);
    show(model, home);
    const quint32 seed = QRandomGenerator::global()->generate();
    QRandomGenerator dice(seed);
    for (int step = 0; step < 150; ++step) {
        const std::vector<QUuid> ids = idsIn(*home.store, {});
        const QUuid id = ids[dice.bounded(quint32(ids.size()))];
        switch (dice.bounded(6)) {
        case 0:
            home.add(home.made(dice.bounded(300), u"Deals"_s));
            break;
        case 1:
            home.add(home.made(dice.bounded(300)));
            break;
        case 2:
            QVERIFY(home.store->remove({id}));
            break;
        case 3:
            QVERIFY(home.store->setPinned(id, dice.bounded(2) == 1));
            break;
        case 4:
            QVERIFY(home.store->setNote(id, dice.bounded(2) == 1 ? u"as the deals"_s : QString()));
            break;
        case 5:
            QTest::qWait(0); // some of it is seen now, some later and together
            model.fetchMore({});
            break;
        }
    }
    home.finder->look();
    const bool same = QTest::qWaitFor([&] {
        model.fetchMore({});
        return model.isComplete() && idsOf(model) == idsIn(*home.store, filter);
    });
    QVERIFY2(same, qPrintable(u"seed %1"_s.arg(seed)));
    QTRY_COMPARE(model.matching(), model.rowCount());
}

void TestHistoryModel::manyChangesAreFoundAnew()
{
    HistoryHome home;
    home.add(home.made(1000));
    HistoryModel model(home.clock);
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    show(model, home);
    QTRY_COMPARE(model.rowCount(), 1);
    const QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    home.addMany(3 * Finder::pageSize);
    QTRY_VERIFY(model.rowCount() > Finder::pageSize);
    QVERIFY(inserted.size() < 5);
    QVERIFY(fetchAll(model));
    QCOMPARE(model.rowCount(), 3 * Finder::pageSize + 1);
    QVERIFY(idsOf(model) == idsIn(*home.store, {}));
}

void TestHistoryModel::anErrorIsToldOnce()
{
    HistoryHome home;
    home.addMany(Finder::pageSize + 1);
    HistoryModel model(home.clock);
    show(model, home);
    QTRY_COMPARE(model.rowCount(), Finder::pageSize);
    const QSignalSpy failed(&model, &HistoryModel::readFailed);
    // Nobody searches: it is of something else that was read.
    Q_EMIT home.finder->failed({history::StoreErrorKind::Damaged, u"a story"_s});
    QCOMPARE(failed.size(), 0);
    model.findAgain();
    Q_EMIT home.finder->failed({history::StoreErrorKind::CannotOpen, u"gone"_s});
    QCOMPARE(failed.size(), 1);
    QVERIFY(!model.canFetchMore({}));
    QCOMPARE(model.rowCount(), Finder::pageSize); // what was found is still true
    model.findAgain();
    QTRY_VERIFY(model.canFetchMore({}));
    QCOMPARE(failed.size(), 1);
}

void TestHistoryModel::rows()
{
    HistoryHome home;
    Record record = home.made(60);
    record.reverts = QUuid::createUuid();
    record.pinned = true;
    record.note = u"First <line>\nSecond line"_s;
    home.add(record, {.stored = 4, .unknown = 1});
    home.add(home.made(120));
    HistoryModel model(home.clock);
    show(model, home);
    QTRY_COMPARE(model.rowCount(), 2);
    const QModelIndex row = model.index(0);
    QCOMPARE(row.data(HistoryModel::TimeRole).toString(), u"11:59"_s);
    QCOMPARE(row.data(HistoryModel::PairRole).toString(), u"Contacts → Companies"_s);
    QCOMPARE(row.data(HistoryModel::OutcomeRole).toInt(), int(submission::Outcome::Unknown));
    QCOMPARE(row.data(HistoryModel::AccountRole).toString(), u"Sandbox <1>"_s);
    QCOMPARE(row.data(HistoryModel::PinnedRole).toBool(), true);
    QCOMPARE(row.data(HistoryModel::RevertsRole).toBool(), true);
    QCOMPARE(row.data(HistoryModel::NoteRole).toString(), u"First <line>…"_s);
    QCOMPARE(row.data(Qt::AccessibleTextRole).toString(),
             u"3 Nov 2026 11:59, from Contacts to Companies: 4 stored, 1 unknown. "
             u"Account Sandbox <1>. Pinned. A revert. Note: First <line>…"_s);
    QVERIFY(row.data(Qt::ToolTipRole).toString().contains("Sandbox &lt;1&gt;"_L1));
    QVERIFY(row.data(Qt::ToolTipRole).toString().contains("First &lt;line&gt;"_L1));
    QCOMPARE(model.index(1).data(Qt::AccessibleTextRole).toString(),
             u"3 Nov 2026 11:58, from Contacts to Companies: 1 stored. Account Sandbox <1>"_s);
    QCOMPARE(model.aboutText(record.id), u"3 Nov 2026 11:59, Contacts → Companies"_s);
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setCurrentAccount(u"sandbox"_s);
    QCOMPARE(row.data(HistoryModel::AccountRole).toString(), QString());
    home.clock.set(home.clock.now().addDays(1));
    model.updateTimes();
    QCOMPARE(changed.size(), 2);
    QCOMPARE(row.data(HistoryModel::TimeRole).toString(), u"3 Nov 11:59"_s);
}

void TestHistoryModel::aNoteIsKeptShort()
{
    HistoryEntries entries;
    Summary summary;
    summary.id = QUuid::createUuid();
    summary.note = u"\n  "_s + QString(5000, u'x');
    entries.insert(0, {&summary});
    QCOMPARE(entries.note(0), QString(HistoryEntries::longestNote, u'x') + u'…');
    summary.note = u"short"_s;
    QVERIFY(entries.replace(0, summary));
    QCOMPARE(entries.note(0), u"short"_s);
    QVERIFY(!entries.replace(0, summary));
    entries.erase(0, 1);
    summary.note.clear();
    entries.insert(0, {&summary});
    QCOMPARE(entries.note(0), QString());
}

void TestHistoryModel::takesLittleMemory()
{
    // Records of few accounts and object types share their words.
    HistoryEntries entries;
    for (qint64 i = 0; i < 1000; ++i) {
        Summary summary;
        summary.id = QUuid::createUuid();
        summary.place = i;
        summary.accountId = summary.accountName = u"account %1"_s.arg(i % 3);
        summary.pair = {u"0-1"_s, u"0-2"_s};
        summary.fromName = u"Contacts"_s;
        summary.toName = u"Companies"_s;
        entries.insert(0, {&summary});
    }
    QCOMPARE(&entries.subject(0), &entries.subject(999));
    QCOMPARE(&entries.subject(1), &entries.subject(4));
    QVERIFY(entries.subject(0) != entries.subject(1));
    QVERIFY(100000 * sizeof(ui::history::Entry) < 12000000);
}

TEST_MAIN(QGuiApplication, TestHistoryModel)
#include "tst_historymodel.moc"
