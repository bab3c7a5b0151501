#pragma once

#include <QDateTime>

namespace support {

/// Where the program gets the time from; a test brings its own. Times are UTC with milliseconds.
class Clock
{
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual QDateTime now() const = 0;
};

class SystemClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override { return QDateTime::currentDateTimeUtc(); }
};

} // namespace support
