#include "tests/bench/ratio.h"

#include <QCoreApplication>
#include <QDir>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <chrono>
#include <optional>

// The first painted window of the program against that of a minimal Qt Widgets program, both
// under an Xvfb of their own.

using namespace Qt::StringLiterals;

namespace {

constexpr int runs = 11;
constexpr double bound = 1.6;
constexpr int patience = 30'000; // ms

struct FirstPaint
{
    double milliseconds = 0;
    double mebibytes = 0;
};

struct Series
{
    std::vector<double> milliseconds;
    std::vector<double> mebibytes;

    void add(const FirstPaint &paint)
    {
        milliseconds.push_back(paint.milliseconds);
        mebibytes.push_back(paint.mebibytes);
    }
};

// Starts Xvfb on a free display and returns the display's name; empty when it does not start. It is
// not to begin anew whenever its last client has gone: the next program would wait for it, or now
// and then be refused.
QString startDisplay(QProcess &server)
{
    server.setStandardErrorFile(QProcess::nullDevice());
    server.start(u"Xvfb"_s, {u"-displayfd"_s, u"1"_s, u"-screen"_s, u"0"_s, u"1280x800x24"_s,
                             u"-nolisten"_s, u"tcp"_s, u"-noreset"_s});
    while (!server.canReadLine()) {
        if (!server.waitForReadyRead(patience)) {
            return {};
        }
    }
    return u':' + QString::fromLatin1(server.readLine().trimmed());
}

// The same empty home for both programs, and nobody's desktop settings or message bus.
QProcessEnvironment environmentFor(const QString &display, const QString &home)
{
    QProcessEnvironment environment;
    environment.insert(u"PATH"_s, qEnvironmentVariable("PATH"));
    environment.insert(u"LANG"_s, u"C.UTF-8"_s);
    environment.insert(u"HOME"_s, home);
    environment.insert(u"XDG_RUNTIME_DIR"_s, home);
    environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"disabled:"_s);
    environment.insert(u"DISPLAY"_s, display);
    environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
    environment.insert(u"LD_PRELOAD"_s, QStringLiteral(FIRST_PAINT_PROBE));
    return environment;
}

std::optional<FirstPaint> firstPaint(const QString &program, QProcessEnvironment environment)
{
    using namespace std::chrono;
    const auto now = duration_cast<nanoseconds>(steady_clock::now().time_since_epoch()).count();
    environment.insert(u"FIRST_PAINT_FROM"_s, QString::number(now));
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(program, {});
    const bool finished = process.waitForFinished(patience);
    const QString said = QString::fromUtf8(process.readAllStandardOutput());
    static const QRegularExpression line(u"^first paint ([0-9.]+) ms ([0-9.]+) MiB$"_s,
                                         QRegularExpression::MultilineOption);
    const QRegularExpressionMatch match = line.match(said);
    if (!finished || !match.hasMatch()) {
        std::fprintf(stderr, "%s has painted no window\n%s\n", qPrintable(program),
                     process.readAllStandardError().constData());
        process.kill();
        process.waitForFinished();
        return std::nullopt;
    }
    return FirstPaint{match.captured(1).toDouble(), match.captured(2).toDouble()};
}

bool measure(const QProcessEnvironment &environment)
{
    Series ours;
    Series minimal;
    // The first round warms the caches of files and fonts and does not count.
    for (int run = 0; run <= runs; ++run) {
        const auto reference = firstPaint(QStringLiteral(MINIMAL_WINDOW), environment);
        const auto measured = firstPaint(QStringLiteral(ASSOCIATION_LIMITS), environment);
        if (!reference || !measured) {
            return false;
        }
        if (run > 0) {
            minimal.add(*reference);
            ours.add(*measured);
        }
    }
    const bool quick =
        bench::atMost(bound, "First painted window", bench::median(ours.milliseconds),
                      bench::median(minimal.milliseconds), "ms");
    const bool lean = bench::atMost(bound, "Peak memory until then", bench::median(ours.mebibytes),
                                    bench::median(minimal.mebibytes), "MiB");
    return quick && lean;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QTemporaryDir home;
    QProcess server;
    const QString display = startDisplay(server);
    if (display.isEmpty()) {
        std::fprintf(stderr, "Xvfb does not start: %s\n", qPrintable(server.errorString()));
        return 1;
    }
    const bool good = measure(environmentFor(display, home.path()));
    server.terminate();
    server.waitForFinished(patience);
    return good ? 0 : 1;
}
