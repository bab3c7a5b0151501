#pragma once

#include "app/support/expected.h"

#include <QByteArray>
#include <QIODevice>
#include <QString>

#include <optional>

namespace exchange {

/// Where a byte stands in a file. Both count from 1; the column counts bytes.
struct FilePlace
{
    qint64 line = 1;
    qint64 column = 1;

    bool operator==(const FilePlace &) const = default;
};

/// Cuts a JSON object of any size, laid out in any way, into pieces that fit into memory: its
/// members, and of one that is a list, element by element. It finds where a piece ends; whether
/// the piece itself is JSON is for a parser to say.
class JsonPieces
{
public:
    enum class Trouble : quint8 {
        CannotRead,
        NotAnObject, ///< the file does not begin with "{", nor, where it may, with "["
        Unexpected,  ///< something else stands where a comma, a colon or the like should
        EndsEarly,
        TooLarge, ///< an element of the list is larger than the cap
    };
    struct Error
    {
        Trouble trouble = Trouble::Unexpected;
        FilePlace place;
        QString detail;     ///< the system's words, of CannotRead
        QByteArray begun{}; ///< what there is of the value that is not whole; may be empty
        FilePlace begunAt{};
    };
    struct Piece
    {
        QString name;           ///< the member's
        bool isElement = false; ///< of the member that is the list; else the member's whole value
        QByteArray json;        ///< empty for a member too large to be one that is looked for
        FilePlace place;        ///< where `json` begins
    };

    /// What a file may be as a whole.
    enum class Whole : quint8 {
        Object,
        ObjectOrList, ///< or the bare list, whose elements then come under the list's name
    };

    /// `list` is the name of the member whose elements are wanted. The device must be open and
    /// outlive this. `cap` is what an element may take, in bytes.
    JsonPieces(QIODevice &device, QString list, qint64 cap, Whole whole = Whole::Object);

    /// The next piece; nullopt once the object is closed and nothing follows it.
    [[nodiscard]] support::Expected<std::optional<Piece>, Error> next();
    /// Whether the list was there, be it empty.
    [[nodiscard]] bool hadList() const { return m_hadList; }

private:
    static constexpr qint64 memberCap = 64 * 1024;

    enum class At : quint8 { Start, FirstMember, NextMember, FirstElement, NextElement, End };
    using Step = support::Expected<support::Done, Error>;

    /// Reads on if need be; nullopt at the end of the file, or where it cannot be read.
    [[nodiscard]] std::optional<char> peek();
    char take();
    [[nodiscard]] std::optional<char> peekPastSpace();
    [[nodiscard]] support::Unexpected<Error> unexpected() const;
    [[nodiscard]] Step expect(char character);
    [[nodiscard]] support::Expected<QByteArray, Error> takeValue(qint64 cap, bool refuseLarger);
    [[nodiscard]] support::Unexpected<Error> brokenValue(const QByteArray &begun,
                                                         const FilePlace &begunAt) const;
    [[nodiscard]] support::Expected<std::optional<Piece>, Error> member();
    [[nodiscard]] support::Expected<std::optional<Piece>, Error> element();
    [[nodiscard]] support::Expected<std::optional<Piece>, Error> close();

    QIODevice &m_device;
    QString m_list;
    qint64 m_cap;
    bool m_mayBeList;
    bool m_isList = false; ///< bare, without an object around it
    QByteArray m_chunk;
    qsizetype m_next = 0; ///< in m_chunk
    FilePlace m_place;    ///< of what is next
    At m_at = At::Start;
    bool m_hadList = false;
    bool m_failed = false; ///< the device, with its errorString()
};

} // namespace exchange
