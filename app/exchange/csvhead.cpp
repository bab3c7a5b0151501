#include "app/exchange/csvhead.h"

#include "app/exchange/csvcells.h"
#include "app/limits/rules.h"

#include <algorithm>
#include <utility>

namespace exchange {

namespace {

/// The cells of the first line that has any text.
class FirstLine final : public CsvCells::Sink
{
public:
    void cell(QByteArrayView text, qint64 line) override
    {
        if (!m_done) {
            m_line = m_cells.isEmpty() ? line : m_line;
            m_cells.append(QString::fromUtf8(text));
        }
    }
    void endLine() override
    {
        m_done = m_done ||
                 std::ranges::any_of(m_cells, [](const QString &cell) { return !cell.isEmpty(); });
        if (!m_done) {
            m_cells.clear();
        }
    }
    [[nodiscard]] QStringList cells() const { return m_done ? m_cells : QStringList(); }
    [[nodiscard]] qint64 line() const { return m_line; }

private:
    QStringList m_cells;
    qint64 m_line = 1;
    bool m_done = false;
};

bool isNumber(const QString &cell)
{
    bool isNumber = false;
    cell.toLongLong(&isNumber);
    return isNumber;
}

} // namespace

CsvFirstLine csvFirstLine(QByteArrayView head, char separator, bool isWhole, qint64 number)
{
    FirstLine line;
    CsvCells cells(separator, line, number);
    // Trouble further down is told when the lines are read.
    if (cells.feed(head) && isWhole) {
        static_cast<void>(cells.end());
    }
    return {line.cells(), line.line()};
}

CsvColumns csvColumns(const QStringList &first)
{
    CsvColumns found;
    if (std::ranges::none_of(first, isNumber)) {
        found.named = true;
        std::ranges::transform(first, std::back_inserter(found.columns), limitsColumnCalled);
        if (std::ranges::none_of(found.columns, [](const auto &column) { return bool(column); })) {
            found.columns.clear();
        }
        return found;
    }
    const bool endsWithLimit = !first.isEmpty() && limits::parseLimit(first.back());
    if (!endsWithLimit || !isNumber(first.front())) {
        return found;
    }
    if (first.size() == 2) {
        found.columns = {LimitsColumn::TypeId, LimitsColumn::Limit};
    } else if (first.size() == 3 && (first[1].isEmpty() || limits::parseCategory(first[1]))) {
        found.columns = {LimitsColumn::TypeId, LimitsColumn::Category, LimitsColumn::Limit};
    }
    return found;
}

char csvSeparator(QByteArrayView head, bool isWhole)
{
    using Score = std::pair<std::ptrdiff_t, qsizetype>;
    char best = ',';
    Score most{-1, -1};
    for (const char separator : {'\t', ';', ','}) {
        const QStringList first = csvFirstLine(head, separator, isWhole).cells;
        const auto known = std::ranges::count_if(csvColumns(first).columns,
                                                 [](const auto &column) { return bool(column); });
        if (const Score score{known, first.size()}; score > most) {
            best = separator;
            most = score;
        }
    }
    return best;
}

std::optional<char> saidCsvSeparator(QByteArrayView head)
{
    constexpr qsizetype place = 4;
    if (head.startsWith("sep=") && head.size() > place + 1 &&
        (head[place + 1] == '\r' || head[place + 1] == '\n') &&
        QByteArrayView(",;\t").contains(head[place])) {
        return head[place];
    }
    return std::nullopt;
}

} // namespace exchange
