#pragma once

#include "app/support/expected.h"

#include <QByteArrayView>

#include <memory>

namespace exchange {

/// Takes CSV apart into cells, in pieces of any size; libcsv does it. Lines end with LF, CRLF or
/// CR. A cell in double quotes may hold separators, line breaks and, doubled, quotes, and is taken
/// as it is; of any other, the spaces and tabs around it go, and quotes within it are text. Bytes
/// are not looked at otherwise, so any encoding that has ASCII in it will do.
class CsvCells
{
public:
    enum class Trouble : quint8 {
        TextAfterQuote, ///< behind a closing quote something else than a separator stands
        QuoteNeverEnds, ///< line() is where it began
        TooLarge,       ///< a cell, or there is no memory for it
    };
    using Checked = support::Expected<support::Done, Trouble>;

    /// Is told what is found, while feed() and end() run.
    class Sink
    {
    public:
        virtual ~Sink() = default;
        /// The text is gone afterwards. `line`: where the cell begins.
        virtual void cell(QByteArrayView text, qint64 line) = 0;
        /// All cells of the line were told. An empty line has none and is not told.
        virtual void endLine() = 0;
    };

    /// The sink must outlive this. `firstLine`: the number of what is fed first. A cell may be
    /// larger than `cellCap` bytes by one piece.
    CsvCells(char separator, Sink &sink, qint64 firstLine = 1, qsizetype cellCap = 1024 * 1024);
    ~CsvCells();
    Q_DISABLE_COPY_MOVE(CsvCells)

    /// After trouble there is nothing more to feed.
    [[nodiscard]] Checked feed(QByteArrayView bytes);
    /// The last line need not have an end.
    [[nodiscard]] Checked end();

    /// The line that was reached.
    [[nodiscard]] qint64 line() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace exchange
