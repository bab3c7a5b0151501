#pragma once

#include "app/api/error.h"
#include "app/api/reader.h"
#include "app/api/reads.h"

#include <QObject>
#include <QStringList>

#include <optional>
#include <vector>

namespace accounts {

/// What the program reads of an account.
enum class NeededRead : quint8 {
    AccountDetails,
    Labels,
    Limits,
    CustomObjects,
    Enablement,
    RecordsNearLimit,
};

struct ReadResult
{
    NeededRead read = NeededRead::AccountDetails;
    std::optional<api::Error> error; ///< none: it is allowed, and its answer is understood
};

struct CheckupReport
{
    std::optional<api::AccountDetails> details; ///< where they could be read
    std::vector<ReadResult> reads;              ///< one of each, in the order above
    QStringList missingScopes;                  ///< of all, each once
};

/// Tries every read the program needs, between contacts and companies, each with its retries.
/// Writes nothing, so that a key that only reads will do.
class Checkup : public QObject
{
    Q_OBJECT
public:
    /// `reader` must outlive this.
    Checkup(api::Reader &reader, const api::Endpoint &endpoint, QObject *parent = nullptr);
    ~Checkup() override;

    /// Once. All reads are sent at once; destroying this ends them.
    void start();

Q_SIGNALS:
    /// Exactly once, in a later turn of the event loop.
    void finished(const accounts::CheckupReport &report);

private:
    void receive(ReadResult &result, const api::Reply &reply);

    api::Reader &m_reader;
    const api::Endpoint m_endpoint;
    CheckupReport m_report;
    std::size_t m_awaited = 0;
};

} // namespace accounts
