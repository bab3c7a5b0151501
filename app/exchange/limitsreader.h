#pragma once

#include "app/exchange/csvcells.h"
#include "app/exchange/jsonpieces.h"
#include "app/exchange/limitsrows.h"
#include "app/support/expected.h"

#include <QHash>
#include <QIODevice>
#include <QJsonValue>
#include <QStringDecoder>
#include <QStringList>

#include <memory>
#include <optional>

namespace exchange {

// Limits as a file: CSV, TSV or JSON. What it is is told by what stands in it, not by its name.
//
// CSV is parted by commas, semicolons or tabs, by whatever gives the most known columns in the
// first line; a line "sep=;" before it says so outright. It is UTF-8, with a BOM or without, or
// UTF-16 with one. The first line names the columns (see limitsColumnCalled()) in any order; others
// are passed over. A type ID and a limit must be among them. Where the first line has no names but
// begins with a number, two columns are type ID and limit, three have the category between them.
// Empty lines are passed over, and an apostrophe that harmless() gave goes.
//
// JSON is a list of objects, or an object with that list as "inputs": the body of HubSpot's API, or
//   {"format":"association-limits","version":1,"inputs":[
//   {"from":"0-1","to":"0-2","label":"…","category":"USER_DEFINED","typeId":28,"now":3,
//    "maxToObjectIds":5}, … ]}
// as limitsToJson() writes it. Values are numbers or text ("many"); null is the same as absent.

inline constexpr QLatin1StringView limitsFormat{"association-limits"};
inline constexpr int limitsVersion = 1;

/// Why a file as a whole is refused; nothing of it is to be used.
enum class LimitsFileTrouble : quint8 {
    CannotRead,     ///< the system's words are in `detail`
    NotText,        ///< there is a zero byte
    NotUtf8,        ///< Excel writes it as "CSV UTF-8"
    Empty,          ///< there is nothing in it
    NoKnownColumn,  ///< `columns` is the first line
    NoTypeId,       ///< among `columns`
    NoLimit,        ///< likewise
    ColumnTwice,    ///< two of `columns`, given in `detail`, are names of one
    TextAfterQuote, ///< behind the end of a quoted cell, before the separator
    QuoteNeverEnds, ///< that begins on the line
    TooLarge,       ///< a cell, an object or the file
    NotJson,        ///< Qt's words may be in `detail`
    EndsEarly,      ///< JSON that was not copied whole
    NoList,         ///< JSON of something else
    NewerVersion,   ///< written by a later version of this program
};

struct LimitsFileError
{
    LimitsFileTrouble trouble = LimitsFileTrouble::CannotRead;
    FilePlace place; ///< of CSV the line; the column is 1
    QString detail{};
    QStringList columns{};
};

/// Reads a file of limits slice by slice, so that whoever calls can show how far it is and stop:
/// from a timer of the window or a thread of its own. Nothing is changed by it; rows() is for a
/// preview, and what is to become of them is for limits::Document.
class LimitsReader
{
public:
    static constexpr qint64 defaultSizeCap = qint64(1) << 30;

    /// The device must be open, have a size (a file or a buffer), stand at its beginning and
    /// outlive this. `sizeCap`: what is larger is refused unread.
    explicit LimitsReader(QIODevice &device, ImportPair pair = {}, qint64 sizeCap = defaultSizeCap);
    ~LimitsReader();
    Q_DISABLE_COPY_MOVE(LimitsReader)

    /// Reads on for a few milliseconds (a quarter of a megabyte, or two thousand objects).
    /// True while there is more to read;
    /// after false or an error there is not.
    [[nodiscard]] support::Expected<bool, LimitsFileError> readSome();
    /// To the end, where nobody waits.
    [[nodiscard]] support::Expected<support::Done, LimitsFileError> readAll();

    [[nodiscard]] qint64 bytesRead() const { return m_device.pos(); }
    [[nodiscard]] qint64 bytesTotal() const { return m_device.size(); }

    /// Grows while reading. Only a reading to the end says that the file is sound.
    [[nodiscard]] const LimitsRows &rows() const { return m_rows; }
    [[nodiscard]] LimitsRows takeRows() { return std::move(m_rows); }
    /// Headers of columns that are passed over, of CSV.
    [[nodiscard]] const QStringList &ignoredColumns() const { return m_ignored; }

private:
    class Lines;
    using Checked = support::Expected<support::Done, LimitsFileError>;

    enum class At : quint8 { Start, Head, Lines, Json, End };

    [[nodiscard]] Checked start();
    [[nodiscard]] Checked readJson();
    [[nodiscard]] Checked readElement(const JsonPieces::Piece &piece);
    [[nodiscard]] Checked readMember(const JsonPieces::Piece &piece);
    [[nodiscard]] std::optional<LimitsColumn> columnCalled(const QString &name);
    [[nodiscard]] Checked readCsv();
    /// What was read next, as UTF-8, until the next call; empty at the end.
    [[nodiscard]] support::Expected<QByteArrayView, LimitsFileError> nextText();
    /// There is a zero byte behind what was read.
    [[nodiscard]] Checked refuseZero(QByteArrayView before);
    /// Finds out about the separator and the columns once enough of the file is there.
    [[nodiscard]] Checked readHead(bool isWhole);
    [[nodiscard]] Checked setColumns(const QStringList &header, qint64 line);
    [[nodiscard]] Checked feed(QByteArrayView text);

    QIODevice &m_device;
    ImportPair m_pair;
    qint64 m_sizeCap;
    At m_at = At::Start;
    LimitsRows m_rows;
    QStringList m_ignored;
    QStringDecoder m_decoder; ///< valid where the file is UTF-16
    QByteArray m_slice;       ///< kept, since making it anew takes as long as reading it
    QByteArray m_head;        ///< what was read before the columns are known
    qint64 m_firstLine = 1;   ///< that the cells begin with: "sep=;" is none of theirs
    std::unique_ptr<Lines> m_lines;
    std::optional<CsvCells> m_cells;
    std::optional<JsonPieces> m_pieces;
    QJsonValue m_format{QJsonValue::Undefined};
    qint64 m_version = 0;
    /// A file has few names, and asking for one anew takes longer than all the rest of an object.
    QHash<QString, std::optional<LimitsColumn>> m_columnsByName;
};

} // namespace exchange
