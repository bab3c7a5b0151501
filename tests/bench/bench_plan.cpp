#include "app/limits/document.h"
#include "tests/bench/ratio.h"

#include <cstdlib>

// A plan costs no more than to look at every row: it is made again with each edit.

using namespace Qt::StringLiterals;

namespace {

constexpr qint32 rowCount = 100'000;
constexpr int changeCount = 10;
const limits::Pair contactsToCompanies{u"0-1"_s, u"0-2"_s};

void readFromTheAccount(limits::Document &document)
{
    limits::LivePair read{contactsToCompanies, true, true, {}, {}};
    for (qint32 i = 0; i < rowCount; ++i) {
        read.types.push_back({limits::Category::UserDefined, 1'000 + i, u"Label %1"_s.arg(i), false,
                              limits::LiveLimit::of(i % 50 + 1)});
    }
    document.load(contactsToCompanies, {});
    document.setLive(read);
}

void change(limits::Document &document)
{
    std::vector<qsizetype> rows;
    for (int i = 0; i < changeCount; ++i) {
        rows.push_back(qsizetype(i) * (rowCount / changeCount));
    }
    document.edit(rows, std::vector<limits::RowEdit>(changeCount, {{}, {}, u"77"_s}), {});
}

qint64 sumOfLimits(const limits::Document &document)
{
    qint64 sum = 0;
    for (qsizetype i = 0; i < document.rowCount(); ++i) {
        sum += document.at(i).live.limit.value_or(0);
    }
    return sum;
}

} // namespace

int main()
{
    const limits::AssociationTypes named = limits::AssociationTypes::hubSpotDefined();
    limits::Document document(named);
    readFromTheAccount(document);
    change(document);
    const auto plan = [&document] {
        return limits::makePlan(document.pair(), document.edits(), 100);
    };
    if (document.rowCount() != rowCount || plan().changeCount() != changeCount) {
        std::fputs("the plan is wrong\n", stderr);
        return EXIT_FAILURE;
    }
    qsizetype changes = 0;
    qint64 sum = 0; // printed, so that nothing is left out for having no effect
    const double ratio = bench::ratioOf(
        1001, [&] { changes += plan().changeCount(); }, [&] { sum += sumOfLimits(document); });
    std::printf("(%lld changes, limits of %lld)\n", static_cast<long long>(changes),
                static_cast<long long>(sum));
    return bench::report("plan 10 changes of 100,000 rows", ratio, "a pass over the rows", 1.5)
               ? EXIT_SUCCESS
               : EXIT_FAILURE;
}
