#include "tests/faults/faultcase.h"

#include <algorithm>

namespace tests {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds dripInterval = 40ms;

/// The altered answer and how much of it is sent.
struct Sent
{
    Altered altered;
    qsizetype size = 0;

    [[nodiscard]] QByteArray bytes() const { return altered.bytes.first(size); }
    [[nodiscard]] QByteArray rest() const { return altered.bytes.sliced(size); }
    /// Whether an answer is in what arrives, with the noise after it.
    [[nodiscard]] bool isWhole(const QByteArray &noise) const
    {
        const qsizetype needed = altered.needed < 0 ? altered.bytes.size() : altered.needed;
        return !altered.bytes.isEmpty() &&
               (bytes() + noise).startsWith(altered.bytes.first(needed));
    }
};

qsizetype cutAt(const QByteArray &bytes, Place place)
{
    const qsizetype head = bytes.indexOf("\r\n\r\n") + 4;
    switch (place) {
    case Place::BeforeStatus:
        return 0;
    case Place::InStatus:
        return 11; // "HTTP/1.1 20"
    case Place::InHeaders:
        return (bytes.indexOf("\r\n") + head) / 2;
    case Place::BeforeBody:
        return head;
    case Place::InBody:
        return (head + bytes.size()) / 2;
    case Place::BeforeLastByte:
        return bytes.size() - 1;
    case Place::AfterAnswer:
        return bytes.size();
    }
    Q_UNREACHABLE();
}

Sent sentOf(const FaultCase &what, const QByteArray &message)
{
    if (message.isEmpty()) {
        return {}; // the server was not reached
    }
    Sent sent{what.alteration->apply(withIdleLastByte(message))};
    sent.size = cutAt(sent.altered.bytes, what.place);
    return sent;
}

Fault::Ending endingOf(Ending ending)
{
    switch (ending) {
    case Ending::Close:
    case Ending::Garbage:
    case Ending::NulBytes:
        return Fault::Ending::Close;
    case Ending::Reset:
        return Fault::Ending::Reset;
    case Ending::Hang:
    case Ending::Drip:
        return Fault::Ending::KeepOpen;
    }
    Q_UNREACHABLE();
}

QByteArray noiseOf(Ending ending)
{
    switch (ending) {
    case Ending::Garbage:
        return "SSH-2.0-nothing\r\n\r\n\x80\xff";
    case Ending::NulBytes:
        return QByteArray(16, '\0');
    case Ending::Close:
    case Ending::Reset:
    case Ending::Hang:
    case Ending::Drip:
        return {};
    }
    Q_UNREACHABLE();
}

} // namespace

const char *nameOf(Target target)
{
    static constexpr const char *names[targetCount]{
        "configurations", "labels", "schemas", "enablement", "records near their limit",
        "account",        "create", "update",  "purge"};
    return names[int(target)];
}

bool isWrite(Target target)
{
    return target >= Target::Create;
}

const char *nameOf(Place place)
{
    static constexpr const char *names[placeCount]{
        "before the status line", "in the status line", "in the headers",
        "before the body",        "in the body",        "before the last byte",
        "after the answer"};
    return names[int(place)];
}

const char *nameOf(Ending ending)
{
    static constexpr const char *names[endingCount]{"close", "reset",   "hang",
                                                    "drip",  "garbage", "NUL bytes"};
    return names[int(ending)];
}

QString FaultCase::name() const
{
    return u"%1, %2, %3 %4%5"_s.arg(
        QLatin1StringView(nameOf(target)), QLatin1StringView(alteration->name),
        QLatin1StringView(nameOf(ending)), QLatin1StringView(nameOf(place)),
        reachesServer ? QString() : u", never reached the server"_s);
}

Fault FaultCase::fault() const
{
    Fault fault;
    fault.forwarded = reachesServer;
    fault.answer = [what = *this](const QByteArray &message) {
        return sentOf(what, message).bytes() + noiseOf(what.ending);
    };
    if (ending == Ending::Drip) {
        fault.dripInterval = dripInterval;
        fault.dripped = [what = *this](const QByteArray &message) {
            return sentOf(what, message).rest();
        };
    }
    fault.ending = endingOf(ending);
    return fault;
}

FaultCase::Expected FaultCase::expected(const QByteArray &message) const
{
    using enum Alteration::Verdict;
    const Sent sent = sentOf(*this, reachesServer ? message : QByteArray());
    if (!reachesServer || alteration->verdict == Broken) {
        return Expected::Failure;
    }
    if (!sent.isWhole(noiseOf(ending))) {
        const bool comesInTime = ending == Ending::Drip && sent.rest().size() * dripInterval < 2s;
        return comesInTime ? Expected::Either : Expected::Failure;
    }
    // A reset may overtake what was sent before it; what follows an answer is nobody's.
    const bool quiet = ending == Ending::Close || ending == Ending::Hang || ending == Ending::Drip;
    return quiet && alteration->verdict == Valid ? Expected::Success : Expected::Either;
}

bool FaultCase::waits(const QByteArray &message) const
{
    return endingOf(ending) == Fault::Ending::KeepOpen && expected(message) != Expected::Success;
}

std::vector<FaultCase> allFaultCases(const std::vector<Alteration> &alterations)
{
    std::vector<FaultCase> cases;
    for (int target = 0; target < targetCount; ++target) {
        for (int ending = 0; ending < endingCount; ++ending) {
            for (const Alteration &alteration : alterations) {
                for (int place = 0; place < placeCount; ++place) {
                    cases.push_back(
                        {Target(target), &alteration, Place(place), Ending(ending), true});
                }
            }
            cases.push_back(
                {Target(target), &alterations.front(), Place::BeforeStatus, Ending(ending), false});
        }
    }
    return cases;
}

} // namespace tests
