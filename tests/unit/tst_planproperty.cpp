#include "app/limits/rebase.h"
#include "tests/support/testmain.h"
#include "tests/unit/randomcase.h"

#include <QTest>

#include <functional>
#include <set>

using namespace Qt::StringLiterals;
using limits::LiveLimit;
using limits::Plan;
using limits::PlannedRequest;
using sandbox::Account;
using sandbox::Catalogue;
using sandbox::TypeKey;
using tests::Case;
using tests::in;
using tests::refusalOf;
using tests::shown;

namespace {

/// What is wrong with the requests of a plan; empty where nothing is.
QString problemOf(const Plan &plan, const Case &random, const Catalogue &catalogue)
{
    std::set<TypeKey> sent;
    for (const PlannedRequest &request : plan.requests) {
        if (request.changes.empty() || std::ssize(request.changes) > random.perRequest) {
            return u"a request of %1 inputs"_s.arg(request.changes.size());
        }
        for (const limits::Change &change : request.changes) {
            const TypeKey key{request.pair, change.category, change.typeId};
            const auto before = in(random.live, key);
            const auto after = in(random.draft, key);
            if (before == after) {
                return shown(key) + u" stays as it is and is sent"_s;
            }
            if (change.limit != after || change.before != LiveLimit::of(before)) {
                return shown(key) + u" is sent with another limit"_s;
            }
            const auto twin = catalogue.type(key)->twin.value_or(key.typeId);
            if (sent.contains({key.pair, key.category, twin}) || !sent.insert(key).second) {
                return shown(key) + u" is sent twice, by itself or as its twin"_s;
            }
        }
    }
    return {};
}

/// The same where all of them are done and lead to the draft.
QString problemOf(const std::vector<PlannedRequest> &requests, const Case &random,
                  const Catalogue &catalogue)
{
    auto account = Account::restored(catalogue, random.live);
    if (!account) {
        return u"the case is none: "_s + account.error();
    }
    for (const PlannedRequest &request : requests) {
        const QString refusal = refusalOf(*account, request);
        if (!refusal.isEmpty()) {
            return refusal;
        }
    }
    return account->table() == random.draft ? QString() : u"it ends elsewhere"_s;
}

} // namespace

class TestPlanProperty : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void sendsEachChangeOnce();
    void breaksNoRule();
    void leadsToTheDraft();
    void leadsToTheDraftInAnyOrder();

private:
    using Property = std::function<QString(Case &, const Plan &)>;
    void holds(const Property &property);

    const Catalogue m_catalogue = Catalogue::standard();
    const limits::AssociationTypes m_named = limits::AssociationTypes::hubSpotDefined();
};

void TestPlanProperty::holds(const Property &property)
{
    for (quint32 seed = 1; seed <= 1000; ++seed) {
        Case random(m_catalogue, m_named, seed);
        const Plan plan = limits::makePlan(random.pair, random.edits, random.perRequest);
        const QString problem = property(random, plan);
        if (!problem.isEmpty()) {
            QFAIL(qPrintable(u"seed %1: %2%3"_s.arg(seed).arg(problem, shown(plan))));
        }
    }
}

void TestPlanProperty::sendsEachChangeOnce()
{
    holds([this](const Case &random, const Plan &plan) {
        return problemOf(plan, random, m_catalogue);
    });
}

void TestPlanProperty::breaksNoRule()
{
    holds([](const Case &random, const Plan &) {
        const auto breaks = limits::ruleBreaks(random.edits, random.reading(random.live));
        return breaks.empty() ? QString() : u"%1 is said to be refused"_s.arg(breaks[0].typeId);
    });
}

void TestPlanProperty::leadsToTheDraft()
{
    holds([this](const Case &random, const Plan &plan) {
        return problemOf(plan.requests, random, m_catalogue);
    });
}

void TestPlanProperty::leadsToTheDraftInAnyOrder()
{
    holds([this](Case &random, const Plan &plan) {
        return problemOf(random.anyOrder(plan), random, m_catalogue);
    });
}

TEST_MAIN(QCoreApplication, TestPlanProperty)
#include "tst_planproperty.moc"
