#pragma once

#include "app/history/record.h"
#include "app/submission/outcomes.h"

#include <QString>

#include <vector>

namespace exchange {

/// A limit that a record asks for, with all that a line of a report says of it.
struct LimitLine
{
    submission::LimitOutcome outcome;
    limits::Pair pair;
    QString fromName; ///< as the record has it, else the ID
    QString toName;
    QString label;            ///< see submission::labelOf()
    limits::LiveLimit stored; ///< see submission::latestLimit()
    int httpStatus = 0;       ///< 0: no answer
    QString correlationId;    ///< may be empty
};

/// In the order of the requests.
[[nodiscard]] std::vector<LimitLine> limitLines(const history::Record &record);

} // namespace exchange
