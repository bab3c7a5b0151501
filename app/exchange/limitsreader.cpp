#include "app/exchange/limitsreader.h"

#include "app/api/jsonfields.h"
#include "app/exchange/csvhead.h"
#include "app/exchange/csvtext.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace exchange {

using namespace Qt::StringLiterals;
using support::Done;
using support::Expected;
using support::Unexpected;

namespace {

// What takes a few milliseconds.
constexpr qint64 sliceSize = 256 * 1024;
constexpr int sliceObjects = 2000;

constexpr qsizetype headSize = 64 * 1024; ///< the first line is in it, or it is no header
constexpr qint64 objectCap = 1024 * 1024;
constexpr QLatin1StringView listName{"inputs"};

Unexpected<LimitsFileError> refused(LimitsFileTrouble trouble, qint64 line = 1,
                                    const QString &detail = {}, const QStringList &columns = {})
{
    return Unexpected{LimitsFileError{trouble, {line, 1}, detail, columns}};
}

LimitsFileTrouble troubleOf(CsvCells::Trouble trouble)
{
    switch (trouble) {
    case CsvCells::Trouble::TextAfterQuote:
        return LimitsFileTrouble::TextAfterQuote;
    case CsvCells::Trouble::QuoteNeverEnds:
        return LimitsFileTrouble::QuoteNeverEnds;
    case CsvCells::Trouble::TooLarge:
        return LimitsFileTrouble::TooLarge;
    }
    Q_UNREACHABLE();
}

LimitsFileError errorOf(const JsonPieces::Error &error)
{
    const auto trouble = [&error] {
        switch (error.trouble) {
        case JsonPieces::Trouble::CannotRead:
            return LimitsFileTrouble::CannotRead;
        case JsonPieces::Trouble::NotAnObject:
            return LimitsFileTrouble::NoList;
        case JsonPieces::Trouble::Unexpected:
            return LimitsFileTrouble::NotJson;
        case JsonPieces::Trouble::EndsEarly:
            return LimitsFileTrouble::EndsEarly;
        case JsonPieces::Trouble::TooLarge:
            return LimitsFileTrouble::TooLarge;
        }
        Q_UNREACHABLE();
    };
    return {trouble(), error.place, error.detail};
}

/// The piece as the only element of a list, since Qt's parser takes no bare text or number.
Expected<QJsonValue, LimitsFileError> valueOf(const JsonPieces::Piece &piece)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson('[' + piece.json + ']', &error);
    if (error.error != QJsonParseError::NoError) {
        return Unexpected{
            LimitsFileError{LimitsFileTrouble::NotJson, piece.place, error.errorString()}};
    }
    return document.array().at(0);
}

/// Without a branch, since most cells are short.
bool isAscii(QByteArrayView text)
{
    uchar all = 0;
    for (const char character : text) {
        all |= uchar(character);
    }
    return all < 0x80;
}

/// Whether the file begins as JSON does: no header begins so.
bool looksLikeJson(QByteArrayView begin)
{
    if (begin.startsWith(utf8Bom)) {
        begin = begin.sliced(3);
    }
    const QByteArrayView text = begin.trimmed();
    return text.startsWith('{') || text.startsWith('[');
}

} // namespace

/// Takes the cells of a line to the rows.
class LimitsReader::Lines final : public CsvCells::Sink
{
public:
    struct Trouble
    {
        LimitsFileTrouble trouble;
        qint64 line;
    };

    Lines(LimitsRows &rows, CsvColumns columns)
        : m_rows(rows)
        , m_columns(std::move(columns))
    {
    }

    [[nodiscard]] const std::optional<Trouble> &trouble() const { return m_trouble; }

