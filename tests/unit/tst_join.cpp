#include "app/live/join.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using api::StoredLimit;
using api::TypeLabel;
using limits::Category;
using limits::LiveLimit;
using limits::LivePair;
using limits::LiveType;

namespace {

using Labels = std::optional<std::vector<TypeLabel>>;
using Configurations = std::optional<std::vector<StoredLimit>>;

const std::nullopt_t notRead = std::nullopt;

TypeLabel label(const QString &category, qint32 typeId, const std::optional<QString> &text)
{
    return {category, typeId, text, {}, {}};
}

StoredLimit stored(const QString &category, qint32 typeId, std::optional<qint32> limit,
                   const std::optional<QString> &text = {})
{
    return {category, typeId, text, limit};
}

LiveType unlabeled(Category category, qint32 typeId, LiveLimit limit)
{
    return {category, typeId, {}, true, limit};
}

LiveType labelled(Category category, qint32 typeId, const QString &text, LiveLimit limit)
{
    return {category, typeId, text, false, limit};
}

} // namespace

class TestJoin : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void joins_data();
    void joins();

private:
    const limits::AssociationTypes m_known = limits::AssociationTypes::hubSpotDefined();
};

void TestJoin::joins_data()
{
    QTest::addColumn<Labels>("labels");
    QTest::addColumn<Configurations>("configurations");
    QTest::addColumn<std::vector<LiveType>>("types");
    QTest::addColumn<QStringList>("foreign");
    const auto row = [](const char *name, const Labels &labels,
                        const Configurations &configurations, const std::vector<LiveType> &types,
                        const QStringList &foreign = {}) {
        QTest::newRow(name) << labels << configurations << types << foreign;
    };
    constexpr auto hubSpot = Category::HubSpotDefined;
    constexpr auto custom = Category::UserDefined;
    const QString hub = u"HUBSPOT_DEFINED"_s;
    const QString user = u"USER_DEFINED"_s;
    const LiveLimit many = LiveLimit::many();
    const LiveLimit unknown = LiveLimit::unknown();
    const std::vector<TypeLabel> three{label(user, 28, u"Billing"_s), label(hub, 1, u"Primary"_s),
                                       label(hub, 279, {})};

    row("unlabeled first, then HubSpot's order", three,
        std::vector{stored(hub, 1, 1), stored(hub, 279, 5)},
        {unlabeled(hubSpot, 279, LiveLimit::of(5)), labelled(custom, 28, u"Billing"_s, many),
         labelled(hubSpot, 1, u"Primary"_s, LiveLimit::of(1))});
    row("no limits", three, std::vector<StoredLimit>(),
        {unlabeled(hubSpot, 279, many), labelled(custom, 28, u"Billing"_s, many),
         labelled(hubSpot, 1, u"Primary"_s, many)});
    row("limits not read", three, notRead,
        {unlabeled(hubSpot, 279, unknown), labelled(custom, 28, u"Billing"_s, unknown),
         labelled(hubSpot, 1, u"Primary"_s, unknown)});
    // 279 is the table's unlabeled type from contacts to companies.
    row("labels not read", notRead,
        std::vector{stored(hub, 1, 1), stored(user, 28, 3, u"Billing"_s), stored(hub, 279, 5)},
        {unlabeled(hubSpot, 279, LiveLimit::of(5)), labelled(hubSpot, 1, {}, LiveLimit::of(1)),
         labelled(custom, 28, u"Billing"_s, LiveLimit::of(3))});
    row("neither read", notRead, notRead, {});
    row("nothing there", std::vector<TypeLabel>(), std::vector<StoredLimit>(), {});
    row("a limit of a type that is not among the labels", std::vector{label(hub, 279, {})},
        std::vector{stored(user, 30, 2), stored(hub, 5, 4, u"New"_s)},
        {unlabeled(hubSpot, 279, many), labelled(custom, 30, {}, LiveLimit::of(2)),
         labelled(hubSpot, 5, u"New"_s, LiveLimit::of(4))});
    row("one ID, two categories", std::vector{label(hub, 279, {}), label(user, 279, u"Mine"_s)},
        std::vector{stored(user, 279, 3)},
        {unlabeled(hubSpot, 279, many), labelled(custom, 279, u"Mine"_s, LiveLimit::of(3))});
    row("a custom 279 is not HubSpot's", notRead, std::vector{stored(user, 279, 3)},
        {labelled(custom, 279, {}, LiveLimit::of(3))});
    row("a limit without a value", std::vector{label(hub, 279, {})},
        std::vector{stored(hub, 279, {})}, {unlabeled(hubSpot, 279, unknown)});
    row("labels twice", std::vector{label(user, 28, u"A"_s), label(user, 28, u"B"_s)},
        std::vector<StoredLimit>(), {labelled(custom, 28, u"A"_s, many)});
    row("limits twice", std::vector{label(user, 28, u"A"_s)},
        std::vector{stored(user, 28, 3), stored(user, 28, 3)},
        {labelled(custom, 28, u"A"_s, LiveLimit::of(3))});
    row("limits twice, and not the same", std::vector{label(user, 28, u"A"_s)},
        std::vector{stored(user, 28, 3), stored(user, 28, 4), stored(user, 28, 4)},
        {labelled(custom, 28, u"A"_s, unknown)});
    row("two limits of a type without a label", notRead,
        std::vector{stored(user, 28, 3), stored(user, 28, {})},
        {labelled(custom, 28, {}, unknown)});
    row("several unlabeled types",
        std::vector{label(user, 28, u"A"_s), label(u"WORK"_s, 7, {}), label(hub, 279, u""_s)},
        notRead,
        {unlabeled(Category::Work, 7, unknown), unlabeled(hubSpot, 279, unknown),
         labelled(custom, 28, u"A"_s, unknown)});
    row("categories nobody knows",
        std::vector{label(u"NEW"_s, 12, u"A"_s), label(u"NEW"_s, 12, u"A"_s),
                    label(u"hubspot_defined"_s, 279, {})},
        std::vector{stored(u"NEW"_s, 12, 1), stored(u"NEWER"_s, 3, 1)}, {},
        {u"NEW 12"_s, u"hubspot_defined 279"_s, u"NEWER 3"_s});
    row("no category, and only one it can be", three, std::vector{stored({}, 279, 5)},
        {unlabeled(hubSpot, 279, LiveLimit::of(5)), labelled(custom, 28, u"Billing"_s, many),
         labelled(hubSpot, 1, u"Primary"_s, many)});
    row("no category, and two it can be",
        std::vector{label(hub, 279, {}), label(user, 279, u"Mine"_s), label(hub, 1, u"P"_s)},
        std::vector{stored({}, 279, 5)},
        {unlabeled(hubSpot, 279, unknown), labelled(custom, 279, u"Mine"_s, unknown),
         labelled(hubSpot, 1, u"P"_s, many)},
        {u"279"_s});
    row("no category, and no labels", notRead,
        std::vector{stored(hub, 1, 1), stored({}, 279, 5), stored({}, 1, 9)},
        {labelled(hubSpot, 1, {}, LiveLimit::of(1))}, {u"279"_s, u"1"_s});
}

void TestJoin::joins()
{
    QFETCH(Labels, labels);
    QFETCH(Configurations, configurations);
    QFETCH(std::vector<LiveType>, types);
    QFETCH(QStringList, foreign);
    const limits::Pair pair{u"0-1"_s, u"0-2"_s};
    const LivePair live = live::join(pair, labels, configurations, m_known);
    QCOMPARE(live.pair, pair);
    QCOMPARE(live.typesRead, labels.has_value());
    QCOMPARE(live.limitsRead, configurations.has_value());
    QCOMPARE(live.foreign, foreign);
    QCOMPARE(live.types.size(), types.size());
    for (std::size_t i = 0; i < types.size(); ++i) {
        QCOMPARE(live.types[i].category, types[i].category);
        QCOMPARE(live.types[i].typeId, types[i].typeId);
        QCOMPARE(live.types[i].label, types[i].label);
        QCOMPARE(live.types[i].unlabeled, types[i].unlabeled);
        QCOMPARE(live.types[i].limit.known, types[i].limit.known);
        QCOMPARE(live.types[i].limit.limit, types[i].limit.limit);
    }
    QCOMPARE(live.types, types);
}

TEST_MAIN(QCoreApplication, TestJoin)
#include "tst_join.moc"
