#include "app/exchange/limitlines.h"
#include "app/exchange/recordfile.h"
#include "app/exchange/recordreader.h"
#include "app/history/store.h"
#include "app/submission/outcomes.h"
#include "tests/fuzz/fuzz.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QTemporaryDir>

// A file that somebody imports into the history. What is accepted goes into a store, out of it, and
// into a file again, and stays what it was.

using namespace Qt::StringLiterals;
using fuzz::require;
using history::Record;

namespace {

/// nullopt where the file is refused.
std::optional<std::vector<Record>> recordsIn(QByteArray bytes)
{
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    exchange::RecordReader reader(buffer, 64 * 1024);
    std::vector<Record> records;
    while (true) {
        auto record = reader.next();
        if (!record) {
            const exchange::ReadError &error = record.error();
            require(error.kind == exchange::ReadErrorKind::WrongFields
                        ? error.problemCount >= error.problems.size() && !error.problems.isEmpty()
                        : error.problems.isEmpty(),
                    "wrong fields are told, and counted");
            require(error.place.line >= 1 && error.place.column >= 1, "places count from 1");
            return std::nullopt;
        }
        if (!*record) {
            return records;
        }
        records.push_back(**std::move(record));
    }
}

QByteArray fileOf(exchange::RecordFile &&file, const std::vector<Record> &records)
{
    QByteArray bytes = file.begin(QDateTime::fromMSecsSinceEpoch(0, Qt::UTC));
    for (const Record &record : records) {
        bytes += file.record(record);
    }
    return bytes + file.end();
}

/// Cells of each line, by RFC 4180.
std::vector<QStringList> cellsOf(const QByteArray &csv)
{
    const QString text = QString::fromUtf8(csv.mid(3));
    std::vector<QStringList> lines;
    QStringList line;
    QString cell;
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar character = text.at(i);
        if (character == u'"') {
            // Within quotes two of them are one; the second opens what the first closed.
            if (!quoted && i > 0 && text.at(i - 1) == u'"') {
                cell += character;
            }
            quoted = !quoted;
        } else if (!quoted && character == u',') {
            line.append(std::exchange(cell, {}));
        } else if (!quoted && character == u'\r' && text.mid(i + 1, 1) == u"\n"_s) {
            line.append(std::exchange(cell, {}));
            lines.push_back(std::exchange(line, {}));
            ++i;
        } else {
            cell += character;
        }
    }
    require(!quoted && cell.isEmpty() && line.isEmpty(), "a CSV file ends with a line's end");
    return lines;
}

void checkCsv(const std::vector<Record> &records)
{
    constexpr QStringView risky = u"=+-@\t\r";
    const std::vector<QStringList> lines = cellsOf(fileOf(exchange::CsvFile(), records));
    size_t number = 1;
    for (const Record &record : records) {
        for (const exchange::LimitLine &limit : exchange::limitLines(record)) {
            require(number < lines.size(), "each limit has a line");
            const QStringList &line = lines[number++];
            require(line.size() == lines.front().size(), "each line has all columns");
            require(line.at(8) == QString::number(limit.outcome.asked.typeId),
                    "the columns are where they should be");
            for (const QString &cell : line) {
                require(cell.isEmpty() || !risky.contains(cell.front()), "no cell is a formula");
            }
        }
    }
    require(number == lines.size(), "there is a line for each limit and no other");
}

void checkStore(const std::vector<Record> &records)
{
    static const support::SystemClock clock;
    static const QTemporaryDir home;
    static const auto store = history::Store::open(home.path(), clock);
    require(bool(store), "a store can be made");
    std::vector<history::Store::Import> imports;
    std::vector<QUuid> ids;
    for (const Record &record : records) {
        if (std::ranges::find(ids, record.id) == ids.end()) {
            imports.push_back({record, submission::countsOf(submission::outcomesOf(record))});
            ids.push_back(record.id);
        }
    }
    const auto added = (*store)->import(imports);
    require(added && *added == qint64(ids.size()), "the store takes what was accepted");
    for (const auto &import : imports) {
        const auto read = (*store)->read(import.record.id);
        require(read && *read == import.record, "the store gives back what it took");
    }
    const auto removed = (*store)->remove(ids);
    require(removed && *removed == qint64(ids.size()), "what was added can be removed");
}

} // namespace

extern "C" int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    fuzz::quiet();
    static const QCoreApplication application(*argc, *argv); // drivers of databases are its plugins
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto records = recordsIn(fuzz::bytesOf(data, size));
    if (!records) {
        return 0;
    }
    const auto again = recordsIn(fileOf(exchange::JsonFile(), *records));
    require(again && *again == *records, "what was imported and exported is imported again");
    checkCsv(*records);
    if (!records->empty()) {
        checkStore(*records);
    }
    return 0;
}
