#include "app/live/pairreader.h"

#include "app/live/join.h"

#include <QPointer>

#include <algorithm>

namespace live {

namespace {

template<typename Value>
std::optional<Value> valueOf(const support::Expected<Value, api::Error> &answer)
{
    return answer ? std::optional(*answer) : std::nullopt;
}

} // namespace

PairReader::PairReader(api::Reader &reader, const limits::AssociationTypes &known, QObject *parent)
    : QObject(parent)
    , m_reader(reader)
    , m_known(known)
{
}

PairReader::~PairReader() = default;

void PairReader::read(const api::Endpoint &endpoint, const std::vector<limits::Pair> &pairs)
{
    Q_ASSERT(!pairs.empty());
    cancel();
    for (const limits::Pair &pair : pairs) {
        if (std::ranges::find(m_directions, pair, &Direction::pair) == m_directions.end()) {
            m_directions.push_back({pair, {}, {}});
        }
    }
    m_calls = std::make_unique<Calls>(m_reader, endpoint, *this);
    for (Direction &direction : m_directions) {
        m_calls->get(api::labelsPath(direction.pair), [this, &direction](const api::Reply &reply) {
            direction.labels = api::decodeLabels(reply);
            partRead(direction);
        });
        m_calls->get(api::configurationsPath(direction.pair),
                     [this, &direction](const api::Reply &reply) {
                         direction.limits = api::decodeConfigurations(reply);
                         partRead(direction);
                     });
    }
}

void PairReader::cancel()
{
    m_calls.reset();
    m_directions.clear();
}

limits::LivePair PairReader::joined(const Direction &direction) const
{
    return join(direction.pair, valueOf(*direction.labels), valueOf(*direction.limits), m_known);
}

PairReading PairReader::reading() const
{
    PairReading reading;
    for (const Direction &direction : m_directions) {
        reading.pairs.push_back(joined(direction));
        if (!*direction.labels) {
            reading.errors.push_back({direction.pair, Part::Labels, direction.labels->error()});
        }
        if (!*direction.limits) {
            reading.errors.push_back({direction.pair, Part::Limits, direction.limits->error()});
        }
    }
    return reading;
}

void PairReader::partRead(const Direction &direction)
{
    if (!direction.isRead()) {
        return;
    }
    // A receiver may start another read, or end this one.
    const QPointer<Calls> calls(m_calls.get());
    Q_EMIT pairRead(joined(direction));
    if (!calls || !std::ranges::all_of(m_directions, &Direction::isRead)) {
        return;
    }
    const PairReading whole = reading();
    cancel();
    Q_EMIT finished(whole);
}

} // namespace live
