#pragma once

#include "app/api/reader.h"
#include "app/api/reads.h"
#include "app/limits/associationtypes.h"
#include "app/limits/live.h"
#include "app/live/calls.h"
#include "app/support/expected.h"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace live {

/// What is read of a direction.
enum class Part : quint8 { Labels, Limits };

struct PartError
{
    limits::Pair pair;
    Part part = Part::Labels;
    api::Error error;

    bool operator==(const PartError &) const = default;
};

struct PairReading
{
    std::vector<limits::LivePair> pairs; ///< in the order they were asked for
    std::vector<PartError> errors;       ///< in the same order, labels before limits

    bool operator==(const PairReading &) const = default;
};

/// Reads the association types and the limits of one or two directions, all at once: it costs one
/// round trip.
class PairReader : public QObject
{
    Q_OBJECT
public:
    /// `reader` and `known`, which join() asks, must outlive this.
    PairReader(api::Reader &reader, const limits::AssociationTypes &known,
               QObject *parent = nullptr);
    ~PairReader() override;

    /// At least one pair; the same one twice is read once. Replaces what is under way.
    void read(const api::Endpoint &endpoint, const std::vector<limits::Pair> &pairs);
    /// Drops what is under way, without a signal.
    void cancel();
    [[nodiscard]] bool isReading() const { return m_calls != nullptr; }

Q_SIGNALS:
    /// Both parts of a direction came or failed.
    void pairRead(const limits::LivePair &pair);
    /// Once for each read(), after the last pairRead(), unless it was replaced or cancelled.
    void finished(const live::PairReading &reading);

private:
    template<typename Value> using Answer = std::optional<support::Expected<Value, api::Error>>;

    struct Direction
    {
        limits::Pair pair;
        Answer<std::vector<api::TypeLabel>> labels; ///< once it is there
        Answer<std::vector<api::StoredLimit>> limits;

        [[nodiscard]] bool isRead() const { return labels && limits; }
    };

    [[nodiscard]] limits::LivePair joined(const Direction &direction) const;
    [[nodiscard]] PairReading reading() const;
    void partRead(const Direction &direction);

    api::Reader &m_reader;
    const limits::AssociationTypes &m_known;
    std::vector<Direction> m_directions;
    std::unique_ptr<Calls> m_calls;
};

} // namespace live
