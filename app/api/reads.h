#pragma once

#include "app/api/batch.h"
#include "app/api/error.h"
#include "app/api/transport.h"
#include "app/limits/objecttypes.h"
#include "app/support/expected.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <optional>
#include <vector>

namespace api {

// What can be read of an account: the path to GET, percent-encoded, and what the answer means. The
// sources are HubSpot's OpenAPI documents of version 2026-03. Every answer is decoded in the order
// of decodeBatch(): one wrong field is an UnexpectedShape with its path, names this program does
// not know are passed over, and a category it does not know is kept as it came.

/// The limits that are set for the pair. The path is also where those of the writes begin.
[[nodiscard]] QByteArray configurationsPath(const limits::Pair &pair);
/// Types without a limit of their own are not among them.
[[nodiscard]] support::Expected<std::vector<StoredLimit>, Error>
decodeConfigurations(const Reply &reply);

/// An association type of a pair.
struct TypeLabel
{
    QString category;
    qint32 typeId = 0;
    std::optional<QString> label; ///< absent or null: the unlabeled type
    /// Object type IDs; not always reported.
    std::optional<QString> from;
    std::optional<QString> to;

    bool operator==(const TypeLabel &) const = default;
};

/// The association types of the pair, with and without a limit.
[[nodiscard]] QByteArray labelsPath(const limits::Pair &pair);
[[nodiscard]] support::Expected<std::vector<TypeLabel>, Error> decodeLabels(const Reply &reply);

/// A custom object type. Only its ID is sure to be there.
struct CustomObject
{
    QString objectTypeId;       ///< "2-345"
    QString name;               ///< "pets"
    QString fullyQualifiedName; ///< "p123_pets"
    QString singular;
    QString plural;
    bool archived = false;

    bool operator==(const CustomObject &) const = default;
};

/// The custom object types of the account, without their properties, which could be thousands.
[[nodiscard]] QByteArray schemasPath();
[[nodiscard]] support::Expected<std::vector<CustomObject>, Error> decodeSchemas(const Reply &reply);

/// Whether an object type is switched on, by its ID.
using Enablement = QHash<QString, bool>;

[[nodiscard]] QByteArray enablementPath();
[[nodiscard]] support::Expected<Enablement, Error> decodeEnablement(const Reply &reply);

/// A source record at its limit, or near it.
struct RecordSample
{
    QString label; ///< the record's name; may be empty
    qint64 objectId = 0;
    std::optional<qint64> usage; ///< records associated with it; not reported of those at the limit

    bool operator==(const RecordSample &) const = default;
};

/// How many source records of a pair have as many associations as they may, or 80 % of them.
struct RecordsNearLimit
{
    qint64 limit = 0;
    qint32 atLimit = 0;
    qint32 nearLimit = 0;
    std::vector<RecordSample> atLimitSamples; ///< some of them, as HubSpot picks
    std::vector<RecordSample> nearLimitSamples;

    bool operator==(const RecordsNearLimit &) const = default;
};

/// HubSpot takes object type IDs here, and no names.
[[nodiscard]] QByteArray recordsNearLimitPath(const limits::Pair &pair);
[[nodiscard]] support::Expected<RecordsNearLimit, Error> decodeRecordsNearLimit(const Reply &reply);

/// What HubSpot says of the account; each only where it does.
struct AccountDetails
{
    std::optional<qint64> portalId;
    std::optional<QString> accountType;         ///< "STANDARD", "SANDBOX", …, or what came
    std::optional<QString> timeZone;            ///< "Europe/Berlin"
    std::optional<QString> uiDomain;            ///< "app-eu1.hubspot.com"
    std::optional<QString> dataHostingLocation; ///< "eu1"

    bool operator==(const AccountDetails &) const = default;
};

[[nodiscard]] QByteArray accountDetailsPath();
[[nodiscard]] support::Expected<AccountDetails, Error> decodeAccountDetails(const Reply &reply);

} // namespace api
