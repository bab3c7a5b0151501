#pragma once

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <utility>
#include <vector>

namespace bench {

/// The middle of the values, of which there is at least one; the upper of two middles.
inline double median(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// Prints what was measured against what it is compared with, and says whether their ratio is at
/// most `bound`.
inline bool atMost(double bound, const char *what, double measured, double reference,
                   const char *unit)
{
    const double ratio = measured / reference;
    const bool good = ratio <= bound;
    std::printf("%-40s %10.2f against %10.2f %-4s ratio %.2f, at most %.2f: %s\n", what, measured,
                reference, unit, ratio, bound, good ? "good" : "TOO MUCH");
    return good;
}

/// Processor time that one call takes. On a busy machine the time on the wall is anybody's.
template<typename Work> [[nodiscard]] double cost(Work &&work)
{
    const std::clock_t start = std::clock();
    work();
    return static_cast<double>(std::clock() - start);
}

/// How many times the one of two costs is of the other, each told by a function that may prepare
/// what is not to be counted: medians of runs that take turns in one process, so that whatever else
/// the machine does falls on both. Who goes first takes turns too: the second of two equal runs was
/// measured up to 1.28 times as slow, for the heap the first one leaves behind. The first two runs
/// of each are not counted.
template<typename Cost, typename ReferenceCost>
[[nodiscard]] double ratioOfCosts(int runs, Cost &&workCost, ReferenceCost &&referenceCost)
{
    std::vector<double> costs;
    std::vector<double> referenceCosts;
    for (int run = -2; run < runs; ++run) {
        const bool workFirst = run % 2 == 0;
        const double early = workFirst ? workCost() : referenceCost();
        const double late = workFirst ? referenceCost() : workCost();
        if (run >= 0) {
            costs.push_back(workFirst ? early : late);
            referenceCosts.push_back(workFirst ? late : early);
        }
    }
    return median(std::move(costs)) / median(std::move(referenceCosts));
}

/// The same where all that is done counts.
template<typename Work, typename Reference>
[[nodiscard]] double ratioOf(int runs, Work &&work, Reference &&reference)
{
    return ratioOfCosts(
        runs, [&work] { return cost(work); }, [&reference] { return cost(reference); });
}

/// Prints "<what>: 1.23 times <reference> (bound 1.5)", and says whether that is inside the bound.
[[nodiscard]] inline bool report(const char *what, double ratio, const char *reference,
                                 double bound)
{
    const bool inside = ratio <= bound;
    std::printf("%s: %.2f times %s (bound %g)%s\n", what, ratio, reference, bound,
                inside ? "" : ", TOO MUCH");
    return inside;
}

} // namespace bench
