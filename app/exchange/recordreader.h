#pragma once

#include "app/exchange/jsonpieces.h"
#include "app/history/record.h"
#include "app/support/expected.h"

#include <QIODevice>
#include <QJsonObject>
#include <QStringList>

#include <optional>

namespace exchange {

enum class ReadErrorKind : quint8 {
    CannotRead,
    Foreign,      ///< no file of this program's history
    NewerVersion, ///< written by a later version of this program
    NotJson,      ///< at `place`
    EndsEarly,    ///< at `place`: it was not copied whole
    TooLarge,     ///< the record at `place` is larger than a record can be
    WrongFields,  ///< of the record, or the whole, at `place`
};

/// Why a file is refused, and where.
struct ReadError
{
    ReadErrorKind kind = ReadErrorKind::CannotRead;
    FilePlace place;
    QString detail;       ///< the system's words, of CannotRead; Qt's, of NotJson, may be empty
    QStringList problems; ///< of WrongFields: "records[3].exchanges[0].sentAt: missing"
    int problemCount = 0; ///< how many there were; `problems` holds the first 20
};

/// Reads a history that was written as JSON (see recordjson.h), record by record; it need not be
/// laid out as this program does it. Only a reading to the end says that the file is whole and one
/// of this program's: nothing of it is to be believed before.
class RecordReader
{
public:
    /// The device must be open and outlive this. `recordCap` is what a record may take, in bytes:
    /// by default some thirty answers of the greatest size, or ten thousand ordinary ones.
    explicit RecordReader(QIODevice &device, qint64 recordCap = 256 * 1024 * 1024);

    /// The next record; nullopt at the end. After an error there is nothing more to read.
    [[nodiscard]] support::Expected<std::optional<history::Record>, ReadError> next();

private:
    using Checked = support::Expected<support::Done, ReadError>;

    [[nodiscard]] support::Expected<history::Record, ReadError>
    readRecord(const JsonPieces::Piece &piece);
    [[nodiscard]] Checked readMember(const JsonPieces::Piece &piece);
    /// Of a foreign file, or a later version's, as far as its members were read.
    [[nodiscard]] Checked checkKind() const;
    [[nodiscard]] Checked checkWhole() const;
    /// Of a foreign file, or a later version's, wrong fields are not worth a word: the rest is read
    /// for what it says of that.
    [[nodiscard]] ReadError judged(const ReadError &error);

    JsonPieces m_pieces;
    QJsonObject m_members; ///< of the whole, but for the records
    qint64 m_count = 0;    ///< of records so far
};

} // namespace exchange
