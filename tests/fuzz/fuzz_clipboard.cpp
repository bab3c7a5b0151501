#include "app/exchange/clipboardblock.h"
#include "tests/fuzz/fuzz.h"

// Text that somebody pastes. What was read of it is copied again in every order of columns.

using exchange::Field;
using fuzz::require;

namespace {

bool isEmpty(const limits::RowEdit &edit)
{
    return edit.typeId.value_or(QString()).isEmpty() &&
           edit.category.value_or(QString()).isEmpty() && edit.limit.value_or(QString()).isEmpty();
}

void checkCopied(const std::vector<limits::DraftRow> &rows, const std::vector<Field> &fields)
{
    std::vector<limits::RowEdit> expected;
    for (const limits::DraftRow &row : rows) {
        limits::RowEdit edit;
        for (const Field field : fields) {
            switch (field) {
            case Field::TypeId:
                edit.typeId = row.typeId;
                break;
            case Field::Category:
                edit.category = row.category;
                break;
            case Field::Limit:
                edit.limit = row.limit;
                break;
            }
        }
        expected.push_back(edit);
    }
    while (!expected.empty() && isEmpty(expected.back())) {
        expected.pop_back();
    }
    const auto pasted = exchange::parseBlock(exchange::formatBlock(rows, fields));
    const auto same = [](const limits::RowEdit &left, const limits::RowEdit &right) {
        return left.typeId == right.typeId && left.category == right.category &&
               left.limit == right.limit;
    };
    require(std::ranges::equal(pasted, expected, same), "what is copied is pasted as it was");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString text = QString::fromUtf8(fuzz::bytesOf(data, size));
    for (const Field single : {Field::TypeId, Field::Category, Field::Limit}) {
        std::vector<limits::DraftRow> rows;
        for (const limits::RowEdit &edit : exchange::parseBlock(text, single)) {
            rows.push_back({edit.typeId.value_or(QString()), edit.category.value_or(QString()),
                            edit.limit.value_or(QString())});
        }
        checkCopied(rows, {Field::Limit});
        checkCopied(rows, {Field::TypeId});
        checkCopied(rows, {Field::TypeId, Field::Limit});
        checkCopied(rows, {Field::Category, Field::Limit});
        checkCopied(rows, {Field::TypeId, Field::Category, Field::Limit});
        checkCopied(rows, {Field::Limit, Field::Category, Field::TypeId});
    }
    return 0;
}
