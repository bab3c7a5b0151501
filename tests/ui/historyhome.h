#pragma once

#include "app/history/finder.h"
#include "app/history/store.h"
#include "app/support/settings.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace tests {

using namespace Qt::StringLiterals;

/// At noon of a day, local time, so that hours either way stay on it in every zone; or as set.
class SettableClock final : public support::Clock
{
public:
    [[nodiscard]] QDateTime now() const override
    {
        return QDateTime::fromMSecsSinceEpoch(m_now, Qt::UTC);
    }
    void set(const QDateTime &now) { m_now = now.toMSecsSinceEpoch(); }

private:
    // Finders and jobs ask from threads of their own.
    std::atomic<qint64> m_now = QDateTime(QDate(2026, 11, 3), QTime(12, 0)).toMSecsSinceEpoch();
};

/// A history in a folder of its own, with one who looks into it.
struct HistoryHome
{
    HistoryHome() { open(); }

    void open()
    {
        finder.reset();
        store.reset();
        auto opened = history::Store::open(folder.path(), clock);
        QVERIFY2(opened, qPrintable(opened ? QString() : opened.error().detail));
        store = std::move(opened).value();
        finder = std::make_unique<history::Finder>(folder.path(), clock);
    }

    /// A finished record with one limit, made `seconds` before now.
    [[nodiscard]] history::Record made(qint64 seconds, const QString &from = u"Contacts"_s) const
    {
        history::Exchange exchange;
        exchange.request = {limits::Operation::Create,
                            {u"0-1"_s, u"0-2"_s},
                            {{limits::Category::HubSpotDefined, 279, 5, u"Unlabeled"_s}}};
        exchange.method = "POST";
        exchange.path = "/";
        exchange.state = history::Exchange::State::Answered;
        history::Record record;
        record.id = QUuid::createUuid();
        record.createdAt = clock.now().addSecs(-seconds);
        record.accountId = u"sandbox"_s;
        record.accountName = u"Sandbox <1>"_s;
        record.pair = {u"0-1"_s, u"0-2"_s};
        record.fromName = from;
        record.toName = u"Companies"_s;
        record.state = history::Record::State::Finished;
        record.exchanges = {exchange};
        return record;
    }

    history::Record add(const history::Record &record,
                        const history::Counts &counts = {.stored = 1}) const
    {
        const auto added = store->add(record, counts);
        if (!added) {
            QTest::qFail(qPrintable(added.error().detail), __FILE__, __LINE__);
        }
        return record;
    }

    /// One per second, the newest of now; the newest first.
    std::vector<QUuid> addMany(int count) const
    {
        std::vector<history::Store::Import> records;
        std::vector<QUuid> ids;
        for (int i = 0; i < count; ++i) {
            records.push_back({made(i), {.stored = 1}});
            ids.push_back(records.back().record.id);
        }
        if (!store->import(records)) {
            QTest::qFail("the records could not be written", __FILE__, __LINE__);
        }
        return ids;
    }

    SettableClock clock;
    QTemporaryDir folder;
    QTemporaryDir settingsFolder;
    support::Settings settings{settingsFolder.filePath(u"settings.ini"_s)};
    std::unique_ptr<history::Store> store;
    std::unique_ptr<history::Finder> finder;
};

} // namespace tests
