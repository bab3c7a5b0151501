#pragma once

#include "tests/bench/ratio.h"

#include <QProcess>
#include <QString>

#include <cstdio>
#include <cstdlib>
#include <vector>

#include <sys/resource.h>

namespace bench {

/// Runs the sqlite3 command line on a file; ends the program where that fails.
inline QByteArray runSqlite(const QString &file, const QByteArray &script)
{
    using namespace Qt::StringLiterals;
    QProcess sqlite;
    sqlite.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    sqlite.start(u"sqlite3"_s, {u"-readonly"_s, u"-bail"_s, file});
    sqlite.write(script);
    sqlite.closeWriteChannel();
    if (!sqlite.waitForFinished(-1) || sqlite.exitCode() != 0) {
        std::fprintf(stderr, "sqlite3 has failed.\n");
        std::exit(EXIT_FAILURE);
    }
    return sqlite.readAllStandardOutput();
}

/// Microseconds of processor time that the query takes there, by its own timer: the median of some
/// runs in one session, of which the first is not counted.
inline double sqliteCost(const QString &file, const QByteArray &query, int runs)
{
    const QByteArray said =
        runSqlite(file, ".timer on\n.output /dev/null\n" + (query + ";\n").repeated(runs + 1));
    std::vector<double> costs;
    for (const QByteArray &line : said.split('\n')) {
        double user = 0;
        double system = 0;
        if (std::sscanf(line.constData(), "Run Time: real %*f user %lf sys %lf", &user, &system) ==
            2) {
            costs.push_back((user + system) * 1e6);
        }
    }
    if (costs.size() != std::size_t(runs) + 1) {
        std::fprintf(stderr, "sqlite3 has not timed each query.\n");
        std::exit(EXIT_FAILURE);
    }
    costs.erase(costs.begin());
    return median(std::move(costs));
}

/// Microseconds of processor time from the start of the command line to its end.
inline double sqliteCostWithStart(const QString &file, const QByteArray &query)
{
    const auto ofChildren = [] {
        rusage usage{};
        getrusage(RUSAGE_CHILDREN, &usage);
        return double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e6 +
               double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec);
    };
    const double before = ofChildren();
    runSqlite(file, query + ";\n");
    return ofChildren() - before;
}

} // namespace bench
