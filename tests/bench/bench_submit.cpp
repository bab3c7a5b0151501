#include "app/api/batch.h"
#include "app/api/gate.h"
#include "app/api/reader.h"
#include "app/api/transport.h"
#include "app/history/store.h"
#include "app/limits/plan.h"
#include "app/sandbox/sandbox.h"
#include "app/submission/runner.h"
#include "app/support/clock.h"
#include "app/support/log.h"
#include "tests/bench/ratio.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QFile>
#include <QProcess>
#include <QSocketNotifier>
#include <QTemporaryDir>

#include <chrono>
#include <cstdlib>
#include <optional>

#include <unistd.h>

// Submitting 10,000 limits as the program does it, with its history on disk and reading back what
// is stored, against curl sending the same bodies. The sandbox that answers is another process,
// which is this program with an argument, and a fresh one for each run. And the same submission
// with all that the program can log going to a file, against none of it.

using namespace Qt::StringLiterals;

namespace {

constexpr int limitCount = 10'000;
constexpr int limitsPerRequest = 100;
constexpr qint32 firstType = 5'000;
constexpr double bound = 1.3;
constexpr double logBound = 1.05;
const limits::Pair contactsToCompanies{u"0-1"_s, u"0-2"_s};

[[noreturn]] void give(const QString &reason)
{
    std::fprintf(stderr, "%s\n", qPrintable(reason));
    std::exit(EXIT_FAILURE);
}

/// Says where it listens and to which token, and goes when its standard input ends.
int serve(const QString &stateFile)
{
    const support::SystemClock clock;
    sandbox::Options options;
    options.catalogue =
        options.catalogue.withCustomTypes(contactsToCompanies, firstType, limitCount);
    options.limitsRate = false;
    sandbox::Sandbox sandbox(stateFile, clock, std::move(options));
    if (const auto started = sandbox.start(); !started) {
        give(started.error());
    }
    std::printf("%s %s\n", qPrintable(sandbox.baseUrl().toString()), sandbox.token().constData());
    std::fflush(stdout);
    const QSocketNotifier end(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&end, &QSocketNotifier::activated, qApp, &QCoreApplication::quit);
    return QCoreApplication::exec();
}

class SandboxProcess
{
public:
    SandboxProcess()
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QCoreApplication::applicationFilePath(),
                        {m_folder.filePath(u"sandbox.json"_s)});
        while (!m_process.canReadLine()) {
            if (!m_process.waitForReadyRead()) {
                give(u"The sandbox does not start."_s);
            }
        }
        const QList<QByteArray> words = m_process.readLine().trimmed().split(' ');
        m_endpoint = {QUrl(QString::fromLatin1(words.value(0))), words.value(1)};
    }
    ~SandboxProcess()
    {
        m_process.closeWriteChannel();
        m_process.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(SandboxProcess)

    [[nodiscard]] const api::Endpoint &endpoint() const { return m_endpoint; }

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    api::Endpoint m_endpoint;
};

limits::Plan thePlan()
{
    std::vector<limits::Edit> edits;
    for (qint32 i = 0; i < limitCount; ++i) {
        edits.push_back({contactsToCompanies, limits::Category::UserDefined, firstType + i,
                         u"Label %1"_s.arg(firstType + i), false, limits::LiveLimit::many(),
                         limits::LiveLimit::many(), i % 50 + 1});
    }
    return limits::makePlan(contactsToCompanies, edits, limitsPerRequest);
}

