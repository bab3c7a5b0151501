#include "app/submission/schedule.h"

#include <algorithm>

namespace submission {

Schedule::Schedule(const std::vector<history::Exchange> &exchanges)
{
    for (const history::Exchange &exchange : exchanges) {
        Course &course = courseOf(exchange.request.pair);
        course.requests.emplace_back(exchange.request.stage, std::ssize(m_courseOf));
        m_courseOf.push_back(size_t(&course - m_courses.data()));
    }
    for (Course &course : m_courses) {
        std::ranges::sort(course.requests);
    }
}

std::optional<qsizetype> Schedule::takeNext()
{
    Course *first = nullptr;
    for (Course &course : m_courses) {
        if (course.mayGoOn() && (first == nullptr || course.requests[course.next].second <
                                                         first->requests[first->next].second)) {
            first = &course;
        }
    }
    if (first == nullptr) {
        return std::nullopt;
    }
    ++first->underWay;
    return first->requests[first->next++].second;
}

void Schedule::ended(qsizetype index, bool stored)
{
    Course &course = m_courses[m_courseOf[size_t(index)]];
    --course.underWay;
    course.stored = course.stored && stored;
}

bool Schedule::Course::mayGoOn() const
{
    if (next == requests.size()) {
        return false;
    }
    const bool laterStage = next > 0 && requests[next].first > requests[next - 1].first;
    return !laterStage || (underWay == 0 && stored);
}

Schedule::Course &Schedule::courseOf(const limits::Pair &pair)
{
    const auto found = std::ranges::find(m_courses, pair, &Course::pair);
    if (found != m_courses.end()) {
        return *found;
    }
    m_courses.emplace_back().pair = pair;
    return m_courses.back();
}

} // namespace submission
