#include "app/limits/objecttypes.h"
#include "tests/fuzz/fuzz.h"

// What a person types for an object type; what follows a byte 0xff are names of a custom type of
// the account.

using namespace Qt::StringLiterals;
using fuzz::require;
using limits::ObjectType;
using limits::ObjectTypes;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const ObjectTypes standard = ObjectTypes::standard();
    const QList<QString> texts = fuzz::textsOf(data, size, 4);
    std::vector<ObjectType> all = standard.all();
    const ObjectType custom{u"2-345"_s, texts.at(1), texts.at(2), texts.at(3)};
    all.push_back(custom);
    const ObjectTypes types(all);

    const auto shown = types.parse(limits::displayName(custom));
    require(shown && *shown == custom, "what is shown of a type can be typed");
    const auto read = types.parse(texts.at(0));
    const auto spaced = types.parse(u" \t"_s + texts.at(0) + u'\n');
    require(read.hasValue() == spaced.hasValue() && (!read || *read == *spaced),
            "white space around it is of no matter");
    if (!read) {
        return 0;
    }
    require(!read->id.isEmpty() && read->id.size() <= 200, "an ID is short");
    require(!read->id.contains(u'/') && !read->id.contains(u'.') && !read->id.contains(u' '),
            "an ID has none of what parts a path");
    const auto again = types.parse(read->id);
    require(again && *again == *read, "an ID means itself");
    const auto byName = types.parse(limits::displayName(*read));
    require(byName && *byName == *read, "what is shown of a type means it");
    return 0;
}
