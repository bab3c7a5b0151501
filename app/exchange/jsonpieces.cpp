#include "app/exchange/jsonpieces.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace exchange {

using namespace Qt::StringLiterals;
using support::Done;
using support::Expected;
using support::Unexpected;

namespace {

constexpr qint64 chunkSize = 64 * 1024;

bool isSpace(char character)
{
    return character == ' ' || character == '\n' || character == '\r' || character == '\t';
}

/// What ends a number, true, false or null.
bool endsScalar(char character)
{
    return isSpace(character) || character == ',' || character == ']' || character == '}' ||
           character == ':';
}

} // namespace

JsonPieces::JsonPieces(QIODevice &device, QString list, qint64 cap, Whole whole)
    : m_device(device)
    , m_list(std::move(list))
    , m_cap(cap)
    , m_mayBeList(whole == Whole::ObjectOrList)
{
}

std::optional<char> JsonPieces::peek()
{
    if (m_next == m_chunk.size()) {
        m_chunk.resize(chunkSize);
        const qint64 size = m_device.read(m_chunk.data(), chunkSize);
        m_failed = m_failed || size < 0;
        m_chunk.resize(std::max<qint64>(0, size));
        m_next = 0;
    }
    return m_next < m_chunk.size() ? std::optional(m_chunk.at(m_next)) : std::nullopt;
}

char JsonPieces::take()
{
    const char character = m_chunk.at(m_next++);
    ++m_place.column;
    if (character == '\n') {
        ++m_place.line;
        m_place.column = 1;
    }
    return character;
}

std::optional<char> JsonPieces::peekPastSpace()
{
    std::optional<char> character = peek();
    while (character && isSpace(*character)) {
        take();
        character = peek();
    }
    return character;
}

Unexpected<JsonPieces::Error> JsonPieces::unexpected() const
{
    if (m_failed) {
        return Unexpected{Error{Trouble::CannotRead, m_place, m_device.errorString()}};
    }
    const bool atEnd = m_next == m_chunk.size();
    return Unexpected{Error{atEnd ? Trouble::EndsEarly : Trouble::Unexpected, m_place, {}}};
}

JsonPieces::Step JsonPieces::expect(char character)
{
    if (peekPastSpace() != character) {
        return unexpected();
    }
    take();
    return Done{};
}

Unexpected<JsonPieces::Error> JsonPieces::brokenValue(const QByteArray &begun,
                                                      const FilePlace &begunAt) const
{
    Unexpected<Error> broken = unexpected();
    broken.error.begun = begun;
    broken.error.begunAt = begunAt;
    return broken;
}

Expected<QByteArray, JsonPieces::Error> JsonPieces::takeValue(qint64 cap, bool refuseLarger)
{
    const FilePlace begunAt = m_place;
    const std::optional<char> first = peek();
    if (!first || endsScalar(*first)) {
        return unexpected();
    }
    const bool isScalar = *first != '{' && *first != '[' && *first != '"';
    QByteArray value;
    QByteArray closers; // what is still to come, the next one last
    bool tooLarge = false;
    bool quoted = false;
    bool escaped = false;
    for (bool done = false; !done;) {
        const std::optional<char> next = peek();
        if (isScalar && (!next || endsScalar(*next)) && !m_failed) {
            break;
        }
        const bool closes = next && !quoted && (*next == '}' || *next == ']');
        if (!next || (quoted && *next == '\n') || (closes && !closers.endsWith(*next))) {
            return brokenValue(value, begunAt);
        }
        if (quoted) {
            quoted = escaped || *next != '"';
            escaped = !escaped && *next == '\\';
        } else if (*next == '"') {
            quoted = true;
        } else if (*next == '{' || *next == '[') {
            closers.append(*next == '{' ? '}' : ']');
        } else if (closes) {
            closers.chop(1);
        }
        tooLarge = tooLarge || value.size() >= cap;
        if (tooLarge && refuseLarger) {
            return Unexpected{Error{Trouble::TooLarge, begunAt, {}}};
        }
        if (!tooLarge) {
            value.append(*next);
        }
        take();
        done = !isScalar && !quoted && closers.isEmpty();
    }
    return tooLarge ? QByteArray() : value;
}

Expected<std::optional<JsonPieces::Piece>, JsonPieces::Error> JsonPieces::next()
{
    switch (m_at) {
    case At::Start:
        for (const char mark : {'\xef', '\xbb', '\xbf'}) { // some editors begin with a BOM
            if (peek() == mark) {
                take();
            }
        }
        if (m_mayBeList && peekPastSpace() == '[') {
            take();
            m_isList = m_hadList = true;
            m_at = At::FirstElement;
            return next();
        }
        if (peekPastSpace() != '{') {
            return m_failed ? unexpected() : Unexpected{Error{Trouble::NotAnObject, m_place, {}}};
        }
        take();
        m_at = At::FirstMember;
        return next();
    case At::FirstMember:
        return peekPastSpace() == '}' ? close() : member();
    case At::NextMember:
        if (peekPastSpace() == '}') {
            return close();
        }
        if (auto comma = expect(','); !comma) {
            return Unexpected{comma.error()};
        }
        return member();
    case At::FirstElement:
    case At::NextElement:
        if (peekPastSpace() == ']' && m_isList) {
            return close();
        }
        if (peekPastSpace() == ']') {
            take();
            m_at = At::NextMember;
            return next();
        }
        if (auto comma = m_at == At::NextElement ? expect(',') : Step(Done{}); !comma) {
            return Unexpected{comma.error()};
        }
        return element();
    case At::End:
        return std::optional<Piece>();
    }
    Q_UNREACHABLE();
}

Expected<std::optional<JsonPieces::Piece>, JsonPieces::Error> JsonPieces::member()
{
    if (peekPastSpace() != '"') {
        return unexpected();
    }
    const auto name = takeValue(memberCap, false);
    if (!name) {
        return Unexpected{name.error()};
    }
    if (auto colon = expect(':'); !colon) {
        return Unexpected{colon.error()};
    }
    const std::optional<char> first = peekPastSpace();
    Piece piece;
    piece.name = QJsonDocument::fromJson('[' + *name + ']').array().at(0).toString();
    piece.place = m_place;
    if (first == '[' && piece.name == m_list) {
        take();
        m_hadList = true;
        m_at = At::FirstElement;
        return next();
    }
    auto value = takeValue(memberCap, false);
    if (!value) {
        return Unexpected{value.error()};
    }
    piece.json = *std::move(value);
    m_at = At::NextMember;
    return std::optional(std::move(piece));
}

Expected<std::optional<JsonPieces::Piece>, JsonPieces::Error> JsonPieces::element()
{
    (void)peekPastSpace();
    Piece piece{m_list, true, {}, m_place};
    auto value = takeValue(m_cap, true);
    if (!value) {
        return Unexpected{value.error()};
    }
    piece.json = *std::move(value);
    m_at = At::NextElement;
    return std::optional(std::move(piece));
}

Expected<std::optional<JsonPieces::Piece>, JsonPieces::Error> JsonPieces::close()
{
    take();
    if (peekPastSpace() || m_failed) {
        return unexpected();
    }
    m_at = At::End;
    return std::optional<Piece>();
}

} // namespace exchange