    void cell(QByteArrayView text, qint64 line) override
    {
        if (m_place == 0) {
            m_line = line;
        }
        const size_t place = m_place++;
        m_hasText = m_hasText || !text.isEmpty();
        if (m_columns.named || m_trouble || text.isEmpty()) {
            return;
        }
        if (place >= m_columns.columns.size()) {
            m_problems |= LineProblem::MoreCells;
        } else if (const auto column = m_columns.columns[place]) {
            add(*column, text, line);
        }
    }

    void endLine() override
    {
        if (m_hasText && m_columns.named) {
            m_columns.named = false; // that was the header
        } else if (m_hasText && !m_trouble) {
            m_rows.endRow(m_line, m_problems);
        }
        m_place = 0;
        m_hasText = false;
        m_problems = {};
    }

private:
    void add(LimitsColumn column, QByteArrayView text, qint64 line)
    {
        if (text.front() == '\'' && hasGuard(text)) {
            text = text.sliced(1);
        }
        if (text.size() > LimitsRows::longestText) {
            m_trouble = {LimitsFileTrouble::TooLarge, line};
        } else if (!isAscii(text) && !text.isValidUtf8()) {
            m_trouble = {LimitsFileTrouble::NotUtf8, line};
        } else {
            m_rows.addCell(column, text);
        }
    }

    LimitsRows &m_rows;
    CsvColumns m_columns; ///< `named` until the header has gone by
    size_t m_place = 0;
    qint64 m_line = 1;
    bool m_hasText = false;
    LineProblems m_problems;
    std::optional<Trouble> m_trouble;
};

LimitsReader::LimitsReader(QIODevice &device, ImportPair pair, qint64 sizeCap)
    : m_device(device)
    , m_pair(std::move(pair))
    , m_sizeCap(sizeCap)
{
}

LimitsReader::~LimitsReader() = default;

Expected<bool, LimitsFileError> LimitsReader::readSome()
{
    const auto step = [this]() -> Checked {
        switch (m_at) {
        case At::Start:
            return start();
        case At::Head:
        case At::Lines:
            return readCsv();
        case At::Json:
            return readJson();
        case At::End:
            return Done{};
        }
        Q_UNREACHABLE();
    };
    if (const auto done = step(); !done) {
        m_at = At::End;
        return Unexpected{done.error()};
    }
    return m_at != At::End;
}

Expected<Done, LimitsFileError> LimitsReader::readAll()
{
    while (true) {
        const auto more = readSome();
        if (!more) {
            return Unexpected{more.error()};
        }
        if (!*more) {
            return Done{};
        }
    }
}

LimitsReader::Checked LimitsReader::start()
{
    constexpr qint64 enough = 4096;
    if (m_device.size() > m_sizeCap) {
        return refused(LimitsFileTrouble::TooLarge);
    }
    const QByteArray begin = m_device.peek(enough);
    if (looksLikeJson(begin)) {
        m_rows = LimitsRows(m_pair, {LimitsColumn::TypeId, LimitsColumn::Category,
                                     LimitsColumn::Limit, LimitsColumn::Label, LimitsColumn::From,
                                     LimitsColumn::To, LimitsColumn::Direction});
        m_pieces.emplace(m_device, listName, objectCap, JsonPieces::Whole::ObjectOrList);
        m_at = At::Json;
        return Done{};
    }
    if (begin.startsWith("\xff\xfe") || begin.startsWith("\xfe\xff")) {
        m_decoder = QStringDecoder(QStringDecoder::Utf16);
    } else if (begin.startsWith(utf8Bom)) {
        m_device.skip(3);
    }
    m_at = At::Head;
    return Done{};
}

Expected<QByteArrayView, LimitsFileError> LimitsReader::nextText()
{
    while (true) {
        m_slice.resize(sliceSize);
        const qint64 size = m_device.read(m_slice.data(), sliceSize);
        if (size < 0 || (size == 0 && !m_device.atEnd())) {
            return refused(LimitsFileTrouble::CannotRead, 1, m_device.errorString());
        }
        const QByteArrayView bytes = QByteArrayView(m_slice).first(size);
        if (!m_decoder.isValid()) {
            return bytes;
        }
        const QString text = m_decoder.decode(bytes);
        if (!text.isEmpty() || size == 0) {
            m_slice = text.toUtf8();
            return QByteArrayView(m_slice);
        }
    }
}

