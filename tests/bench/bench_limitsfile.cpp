#include "app/exchange/limitsreader.h"
#include "tests/bench/ratio.h"

#include <csv.h>

#include <QBuffer>

#include <cstdlib>
#ifdef __GLIBC__
#include <malloc.h>
#endif

// A million lines are read in at most three times what libcsv alone takes to find their cells, and
// memory grows as the file does.

namespace {

constexpr int lineCount = 1'000'000;

QByteArray file(int lines)
{
    static const char *const categories[] = {"HUBSPOT_DEFINED", "USER_DEFINED", "WORK"};
    QByteArray bytes = "Label,Category,Type ID,Now,New limit\r\n";
    for (int i = 1; i <= lines; ++i) {
        const QByteArray number = QByteArray::number(i);
        bytes += "Contact of branch " + number + ',' + categories[i / 1000 % 3] + ',' + number +
                 ",Many," + QByteArray::number(i % 100 + 1) + "\r\n";
    }
    return bytes;
}

struct Counts
{
    qint64 cells = 0;
    qint64 lines = 0;
};

Counts countByLibcsv(const QByteArray &bytes)
{
    Counts counts;
    csv_parser parser;
    csv_init(&parser, 0);
    constexpr qsizetype step = 256 * 1024;
    const auto onCell = [](void *, size_t, void *data) { ++static_cast<Counts *>(data)->cells; };
    const auto onLine = [](int, void *data) { ++static_cast<Counts *>(data)->lines; };
    for (qsizetype at = 0; at < bytes.size(); at += step) {
        const qsizetype size = std::min(step, bytes.size() - at);
        csv_parse(&parser, bytes.constData() + at, size_t(size), onCell, onLine, &counts);
    }
    csv_fini(&parser, onCell, onLine, &counts);
    csv_free(&parser);
    return counts;
}

exchange::LimitsRows read(QByteArray bytes)
{
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    exchange::LimitsReader reader(buffer);
    return reader.readAll() ? reader.takeRows() : exchange::LimitsRows();
}

double inUse()
{
#ifdef __GLIBC__
    const struct mallinfo2 info = mallinfo2();
    return double(info.uordblks + info.hblkhd);
#else
    return 0;
#endif
}

/// What the rows of a file hold in memory, for each of them.
double memoryOfLine(int lines)
{
    const QByteArray bytes = file(lines);
    const double before = inUse();
    const exchange::LimitsRows rows = read(bytes);
    const double held = std::max(inUse() - before, double(rows.bytes()));
    std::printf("%d lines of %.0f bytes each take %.1f bytes each\n", lines,
                double(bytes.size()) / lines, held / lines);
    return held / lines;
}

} // namespace

int main()
{
    const QByteArray bytes = file(lineCount);
    const Counts counts = countByLibcsv(bytes);
    const exchange::LimitsRows rows = read(bytes);
    if (counts.lines != lineCount + 1 || counts.cells != 5 * counts.lines ||
        rows.size() != lineCount || rows.errorCount() > 0) {
        std::fputs("the file is not read as it is\n", stderr);
        return EXIT_FAILURE;
    }
    qint64 sum = 0; // printed, so that nothing is left out for having no effect
    const double ratio = bench::ratioOf(
        9, [&] { sum += read(bytes).size(); }, [&] { sum += countByLibcsv(bytes).cells; });
    const double little = memoryOfLine(lineCount / 10);
    const double much = memoryOfLine(lineCount);
    std::printf("(%lld rows and cells)\n", static_cast<long long>(sum));
    const bool fast = bench::report("read 1,000,000 lines of limits", ratio, "libcsv alone", 3);
    const bool linear = bench::report("memory of one of 1,000,000 lines", much / little,
                                      "that of one of 100,000", 1.1);
    return fast && linear ? EXIT_SUCCESS : EXIT_FAILURE;
}
