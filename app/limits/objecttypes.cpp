#include "app/limits/objecttypes.h"

#include "app/limits/resourcetable.h"

#include <algorithm>

namespace limits {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestName = 200;

// "Line item", "line_items" and "lineItem" are one name: HubSpot writes all three.
QString normalised(QStringView name)
{
    QString result;
    result.reserve(name.size());
    for (const QChar character : name) {
        if (character != u' ' && character != u'_' && character != u'-') {
            result.append(character.toCaseFolded());
        }
    }
    return result;
}

bool isDigits(QStringView text)
{
    return !text.isEmpty() && text.size() <= 18 &&
           std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

bool isObjectTypeId(QStringView text)
{
    const qsizetype dash = text.indexOf(u'-');
    return dash > 0 && isDigits(text.first(dash)) && isDigits(text.sliced(dash + 1));
}

// Letters of any script, since HubSpot's words about an unknown name beat ours.
bool couldBeName(QStringView text)
{
    return text.front().isLetter() && std::ranges::all_of(text, [](QChar character) {
               return character.isLetterOrNumber() || character == u'_' || character == u'-' ||
                      character.isSurrogate();
           });
}

// The "0-1" of "Contacts (0-1)", as the combo boxes show it.
QStringView idInParentheses(QStringView text)
{
    if (!text.endsWith(u')')) {
        return {};
    }
    const qsizetype open = text.lastIndexOf(u'(');
    return open < 0 ? QStringView() : text.sliced(open + 1).chopped(1);
}

/// The "pets" of "p123_pets".
QStringView unqualified(QStringView fullyQualifiedName)
{
    return fullyQualifiedName.sliced(fullyQualifiedName.indexOf(u'_') + 1);
}

bool isCalled(const ObjectType &type, const QString &name)
{
    return normalised(type.singular) == name || normalised(type.plural) == name ||
           normalised(type.fullyQualifiedName) == name ||
           normalised(unqualified(type.fullyQualifiedName)) == name;
}

} // namespace

bool ObjectType::isCustom() const
{
    return !fullyQualifiedName.isEmpty() || id.startsWith("2-"_L1);
}

QString displayName(const ObjectType &type)
{
    return type.plural.isEmpty() ? type.id : u"%1 (%2)"_s.arg(type.plural, type.id);
}

QString shortName(const ObjectType &type)
{
    return type.plural.isEmpty() ? type.id : type.plural;
}

ObjectTypes ObjectTypes::standard()
{
    std::vector<ObjectType> types;
    for (const QStringList &row : readResourceTable(u":/data/object-types.csv"_s, 3)) {
        types.push_back({row.at(0), row.at(1), row.at(2)});
    }
    return ObjectTypes(std::move(types));
}

ObjectTypes::ObjectTypes(std::vector<ObjectType> types)
    : m_types(std::move(types))
{
}

std::optional<ObjectType> ObjectTypes::byId(QStringView id) const
{
    const auto found = std::ranges::find(m_types, id, &ObjectType::id);
    return found == m_types.end() ? std::nullopt : std::optional(*found);
}

support::Expected<ObjectType, ObjectTypeError> ObjectTypes::parse(const QString &text) const
{
    const QString name = text.trimmed();
    if (name.isEmpty()) {
        return support::Unexpected{ObjectTypeError::Empty};
    }
    const QStringView bracketed = idInParentheses(name);
    const QStringView id = isObjectTypeId(bracketed) ? bracketed : QStringView(name);
    if (isObjectTypeId(id)) {
        return byId(id).value_or(ObjectType{id.toString(), {}, {}});
    }
    if (name.size() > longestName) {
        return support::Unexpected{ObjectTypeError::TooLong};
    }
    if (name.front().isDigit()) {
        return support::Unexpected{ObjectTypeError::MalformedId};
    }
    const QString wanted = normalised(name);
    const auto known = std::ranges::find_if(
        m_types, [&wanted](const ObjectType &type) { return isCalled(type, wanted); });
    if (known != m_types.end()) {
        return *known;
    }
    if (!couldBeName(name)) {
        return support::Unexpected{ObjectTypeError::MalformedName};
    }
    return ObjectType{name, {}, {}};
}

} // namespace limits
