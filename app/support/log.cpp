#include "app/support/log.h"

#include "app/support/logfile.h"
#include "app/support/redaction.h"

#include <QLoggingCategory>
#include <QThread>

#include <algorithm>
#include <array>
#include <atomic>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <utility>

namespace support {

using namespace Qt::StringLiterals;

struct Log::Private
{
    const Clock &clock;
    LogBounds bounds;
    QThread *thread = QThread::currentThread();
    std::function<void(const Tell &)> secrets;
    KnownSecrets known;
    std::deque<LogLine> lines{};
    qsizetype bytes = 0;
    qint64 lastNumber = 0;
    std::unique_ptr<LogFile> file{};
    bool saidTrouble = false;

    void learnSecrets();
    void add(QtMsgType level, const QByteArray &category, const QString &text);
    void write(const LogLine &line);
};

namespace {

constexpr QLatin1StringView ours{"limits."};
constexpr QLatin1StringView requests{"limits.api"};
constexpr QLatin1StringView own{"limits.log"};

// Qt's handler and filter are plain functions, so what they work with is here: of the one Log there
// is, and outliving it, since another thread may be within the handler when it goes.
std::mutex mutex; // of all in Log::Private
Log::Private *current = nullptr;
std::atomic<QtMessageHandler> handlerBefore = nullptr;
std::atomic<QLoggingCategory::CategoryFilter> filterBefore = nullptr;
std::atomic<bool> hasFile = false;
thread_local bool isInside = false;

/// What is logged while this exists, by what the log itself calls, passes it by.
class Inside
{
public:
    Inside()
        : m_lock(mutex)
    {
        isInside = true;
    }
    ~Inside() { isInside = false; }
    Q_DISABLE_COPY_MOVE(Inside)

private:
    std::lock_guard<std::mutex> m_lock;
};

/// What each of our categories lets through without the log, a bit for each level. The filter is
/// called under a lock of Qt's, and nothing of Qt's is called under this one.
std::mutex levelsMutex;
std::map<QByteArray, unsigned> levels;

unsigned bit(QtMsgType level)
{
    return 1U << unsigned(level);
}

bool passesWithoutLog(const char *category, QtMsgType level)
{
    const std::lock_guard lock(levelsMutex);
    const auto found = levels.find(QByteArray::fromRawData(category, qsizetype(qstrlen(category))));
    return found == levels.end() || level == QtFatalMsg || (found->second & bit(level)) != 0;
}

void filter(QLoggingCategory *category)
{
    if (const auto before = filterBefore.load()) {
        before(category);
    }
    const QLatin1StringView name(category->categoryName());
    if (!name.startsWith(ours)) {
        return;
    }
    constexpr std::array all{QtDebugMsg, QtInfoMsg, QtWarningMsg, QtCriticalMsg};
    unsigned mask = 0;
    for (const QtMsgType level : all) {
        mask |= category->isEnabled(level) ? bit(level) : 0U;
        if (hasFile || (level == QtDebugMsg && name == requests)) {
            category->setEnabled(level, true);
        }
    }
    const std::lock_guard lock(levelsMutex);
    levels[QByteArray(category->categoryName())] = mask;
}

void pass(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    if (const auto before = handlerBefore.load()) {
        before(type, context, text);
    }
}

void handle(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (isInside) {
        pass(type, context, redacted(message));
        return;
    }
    const char *category = context.category ? context.category : "default";
    QString text;
    QString trouble;
    {
        const Inside inside;
        if (current == nullptr) {
            text = redacted(message);
        } else {
            current->learnSecrets();
            text = redacted(message, current->known);
            const qint64 number = current->lastNumber;
            current->add(type, category, oneLine(text));
            if (current->lastNumber > number + 1) {
                trouble = current->lines.back().text;
            }
        }
    }
    if (passesWithoutLog(category, type)) {
        pass(type, context, text);
    }
    if (!trouble.isEmpty()) {
        pass(QtWarningMsg, QMessageLogContext(nullptr, 0, nullptr, own.data()), trouble);
    }
}

} // namespace

void Log::Private::learnSecrets()
{
    if (secrets && QThread::currentThread() == thread) {
        known.clear();
        secrets([this](QByteArrayView secret) { known.add(secret); });
    }
}

void Log::Private::add(QtMsgType level, const QByteArray &category, const QString &text)
{
    // What an entry takes beside its text is in the bound too.
    constexpr qsizetype overhead = 128;
    const auto sizeOf = [](const LogLine &line) {
        return overhead + line.category.size() + 2 * line.text.size();
    };
    lines.push_back({++lastNumber, clock.now(), level, category, text});
    bytes += sizeOf(lines.back());
    while (lines.size() > bounds.lines || (bytes > bounds.bytes && lines.size() > 1)) {
        bytes -= sizeOf(lines.front());
        lines.pop_front();
    }
    if (file) {
        write(LogLine(lines.back()));
    }
}

void Log::Private::write(const LogLine &line)
{
    const auto written = file->append((logText(line) + u'\n').toUtf8());
    if (!written && !std::exchange(saidTrouble, true)) {
        add(QtWarningMsg, QByteArray(own.data()),
            oneLine(u"The log file can't be written: "_s + written.error()));
    }
}

QLatin1StringView levelName(QtMsgType level)
{
    switch (level) {
    case QtDebugMsg:
        return "debug"_L1;
    case QtInfoMsg:
        return "info"_L1;
    case QtWarningMsg:
        return "warning"_L1;
    case QtCriticalMsg:
        return "critical"_L1;
    case QtFatalMsg:
        return "fatal"_L1;
    }
    Q_UNREACHABLE();
}

QString logText(const LogLine &line)
{
    return line.time.toString(Qt::ISODateWithMs) + u' ' + levelName(line.level) + u' ' +
           QLatin1StringView(line.category) + u' ' + line.text;
}

Log::Log(const Clock &clock, const LogBounds &bounds)
    : d(new Private{clock, bounds, QThread::currentThread(), {}, {}})
{
    {
        const std::lock_guard lock(mutex);
        Q_ASSERT(current == nullptr);
        current = d.get();
    }
    hasFile = false;
    // The handler first: what the filter lets through must not reach the one before it.
    filterBefore = nullptr;
    handlerBefore = qInstallMessageHandler(handle);
    filterBefore = QLoggingCategory::installFilter(nullptr);
    QLoggingCategory::installFilter(filter);
}

Log::~Log()
{
    QLoggingCategory::installFilter(filterBefore);
    qInstallMessageHandler(handlerBefore);
    const std::lock_guard lock(mutex);
    current = nullptr;
    const std::lock_guard lockLevels(levelsMutex);
    levels.clear();
}

Expected<Done, QString> Log::openFile(const QString &path)
{
    {
        const Inside inside;
        auto file = std::make_unique<LogFile>(path, d->bounds.fileBytes);
        if (auto opened = file->open(); !opened) {
            return opened;
        }
        d->file = std::move(file);
        for (const LogLine &line : std::deque(d->lines)) {
            d->write(line);
        }
    }
    hasFile = true;
    QLoggingCategory::installFilter(filter);
    return Done{};
}

void Log::setSecrets(std::function<void(const Tell &tell)> secrets)
{
    const Inside inside;
    d->secrets = std::move(secrets);
    d->known.clear();
    d->learnSecrets();
}

std::vector<LogLine> Log::linesAfter(qint64 number) const
{
    const Inside inside;
    const auto first = std::ranges::find_if(
        d->lines, [number](const LogLine &line) { return line.number > number; });
    return {first, d->lines.end()};
}

std::vector<LogLine> Log::lastRequests(size_t count) const
{
    std::vector<LogLine> lines = linesAfter(0);
    std::erase_if(lines, [](const LogLine &line) {
        return line.category != requests.data() || line.level != QtDebugMsg;
    });
    if (lines.size() > count) {
        lines.erase(lines.begin(), lines.end() - std::ptrdiff_t(count));
    }
    return lines;
}

QString Log::redact(const QString &text) const
{
    const Inside inside;
    d->learnSecrets();
    return redacted(text, d->known);
}

} // namespace support
