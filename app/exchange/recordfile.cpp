#include "app/exchange/recordfile.h"

#include "app/exchange/recordjson.h"

namespace exchange {

QByteArray JsonFile::begin(const QDateTime &exportedAt)
{
    m_first = true;
    return "{\"format\":\"" + QByteArray(historyFormat.data(), historyFormat.size()) +
           "\",\"version\":" + QByteArray::number(historyVersion) + ",\"exportedAt\":\"" +
           isoTime(exportedAt).toLatin1() + "\",\"records\":[\n";
}

QByteArray JsonFile::record(const history::Record &record)
{
    return (std::exchange(m_first, false) ? "" : ",\n") + recordToJson(record);
}

QByteArray JsonFile::end()
{
    return "\n]}\n";
}

} // namespace exchange
