#include "app/history/finder.h"
#include "tests/bench/historygenerator.h"
#include "tests/bench/ratio.h"
#include "ui/history/historypanel.h"

#include <QAbstractEventDispatcher>
#include <QAbstractItemModel>
#include <QApplication>
#include <QEventLoop>
#include <QFile>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QTemporaryDir>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <ctime>

#include <functional>
#include <memory>
#include <vector>

#include <malloc.h>

// The history's panel over years of records: how long it keeps the window busy while somebody types
// a search, and how much memory it takes to scroll through 100,000 entries. HISTORY_RECORDS says
// how many records there are.

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int usualRecords = 100'000;
constexpr int scrolledEntries = 100'000;
constexpr double memoryBound = 20; // megabytes
constexpr double frame = 16;       // milliseconds
constexpr auto keyInterval = 120ms;
constexpr auto patience = 60s;

double threadMilliseconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

double wallMilliseconds()
{
    using namespace std::chrono;
    return duration<double, std::milli>(steady_clock::now().time_since_epoch()).count();
}

/// Tells the first event after a sleep.
class Application : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (onEvent && QThread::currentThread() == thread()) {
            onEvent();
        }
        return QApplication::notify(receiver, event);
    }

    std::function<void()> onEvent;
};

/// How long the window is at work from the first event after a sleep until it may sleep again. The
/// dispatcher's awake() would not do: it comes after the timers.
class Turns
{
public:
    explicit Turns(Application &application)
        : m_application(application)
    {
        application.onEvent = [this] {
            if (!m_working) {
                m_working = true;
                m_wall = wallMilliseconds();
                m_processor = threadMilliseconds();
            }
        };
        QObject::connect(QAbstractEventDispatcher::instance(),
                         &QAbstractEventDispatcher::aboutToBlock, &m_context, [this] {
                             if (m_working) {
                                 m_working = false;
                                 m_walls.push_back(wallMilliseconds() - m_wall);
                                 m_processors.push_back(threadMilliseconds() - m_processor);
                             }
                         });
    }
    ~Turns() { m_application.onEvent = {}; }
    Q_DISABLE_COPY_MOVE(Turns)

    /// Prints them behind what was said already.
    void print() const
    {
        if (m_walls.empty()) {
            std::fprintf(stderr, "Nothing has happened.\n");
            std::exit(EXIT_FAILURE);
        }
        const double longest = std::ranges::max(m_walls);
        std::printf("the longest of %d turns took %.1f ms, at work at most %.1f ms (a frame: %.0f "
                    "ms)%s\n",
                    int(m_walls.size()), longest, std::ranges::max(m_processors), frame,
                    longest <= frame ? "" : ", LONGER");
    }

private:
    Application &m_application;
    QObject m_context;
    bool m_working = false;
    double m_wall = 0;
    double m_processor = 0;
    std::vector<double> m_walls;
    std::vector<double> m_processors;
};

/// Megabytes that are resident.
double residentMemory()
{
    malloc_trim(0);
    QFile status(u"/proc/self/status"_s);
    if (status.open(QIODevice::ReadOnly)) {
        for (const QByteArray &line : status.readAll().split('\n')) {
            if (line.startsWith("VmRSS:")) {
                return line.mid(6).trimmed().split(' ').value(0).toDouble() / 1000;
            }
        }
    }
    std::fprintf(stderr, "The memory is not told.\n");
    std::exit(EXIT_FAILURE);
}

/// Runs the event loop until it quits, or gives up.
void await(QEventLoop &loop, const char *what)
{
    QTimer::singleShot(patience, &loop, [what] {
        std::fprintf(stderr, "In vain: %s\n", what);
        std::exit(EXIT_FAILURE);
    });
    loop.exec();
}

