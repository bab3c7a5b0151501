#pragma once

#include <algorithm>
#include <cstdio>
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

} // namespace bench
