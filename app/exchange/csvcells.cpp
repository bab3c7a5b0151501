#include "app/exchange/csvcells.h"

#include <csv.h>

#include <new>

namespace exchange {

using support::Done;
using support::Unexpected;

namespace {

// Strict, since a quote that was closed by mistake would otherwise swallow the lines up to the next
// one without a word. Each end of a line, since they are counted.
constexpr unsigned char options = CSV_STRICT | CSV_REPALL_NL;
constexpr size_t bufferStep = 64 * 1024;

/// CRLF is one, as LF and CR are.
qint64 lineBreaksIn(QByteArrayView text)
{
    // Most cells have none, and looking at all of a cell without a branch is faster.
    bool any = false;
    for (const char character : text) {
        any |= (character == '\n') | (character == '\r');
    }
    if (!any) {
        return 0;
    }
    qint64 count = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char character = text[i];
        if (character == '\n' ||
            (character == '\r' && (i + 1 == text.size() || text[i + 1] != '\n'))) {
            ++count;
        }
    }
    return count;
}

} // namespace

struct CsvCells::State
{
    explicit State(Sink &told)
        : sink(told)
    {
    }

    static void onCell(void *text, size_t size, void *state)
    {
        static_cast<State *>(state)->cell({static_cast<const char *>(text), qsizetype(size)});
    }
    static void onEnd(int character, void *state) { static_cast<State *>(state)->end(character); }

    void cell(QByteArrayView text)
    {
        inLine = true;
        afterReturn = false;
        sink.cell(text, line);
        line += lineBreaksIn(text);
    }
    void end(int character)
    {
        const bool secondHalf = character == '\n' && afterReturn;
        line += secondHalf || character == -1 ? 0 : 1; // -1: the end of the file
        afterReturn = character == '\r';
        if (inLine) {
            inLine = false;
            sink.endLine();
        }
    }

    csv_parser parser{};
    Sink &sink;
    size_t cellCap = 0;
    qint64 line = 1; ///< of what was not told yet
    bool inLine = false;
    bool afterReturn = false;
};

CsvCells::CsvCells(char separator, Sink &sink, qint64 firstLine, qsizetype cellCap)
    : m_state(std::make_unique<State>(sink))
{
    m_state->line = firstLine;
    m_state->cellCap = size_t(cellCap);
    csv_init(&m_state->parser, options); // fails for a null pointer only
    csv_set_delim(&m_state->parser, static_cast<unsigned char>(separator));
    csv_set_blk_size(&m_state->parser, bufferStep);
}

CsvCells::~CsvCells()
{
    csv_free(&m_state->parser);
}

CsvCells::Checked CsvCells::feed(QByteArrayView bytes)
{
    csv_parser &parser = m_state->parser;
    const auto parse = [this, &parser](QByteArrayView piece) {
        return qsizetype(csv_parse(&parser, piece.data(), size_t(piece.size()), &State::onCell,
                                   &State::onEnd, m_state.get()));
    };
    while (true) {
        bytes = bytes.sliced(parse(bytes));
        if (parser.entry_pos > m_state->cellCap) {
            return Unexpected{Trouble::TooLarge};
        }
        if (bytes.isEmpty()) {
            return Done{};
        }
        if (csv_error(&parser) != CSV_EPARSE) {
            return Unexpected{Trouble::TooLarge};
        }
        if (parser.quoted != 0) {
            return Unexpected{Trouble::TextAfterQuote};
        }
        // A quote in a cell that did not begin with one: 5" is no mistake.
        csv_set_opts(&parser, options & ~CSV_STRICT);
        bytes = bytes.sliced(parse(bytes.first(1)));
        csv_set_opts(&parser, options);
    }
}

CsvCells::Checked CsvCells::end()
{
    csv_set_opts(&m_state->parser, options | CSV_STRICT_FINI);
    if (csv_fini(&m_state->parser, &State::onCell, &State::onEnd, m_state.get()) != 0) {
        return Unexpected{Trouble::QuoteNeverEnds};
    }
    return Done{};
}

qint64 CsvCells::line() const
{
    const csv_parser &parser = m_state->parser;
    // What is kept of a cell that has not ended; after end() it is where that cell began.
    const bool atEnd = (parser.options & CSV_STRICT_FINI) != 0;
    return m_state->line + (atEnd ? 0
                                  : lineBreaksIn({reinterpret_cast<const char *>(parser.entry_buf),
                                                  qsizetype(parser.entry_pos)}));
}

} // namespace exchange
