#pragma once

#include "app/api/reader.h"
#include "app/api/reads.h"
#include "app/limits/objecttypes.h"
#include "app/live/calls.h"
#include "app/support/expected.h"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace live {

/// What is read of an account.
enum class AccountPart : quint8 { Details, Enablement, Schemas };

struct AccountPartError
{
    AccountPart part = AccountPart::Details;
    api::Error error; ///< with the missing scopes, where that is what is wrong

    bool operator==(const AccountPartError &) const = default;
};

/// What was read: each part, or why it was not.
struct AccountReading
{
    std::optional<api::AccountDetails> details;
    std::optional<api::Enablement> enablement;
    std::optional<std::vector<api::CustomObject>> schemas;
    std::vector<AccountPartError> errors; ///< in the order of AccountPart

    bool operator==(const AccountReading &) const = default;
};

/// The object types to choose from: of `standard` those that are not switched off, as far as that
/// was read, then the account's own, without the archived ones. Where the schemas were not read,
/// that is the custom ones of `before`, what was known until then.
[[nodiscard]] limits::ObjectTypes objectTypesOf(const limits::ObjectTypes &standard,
                                                const AccountReading &reading,
                                                const limits::ObjectTypes &before = {});

/// Reads an account's details, which of HubSpot's object types are switched on, and its own object
/// types, all at once.
class AccountReader : public QObject
{
    Q_OBJECT
public:
    /// `reader` must outlive this.
    explicit AccountReader(api::Reader &reader, QObject *parent = nullptr);
    ~AccountReader() override;

    /// Replaces what is under way.
    void read(const api::Endpoint &endpoint);
    /// Drops what is under way, without a signal.
    void cancel();
    [[nodiscard]] bool isReading() const { return m_calls != nullptr; }

Q_SIGNALS:
    /// Once for each read(), unless it was replaced or cancelled.
    void finished(const live::AccountReading &reading);

private:
    template<typename Value> using Answer = std::optional<support::Expected<Value, api::Error>>;

    void partRead();

    api::Reader &m_reader;
    std::unique_ptr<Calls> m_calls;
    Answer<api::AccountDetails> m_details; ///< each once it is there
    Answer<api::Enablement> m_enablement;
    Answer<std::vector<api::CustomObject>> m_schemas;
};

} // namespace live