LimitsReader::Checked LimitsReader::readCsv()
{
    const auto text = nextText();
    if (!text) {
        return Unexpected{text.error()};
    }
    const bool isEnd = text->isEmpty();
    if (const qsizetype zero = text->indexOf('\0'); zero >= 0) {
        return refuseZero(text->first(zero));
    }
    if (m_at == At::Head) {
        m_head.append(*text);
        if (m_head.size() < headSize && !isEnd) {
            return Done{};
        }
        if (const auto read = readHead(isEnd); !read) {
            return read;
        }
    } else if (const auto fed = feed(*text); !fed) {
        return fed;
    }
    if (!isEnd) {
        return Done{};
    }
    if (const auto ended = m_cells->end(); !ended) {
        return refused(troubleOf(ended.error()), m_cells->line());
    }
    if (const auto fed = feed({}); !fed) { // the last line may only have been told now
        return fed;
    }
    m_rows.finish();
    m_at = At::End;
    return Done{};
}

LimitsReader::Checked LimitsReader::refuseZero(QByteArrayView before)
{
    if (m_at == At::Head) {
        const auto lines = std::ranges::count(m_head, '\n') + std::ranges::count(before, '\n');
        return refused(LimitsFileTrouble::NotText, lines + 1);
    }
    const auto fed = feed(before);
    return fed ? Checked(refused(LimitsFileTrouble::NotText, m_cells->line())) : fed;
}

LimitsReader::Checked LimitsReader::readHead(bool isWhole)
{
    QByteArrayView head = m_head;
    const auto said = saidCsvSeparator(head);
    if (said) {
        const qsizetype lineSize = head.indexOf('\n') < 0 ? 6 : head.indexOf('\n') + 1;
        head = head.sliced(lineSize);
        m_firstLine = 2;
    }
    const char separator = said.value_or(csvSeparator(head, isWhole));
    const CsvFirstLine line = csvFirstLine(head, separator, isWhole, m_firstLine);
    const QStringList &first = line.cells;
    if (!first.isEmpty()) {
        if (const auto set = setColumns(first, line.line); !set) {
            return set;
        }
    } else {
        m_lines = std::make_unique<Lines>(m_rows, CsvColumns{});
    }
    m_cells.emplace(separator, *m_lines, m_firstLine);
    m_at = At::Lines;
    if (const auto fed = feed(head); !fed) {
        return fed;
    }
    if (first.isEmpty()) {
        const auto ended = isWhole ? m_cells->end() : CsvCells::Checked(Done{});
        return !ended    ? refused(troubleOf(ended.error()), m_cells->line())
               : isWhole ? refused(LimitsFileTrouble::Empty)
                         : refused(LimitsFileTrouble::TooLarge, m_firstLine);
    }
    m_rows.expect(m_device.size(), m_head.size());
    m_head = {};
    return Done{};
}

LimitsReader::Checked LimitsReader::setColumns(const QStringList &header, qint64 line)
{
    CsvColumns found = csvColumns(header);
    if (found.columns.empty()) {
        return refused(LimitsFileTrouble::NoKnownColumn, line, {}, header);
    }
    std::vector<LimitsColumn> order;
    for (qsizetype i = 0; i < header.size(); ++i) {
        const auto &column = found.columns[size_t(i)];
        if (!column) {
            m_ignored.append(header[i]);
        } else if (std::ranges::find(order, *column) != order.end()) {
            return refused(LimitsFileTrouble::ColumnTwice, line, header[i], header);
        } else {
            order.push_back(*column);
        }
    }
    if (std::ranges::find(order, LimitsColumn::TypeId) == order.end()) {
        return refused(LimitsFileTrouble::NoTypeId, line, {}, header);
    }
    if (std::ranges::find(order, LimitsColumn::Limit) == order.end()) {
        return refused(LimitsFileTrouble::NoLimit, line, {}, header);
    }
    m_rows = LimitsRows(m_pair, std::move(order));
    m_lines = std::make_unique<Lines>(m_rows, std::move(found));
    return Done{};
}