double secondsSince(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

enum class Logging : quint8 { None, ToFile };

double secondsOfTheProgram(const limits::Plan &plan, Logging logging)
{
    const SandboxProcess sandbox;
    const QTemporaryDir folder;
    const support::SystemClock clock;
    std::optional<support::Log> log;
    if (logging == Logging::ToFile) {
        log.emplace(clock);
        if (const auto opened = log->openFile(folder.filePath(u"log"_s)); !opened) {
            give(opened.error());
        }
        log->setSecrets(
            [&sandbox](const support::Log::Tell &tell) { tell(sandbox.endpoint().token()); });
    }
    const auto store = history::Store::open(folder.path(), clock);
    if (!store) {
        give(store.error().detail);
    }
    api::Transport transport;
    api::Gate gate(clock, {5, 0});
    api::Reader reader(transport, gate);
    submission::Runner runner(transport, gate, reader, clock);
    runner.setStore(store->get());
    QEventLoop loop;
    QObject::connect(&runner, &submission::Runner::finished, &loop, &QEventLoop::quit);

    const auto start = std::chrono::steady_clock::now();
    if (!runner.start({{}, {}, sandbox.endpoint(), plan, {}, {}})) {
        give(u"The submission does not start."_s);
    }
    loop.exec();
    const double seconds = secondsSince(start);
    for (const history::Exchange &exchange : runner.record().exchanges) {
        if (!exchange.reply || exchange.reply->httpStatus != 201) {
            give(u"A request of the program's has failed."_s);
        }
    }
    if (log && log->lastRequests(limitCount).size() < plan.requests.size()) {
        give(u"Not every request is in the log."_s);
    }
    return seconds;
}

/// A file for curl with all requests of the plan, their bodies in the same folder.
QString curlConfig(const limits::Plan &plan, const api::Endpoint &endpoint,
                   const QTemporaryDir &folder)
{
    QByteArray config = "parallel\nparallel-max = 5\nno-progress-meter\n";
    int number = 0;
    for (const limits::PlannedRequest &planned : plan.requests) {
        const api::Request request = api::encode(planned);
        QFile body(folder.filePath(u"%1.json"_s.arg(++number)));
        if (!body.open(QIODevice::WriteOnly) || body.write(request.body) != request.body.size()) {
            give(body.errorString());
        }
        config += (number > 1 ? "next\n" : "") + QByteArray("url = \"") +
                  endpoint.baseUrl.toEncoded() + request.path +
                  "\"\n"
                  "header = \"Authorization: Bearer " +
                  endpoint.token() +
                  "\"\n"
                  "header = \"Content-Type: application/json\"\n"
                  "data-binary = \"@" +
                  QFile::encodeName(body.fileName()) +
                  "\"\n"
                  "output = \"/dev/null\"\nwrite-out = \"%{http_code}\\n\"\n";
    }
    QFile file(folder.filePath(u"curl"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(config) != config.size()) {
        give(file.errorString());
    }
    return file.fileName();
}

double secondsOfCurl(const limits::Plan &plan)
{
    const SandboxProcess sandbox;
    const QTemporaryDir folder;
    const QString config = curlConfig(plan, sandbox.endpoint(), folder);
    QProcess curl;
    curl.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    const auto start = std::chrono::steady_clock::now();
    curl.start(u"curl"_s, {u"--config"_s, config});
    if (!curl.waitForFinished(-1) || curl.exitCode() != 0) {
        give(u"curl has failed."_s);
    }
    const double seconds = secondsSince(start);
    if (curl.readAll().count("201\n") != std::ssize(plan.requests)) {
        give(u"A request of curl's has failed."_s);
    }
    return seconds;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (argc > 1) {
        return serve(QCoreApplication::arguments().at(1));
    }
    const limits::Plan plan = thePlan();
    const auto quiet = [&plan] { return secondsOfTheProgram(plan, Logging::None); };
    const double ratio = bench::ratioOfCosts(9, quiet, [&plan] { return secondsOfCurl(plan); });
    const double logRatio = bench::ratioOfCosts(
        15, [&plan] { return secondsOfTheProgram(plan, Logging::ToFile); }, quiet);
    const bool good = bench::report("submit 10,000 limits in 100 requests, 5 at once", ratio,
                                    "curl --parallel --parallel-max 5", bound);
    const bool goodLog = bench::report("the same, logging everything to a file", logRatio,
                                       "without a log", logBound);
    return good && goodLog ? EXIT_SUCCESS : EXIT_FAILURE;
}
