#include "app/exchange/limitscolumns.h"

#include <algorithm>
#include <array>

namespace exchange {

using namespace Qt::StringLiterals;

namespace {

struct ColumnName
{
    LimitsColumn column;
    QLatin1StringView name; // lower case, without spaces, hyphens and underscores
};

constexpr std::array columnNames{
    ColumnName{LimitsColumn::TypeId, "typeid"_L1},
    ColumnName{LimitsColumn::TypeId, "associationtypeid"_L1},
    ColumnName{LimitsColumn::TypeId, "id"_L1},
    ColumnName{LimitsColumn::TypeId, "typid"_L1},
    ColumnName{LimitsColumn::Category, "category"_L1},
    ColumnName{LimitsColumn::Category, "associationcategory"_L1},
    ColumnName{LimitsColumn::Category, "kategorie"_L1},
    ColumnName{LimitsColumn::Limit, "newlimit"_L1},
    ColumnName{LimitsColumn::Limit, "limit"_L1},
    ColumnName{LimitsColumn::Limit, "new"_L1},
    ColumnName{LimitsColumn::Limit, "maxtoobjectids"_L1},
    ColumnName{LimitsColumn::Limit, "userenforcedmaxtoobjectids"_L1},
    ColumnName{LimitsColumn::Limit, "maxvalue"_L1},
    ColumnName{LimitsColumn::Limit, "max"_L1},
    ColumnName{LimitsColumn::Limit, "limitneu"_L1},
    ColumnName{LimitsColumn::Limit, "neueslimit"_L1},
    ColumnName{LimitsColumn::Limit, "neu"_L1},
    ColumnName{LimitsColumn::Label, "label"_L1},
    ColumnName{LimitsColumn::Label, "bezeichnung"_L1},
    ColumnName{LimitsColumn::From, "from"_L1},
    ColumnName{LimitsColumn::From, "fromobjecttype"_L1},
    ColumnName{LimitsColumn::From, "fromobjecttypeid"_L1},
    ColumnName{LimitsColumn::From, "von"_L1},
    ColumnName{LimitsColumn::To, "to"_L1},
    ColumnName{LimitsColumn::To, "toobjecttype"_L1},
    ColumnName{LimitsColumn::To, "toobjecttypeid"_L1},
    ColumnName{LimitsColumn::To, "nach"_L1},
    ColumnName{LimitsColumn::Direction, "direction"_L1},
    ColumnName{LimitsColumn::Direction, "richtung"_L1},
};

} // namespace

std::optional<LimitsColumn> limitsColumnCalled(QStringView header)
{
    QString name = header.trimmed().toString().toLower();
    name.remove(u' ').remove(u'_').remove(u'-');
    const auto found = std::ranges::find(columnNames, name, &ColumnName::name);
    return found == columnNames.end() ? std::nullopt : std::optional(found->column);
}

} // namespace exchange
