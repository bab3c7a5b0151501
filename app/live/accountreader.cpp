#include "app/live/accountreader.h"

#include <algorithm>
#include <iterator>

namespace live {

namespace {

/// Puts an answer where it belongs.
template<typename Value>
void sort(const support::Expected<Value, api::Error> &answer, AccountPart part,
          std::optional<Value> &value, std::vector<AccountPartError> &errors)
{
    if (answer) {
        value = *answer;
    } else {
        errors.push_back({part, answer.error()});
    }
}

limits::ObjectType typeOf(const api::CustomObject &object)
{
    const QString &singular = object.singular.isEmpty() ? object.name : object.singular;
    const QString &plural = object.plural.isEmpty() ? singular : object.plural;
    return {object.objectTypeId, singular, plural, object.fullyQualifiedName};
}

} // namespace

limits::ObjectTypes objectTypesOf(const limits::ObjectTypes &standard,
                                  const AccountReading &reading, const limits::ObjectTypes &before)
{
    std::vector<limits::ObjectType> types;
    for (const limits::ObjectType &type : standard.all()) {
        if (!reading.enablement || reading.enablement->value(type.id, true)) {
            types.push_back(type);
        }
    }
    if (reading.schemas) {
        for (const api::CustomObject &object : *reading.schemas) {
            if (!object.archived) {
                types.push_back(typeOf(object));
            }
        }
    } else {
        std::ranges::copy_if(before.all(), std::back_inserter(types),
                             &limits::ObjectType::isCustom);
    }
    return limits::ObjectTypes(std::move(types));
}

AccountReader::AccountReader(api::Reader &reader, QObject *parent)
    : QObject(parent)
    , m_reader(reader)
{
}

AccountReader::~AccountReader() = default;

void AccountReader::read(const api::Endpoint &endpoint)
{
    cancel();
    m_calls = std::make_unique<Calls>(m_reader, endpoint, *this);
    m_calls->get(api::accountDetailsPath(), [this](const api::Reply &reply) {
        m_details = api::decodeAccountDetails(reply);
        partRead();
    });
    m_calls->get(api::enablementPath(), [this](const api::Reply &reply) {
        m_enablement = api::decodeEnablement(reply);
        partRead();
    });
    m_calls->get(api::schemasPath(), [this](const api::Reply &reply) {
        m_schemas = api::decodeSchemas(reply);
        partRead();
    });
}

void AccountReader::cancel()
{
    m_calls.reset();
    m_details.reset();
    m_enablement.reset();
    m_schemas.reset();
}

void AccountReader::partRead()
{
    if (!m_details || !m_enablement || !m_schemas) {
        return;
    }
    AccountReading reading;
    sort(*m_details, AccountPart::Details, reading.details, reading.errors);
    sort(*m_enablement, AccountPart::Enablement, reading.enablement, reading.errors);
    sort(*m_schemas, AccountPart::Schemas, reading.schemas, reading.errors);
    cancel();
    Q_EMIT finished(reading);
}

} // namespace live