struct Window
{
    explicit Window(const QString &folder)
        : store(open(folder))
        , finder(folder, clock)
    {
        panel.resize(360, 700);
        panel.show();
        QEventLoop loop;
        const auto counted =
            QObject::connect(&finder, &history::Finder::counted, &loop, &QEventLoop::quit);
        panel.setHistory(store.get(), &finder);
        await(loop, "the first page");
        QObject::disconnect(counted);
        panel.grab();
    }

    [[nodiscard]] std::unique_ptr<history::Store> open(const QString &folder) const
    {
        auto opened = history::Store::open(folder, clock);
        if (!opened) {
            std::fprintf(stderr, "%s\n", qPrintable(opened.error().detail));
            std::exit(EXIT_FAILURE);
        }
        return *std::move(opened);
    }

    support::SystemClock clock;
    QTemporaryDir home;
    support::Settings settings{home.filePath(u"settings.ini"_s)};
    std::unique_ptr<history::Store> store;
    history::Finder finder;
    ui::history::HistoryPanel panel{clock, settings};
};

/// A key after the other, and a while for what comes of the last one.
void typing(Application &application, const QString &folder, const char *what, const QString &text)
{
    Window window(folder);
    auto *field = window.panel.findChild<QLineEdit *>();
    field->setFocus();
    QEventLoop loop;
    Turns turns(application);
    QTimer keys;
    qsizetype typed = 0;
    bool isCounted = false;
    QObject::connect(&window.finder, &history::Finder::counted, &loop, [&] {
        isCounted = true;
        if (typed == text.size()) {
            loop.quit();
        }
    });
    QObject::connect(&keys, &QTimer::timeout, &loop, [&] {
        if (typed == text.size()) {
            keys.stop();
            if (isCounted) {
                loop.quit();
            }
            return;
        }
        isCounted = false;
        const QString key = text.sliced(typed++, 1);
        QKeyEvent press(QEvent::KeyPress, 0, Qt::NoModifier, key);
        QKeyEvent release(QEvent::KeyRelease, 0, Qt::NoModifier, key);
        QCoreApplication::sendEvent(field, &press);
        QCoreApplication::sendEvent(field, &release);
    });
    keys.start(keyInterval);
    await(loop, "what was typed");
    if (field->text() != text) {
        std::fprintf(stderr, "The field has \"%s\".\n", qPrintable(field->text()));
        std::exit(EXIT_FAILURE);
    }
    // Figures and no bound: on a busy machine the longest turn is anybody's.
    std::printf("type %s: ", what);
    turns.print();
}

bool scrolling(Application &application, const QString &folder, int count)
{
    Window window(folder);
    auto *list = window.panel.findChild<QListView *>();
    const QAbstractItemModel *model = list->model();
    const int wanted = std::min(count, scrolledEntries);
    const double before = residentMemory();
    QEventLoop loop;
    const auto goOn = [&] {
        if (model->rowCount() >= wanted) {
            loop.quit();
        } else {
            list->scrollToBottom();
        }
    };
    QObject::connect(model, &QAbstractItemModel::rowsInserted, &loop, goOn, Qt::QueuedConnection);
    QTimer::singleShot(0, &loop, goOn);
    Turns turns(application);
    await(loop, "the end of the list");
    list->scrollToBottom();
    window.panel.grab();
    const double more = residentMemory() - before;
    const bool good = more <= memoryBound;
    std::printf("scroll through %d entries: %.1f MB more (bound %.0f MB)%s; ", model->rowCount(),
                more, memoryBound, good ? "" : ", TOO MUCH");
    turns.print();
    return good;
}

} // namespace

int main(int argc, char **argv)
{
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    Application application(argc, argv);
    const int wanted = qEnvironmentVariableIntValue("HISTORY_RECORDS");
    const int count = wanted > 0 ? wanted : usualRecords;
    const QString folder = bench::generatedHistory(count);
    std::printf("The history's panel with %d records\n", count);
    typing(application, folder, "a common text", u"primary company"_s);
    typing(application, folder, "a text that is nowhere", u"no such text"_s);
    return scrolling(application, folder, count) ? EXIT_SUCCESS : EXIT_FAILURE;
}
