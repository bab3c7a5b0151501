#pragma once

#include "app/history/record.h"

#include <QByteArray>
#include <QDateTime>

namespace exchange {

/// A file of records, made piece by piece so that a million of them need no memory: begin(), then
/// record() for each, then end().
class RecordFile
{
public:
    virtual ~RecordFile() = default;

    [[nodiscard]] virtual QByteArray begin(const QDateTime &exportedAt) = 0;
    [[nodiscard]] virtual QByteArray record(const history::Record &record) = 0;
    [[nodiscard]] virtual QByteArray end() = 0;
};

/// Everything, to be taken in again: see recordjson.h. A record is a line.
class JsonFile final : public RecordFile
{
public:
    [[nodiscard]] QByteArray begin(const QDateTime &exportedAt) override;
    [[nodiscard]] QByteArray record(const history::Record &record) override;
    [[nodiscard]] QByteArray end() override;

private:
    bool m_first = true;
};

/// A line for each limit asked for, for a spreadsheet: RFC 4180, UTF-8 with a BOM (for Excel), the
/// same English names in every language. Limits are a number or "Many", empty where not known;
/// times are ISO 8601 in UTC. Text that a spreadsheet would take for a formula has an apostrophe
/// before it.
class CsvFile final : public RecordFile
{
public:
    [[nodiscard]] QByteArray begin(const QDateTime &exportedAt) override;
    [[nodiscard]] QByteArray record(const history::Record &record) override;
    [[nodiscard]] QByteArray end() override;
};

} // namespace exchange
