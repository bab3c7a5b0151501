#include "app/exchange/recordreader.h"

#include "app/exchange/recordjson.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace exchange {

using namespace Qt::StringLiterals;
using api::Fields;
using api::Problems;
using history::Record;
using support::Done;
using support::Expected;
using support::Unexpected;

namespace {

constexpr QLatin1StringView records{"records"};

FilePlace after(FilePlace place, QByteArrayView bytes)
{
    for (const char byte : bytes) {
        ++place.column;
        if (byte == '\n') {
            ++place.line;
            place.column = 1;
        }
    }
    return place;
}

ReadError wrongFields(const FilePlace &place, Problems &problems)
{
    api::Error holder;
    problems.moveInto(holder);
    return {ReadErrorKind::WrongFields, place, {}, holder.problems, holder.problemCount};
}

/// Where Qt's parser stumbled over JSON that was put into a list.
FilePlace placeOf(const QJsonParseError &error, const QByteArray &json, const FilePlace &place)
{
    // Its offset counts the bracket, and is mostly one past what it stumbled over.
    const qsizetype offset = std::clamp<qsizetype>(error.offset - 2, 0, json.size());
    return after(place, QByteArrayView(json).first(offset));
}

ReadError errorOf(const JsonPieces::Error &error)
{
    const auto kind = [&error] {
        switch (error.trouble) {
        case JsonPieces::Trouble::CannotRead:
            return ReadErrorKind::CannotRead;
        case JsonPieces::Trouble::NotAnObject:
            return ReadErrorKind::Foreign;
        case JsonPieces::Trouble::Unexpected:
            return ReadErrorKind::NotJson;
        case JsonPieces::Trouble::EndsEarly:
            return ReadErrorKind::EndsEarly;
        case JsonPieces::Trouble::TooLarge:
            return ReadErrorKind::TooLarge;
        }
        Q_UNREACHABLE();
    };
    ReadError read{kind(), error.place, error.detail, {}, 0};
    // A lost brace shows where the next record begins, which may be long before the brackets of
    // the whole no longer fit. What stands at the very end may merely be cut off.
    constexpr qsizetype longestToken = 16;
    const qsizetype told = error.trouble == JsonPieces::Trouble::EndsEarly
                               ? error.begun.size() - longestToken
                               : error.begun.size();
    QJsonParseError parse;
    (void)QJsonDocument::fromJson('[' + error.begun, &parse);
    if (parse.error != QJsonParseError::NoError && parse.offset <= told) {
        read.kind = ReadErrorKind::NotJson;
        read.place = placeOf(parse, error.begun, error.begunAt);
        read.detail = parse.errorString();
    }
    return read;
}

/// `piece` as the only element of a list, since Qt's parser takes no bare text or number.
Expected<QJsonValue, ReadError> valueOf(const JsonPieces::Piece &piece)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson('[' + piece.json + ']', &error);
    if (error.error != QJsonParseError::NoError) {
        return Unexpected{ReadError{ReadErrorKind::NotJson,
                                    placeOf(error, piece.json, piece.place),
                                    error.errorString(),
                                    {},
                                    0}};
    }
    return document.array().at(0);
}

} // namespace

RecordReader::RecordReader(QIODevice &device, qint64 recordCap)
    : m_pieces(device, records, recordCap)
{
}

Expected<std::optional<Record>, ReadError> RecordReader::next()
{
    while (true) {
        auto piece = m_pieces.next();
        if (!piece) {
            return Unexpected{errorOf(piece.error())};
        }
        if (!*piece) {
            if (auto whole = checkWhole(); !whole) {
                return Unexpected{whole.error()};
            }
            return std::optional<Record>();
        }
        if ((*piece)->isElement) {
            auto record = readRecord(**piece);
            if (!record) {
                return Unexpected{judged(record.error())};
            }
            return std::optional(*std::move(record));
        }
        if (auto member = readMember(**piece); !member) {
            return Unexpected{member.error()};
        }
    }
}

Expected<Record, ReadError> RecordReader::readRecord(const JsonPieces::Piece &piece)
{
    const qint64 index = m_count++;
    const auto value = valueOf(piece);
    if (!value) {
        return Unexpected{value.error()};
    }
    Problems problems;
    const QString path = u"%1[%2]"_s.arg(records).arg(index);
    Record record;
    if (value->isObject()) {
        record = recordFromJson(value->toObject(), path, problems);
    } else {
        problems.add(path, api::notAnObject);
    }
    if (!problems.isEmpty()) {
        return Unexpected{wrongFields(piece.place, problems)};
    }
    return record;
}

RecordReader::Checked RecordReader::readMember(const JsonPieces::Piece &piece)
{
    if (piece.json.isEmpty()) {
        return Done{}; // too large to be one of ours
    }
    const auto value = valueOf(piece);
    if (!value) {
        return Unexpected{value.error()};
    }
    m_members.insert(piece.name, *value);
    return checkKind();
}

RecordReader::Checked RecordReader::checkKind() const
{
    const QJsonValue format = m_members.value("format"_L1);
    if (!format.isUndefined() && format != QJsonValue(historyFormat)) {
        return Unexpected{ReadError{ReadErrorKind::Foreign, {}, {}, {}, 0}};
    }
    const auto version = api::wholeNumber<qint64>(m_members.value("version"_L1));
    if (!format.isUndefined() && version && *version > historyVersion) {
        return Unexpected{ReadError{ReadErrorKind::NewerVersion, {}, {}, {}, 0}};
    }
    return Done{};
}

RecordReader::Checked RecordReader::checkWhole() const
{
    if (!m_members.contains("format"_L1)) {
        return Unexpected{ReadError{ReadErrorKind::Foreign, {}, {}, {}, 0}};
    }
    Problems problems;
    const Fields fields(m_members, problems);
    if (fields.requiredNumber<qint32>("version"_L1) < 1 && problems.isEmpty()) {
        fields.wrong(u"version"_s, api::notWhole);
    }
    if (!m_pieces.hadList()) {
        fields.wrong(records, m_members.contains(records) ? api::notAList : api::missing);
    }
    if (!problems.isEmpty()) {
        return Unexpected{wrongFields({}, problems)};
    }
    return Done{};
}

ReadError RecordReader::judged(const ReadError &error)
{
    if (error.kind != ReadErrorKind::WrongFields) {
        return error;
    }
    while (!m_members.contains("format"_L1) || !m_members.contains("version"_L1)) {
        const auto piece = m_pieces.next();
        if (!piece) {
            return error;
        }
        if (!*piece) {
            const auto whole = checkWhole();
            return whole || whole.error().kind == ReadErrorKind::WrongFields ? error
                                                                             : whole.error();
        }
        if ((*piece)->isElement) {
            continue;
        }
        if (const auto member = readMember(**piece); !member) {
            return member.error().kind == ReadErrorKind::NotJson ? error : member.error();
        }
    }
    return error;
}

} // namespace exchange