LimitsReader::Checked LimitsReader::feed(QByteArrayView text)
{
    const auto fed = m_cells->feed(text);
    if (const auto &trouble = m_lines->trouble()) {
        return refused(trouble->trouble, trouble->line);
    }
    if (!fed) {
        return refused(troubleOf(fed.error()), m_cells->line());
    }
    return Done{};
}

LimitsReader::Checked LimitsReader::readJson()
{
    for (int i = 0; i < sliceObjects; ++i) {
        const auto piece = m_pieces->next();
        if (!piece) {
            return Unexpected{errorOf(piece.error())};
        }
        if (!*piece) {
            if (!m_pieces->hadList()) {
                return refused(LimitsFileTrouble::NoList);
            }
            m_rows.finish();
            m_at = At::End;
            return Done{};
        }
        const auto read = (*piece)->isElement ? readElement(**piece) : readMember(**piece);
        if (!read) {
            return read;
        }
    }
    return Done{};
}

LimitsReader::Checked LimitsReader::readMember(const JsonPieces::Piece &piece)
{
    const bool isFormat = piece.name == "format"_L1;
    if (!isFormat && piece.name != "version"_L1) {
        return Done{};
    }
    const auto value = valueOf(piece);
    if (!value) {
        return Unexpected{value.error()};
    }
    if (isFormat) {
        m_format = *value;
    } else {
        m_version = api::wholeNumber<qint64>(*value).value_or(0);
    }
    if (!m_format.isUndefined() && m_format != QJsonValue(limitsFormat)) {
        return refused(LimitsFileTrouble::NoList);
    }
    return m_version > limitsVersion && !m_format.isUndefined()
               ? Checked(refused(LimitsFileTrouble::NewerVersion))
               : Checked(Done{});
}

LimitsReader::Checked LimitsReader::readElement(const JsonPieces::Piece &piece)
{
    const auto value = valueOf(piece);
    if (!value) {
        return Unexpected{value.error()};
    }
    if (!value->isObject()) {
        m_rows.endRow(piece.place.line, LineProblem::NotAnObject);
        return Done{};
    }
    std::array<QByteArray, limitsColumnCount> texts;
    LineProblems problems;
    const QJsonObject object = value->toObject();
    for (auto member = object.begin(); member != object.end(); ++member) {
        const auto column = columnCalled(member.key());
        const QByteArray text = column ? api::textOf(member.value()).toUtf8() : QByteArray();
        if (text.size() > LimitsRows::longestText) {
            return Unexpected{LimitsFileError{LimitsFileTrouble::TooLarge, piece.place}};
        }
        if (text.isEmpty()) {
            continue;
        }
        QByteArray &place = texts[size_t(*column)];
        problems.setFlag(LineProblem::TwoValues,
                         (problems & LineProblem::TwoValues) || !place.isEmpty());
        place = place.isEmpty() ? text : place;
    }
    for (size_t column = 0; column < texts.size(); ++column) {
        m_rows.addCell(LimitsColumn(column), texts[column]);
    }
    m_rows.endRow(piece.place.line, problems);
    return Done{};
}

std::optional<LimitsColumn> LimitsReader::columnCalled(const QString &name)
{
    constexpr qsizetype mostNames = 100;
    const auto known = m_columnsByName.constFind(name);
    if (known != m_columnsByName.cend()) {
        return *known;
    }
    if (m_columnsByName.size() >= mostNames) {
        m_columnsByName.clear();
    }
    return *m_columnsByName.insert(name, limitsColumnCalled(name));
}

} // namespace exchange
