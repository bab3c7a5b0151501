#include "app/live/pairreader.h"
#include "tests/bench/ratio.h"
#include "tests/support/scriptedserver.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QThread>

#include <atomic>
#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto pause = 100ms;

/// Some fifty association types, which is as many as a pair may have.
QByteArray results(const char *field, const char *value)
{
    QByteArray body = R"({"results":[)";
    for (int i = 1; i <= 50; ++i) {
        body += R"({"category":"USER_DEFINED","typeId":)" + QByteArray::number(i) + ",\"" + field +
                "\":" + value + (i < 50 ? "}," : "}");
    }
    return body + "]}";
}

/// A server that takes `pause` for each answer, in a thread of its own: it is another machine.
class SlowServer : public QThread
{
public:
    SlowServer()
    {
        start();
        while (!m_port) {
            QThread::yieldCurrentThread();
        }
    }
    ~SlowServer() override
    {
        quit();
        wait();
    }

    [[nodiscard]] api::Endpoint endpoint() const
    {
        return {QUrl(u"http://127.0.0.1:%1"_s.arg(m_port.load())), "pat-secret"};
    }

private:
    void run() override
    {
        namespace script = tests::script;
        const auto slowly = [](const QByteArray &body) {
            return tests::Script{script::awaitRequest(), script::pause(pause),
                                 script::send(script::message(200, {}, body))};
        };
        tests::ScriptedServer server(std::vector<tests::Route>{
            {"/labels", {slowly(results("label", R"("Billing contact")"))}},
            {"", {slowly(results("userEnforcedMaxToObjectIds", "5"))}}});
        m_port = server.port();
        exec();
    }

    std::atomic<int> m_port = 0;
};

/// Milliseconds on the wall until `signal` of `sender`, from `start` on. The server sleeps, so the
/// processor's time says nothing here.
template<typename Sender, typename Signal, typename Start>
double wait(Sender *sender, Signal signal, Start start)
{
    QEventLoop loop;
    QObject::connect(sender, signal, &loop, &QEventLoop::quit);
    QElapsedTimer timer;
    timer.start();
    start();
    loop.exec();
    return double(timer.nsecsElapsed()) / 1e6;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const SlowServer server;
    const support::SystemClock clock;
    const limits::AssociationTypes known = limits::AssociationTypes::hubSpotDefined();
    api::Transport transport;
    // A gate for each reading, as it finds it in the window: nothing was sent for a second.
    const auto openPair = [&] {
        api::Gate gate(clock);
        api::Reader reader(transport, gate);
        live::PairReader pairs(reader, known);
        bool whole = false;
        QObject::connect(&pairs, &live::PairReader::finished,
                         [&whole](const live::PairReading &reading) {
                             whole = reading.errors.empty() && reading.pairs.size() == 2;
                         });
        const double time = wait(&pairs, &live::PairReader::finished, [&] {
            pairs.read(server.endpoint(), {{u"0-1"_s, u"0-2"_s}, {u"0-2"_s, u"0-1"_s}});
        });
        if (!whole) {
            std::fputs("the pair cannot be read\n", stderr);
            std::exit(EXIT_FAILURE);
        }
        return time;
    };
    const auto oneGet = [&server] {
        QNetworkAccessManager manager;
        const QNetworkRequest request(QUrl(server.endpoint().baseUrl.toString() + u"/labels"_s));
        std::unique_ptr<QNetworkReply> reply;
        return wait(&manager, &QNetworkAccessManager::finished,
                    [&] { reply.reset(manager.get(request)); });
    };
    std::vector<double> times;
    const double ratio = bench::ratioOfCosts(
        21,
        [&] {
            times.push_back(openPair());
            return times.back();
        },
        oneGet);
    const char *what = "read a pair, both directions";
    // 1.5 times the pause and 30 ms.
    const bool inTime =
        bench::report(what, bench::median(times) / 100.0, "the 100 ms of an answer", 1.8);
    const bool inRatio = bench::report(what, ratio, "a single GET", 1.5);
    return inTime && inRatio ? EXIT_SUCCESS : EXIT_FAILURE;
}
