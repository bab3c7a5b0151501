#include <QCoreApplication>
#include <QEvent>
#include <QFile>
#include <QWidget>

#include <chrono>
#include <cstdio>
#include <unistd.h>

// Preloaded into a program, so that it needs no switch of its own: reports the time since
// FIRST_PAINT_FROM (nanoseconds of the steady clock) and the peak memory when the first window has
// been painted, and ends the program there.

namespace {

double peakMebibytes()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (status.open(QIODevice::ReadOnly)) {
        // Files under /proc have no size, so read to the end rather than until atEnd().
        for (const QByteArray &line : status.readAll().split('\n')) {
            if (line.startsWith("VmHWM:")) {
                return line.mid(6).trimmed().split(' ').first().toDouble() / 1024.0;
            }
        }
    }
    return 0.0;
}

[[noreturn]] void report()
{
    using namespace std::chrono;
    const auto now = duration_cast<nanoseconds>(steady_clock::now().time_since_epoch()).count();
    const auto from = qgetenv("FIRST_PAINT_FROM").toLongLong();
    std::printf("first paint %.3f ms %.3f MiB\n", static_cast<double>(now - from) / 1e6,
                peakMebibytes());
    std::fflush(stdout);
    _exit(0);
}

class Probe : public QObject
{
public:
    using QObject::QObject;

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && watched->isWidgetType() && !m_painted) {
            const auto *widget = static_cast<QWidget *>(watched);
            if (widget->isWindow() && widget->isVisible()) {
                m_painted = true;
                // Its children are painted and the whole is flushed before the next event.
                QCoreApplication::postEvent(this, new QEvent(QEvent::User), Qt::HighEventPriority);
            }
        }
        return false;
    }

protected:
    bool event(QEvent *event) override
    {
        if (event->type() == QEvent::User) {
            report();
        }
        return QObject::event(event);
    }

private:
    bool m_painted = false;
};

void watch()
{
    auto *probe = new Probe(QCoreApplication::instance());
    QCoreApplication::instance()->installEventFilter(probe);
}

} // namespace

Q_COREAPP_STARTUP_FUNCTION(watch)
