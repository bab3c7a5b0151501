// Qt is not instrumented, so the thread sanitizer sees no order in what threads tell one another
// through Qt's event queue, and none between a thread's end and QThread::wait(). This tells it:
// what was done before a signal or an invokeMethod() happened before what a call that was posted
// does later, and in no other way. It is coarse, since one variable stands for all queues: it may
// hide a race, and invents none.

#include <QAbstractEventDispatcher>
#include <QDeadlineTimer>
#include <QEvent>
#include <QThread>
#include <QTimer>

#include <dlfcn.h>

extern "C" void __tsan_acquire(void *);
extern "C" void __tsan_release(void *);

// Of qobject_p.h, exported for tools that watch signals.
struct QSignalSpyCallbackSet
{
    void (*signalBegin)(QObject *, int, void **);
    void (*slotBegin)(QObject *, int, void **);
    void (*signalEnd)(QObject *, int);
    void (*slotEnd)(QObject *, int);
};
void qt_register_signal_spy_callbacks(QSignalSpyCallbackSet *);

namespace {

char queue;

/// Timers and event loops speak to their own thread alone, and do so all the time.
void told(QObject *sender, int, void **)
{
    if (!qobject_cast<QTimer *>(sender) && !qobject_cast<QAbstractEventDispatcher *>(sender)) {
        __tsan_release(&queue);
    }
}

/// `data` are the receiver, the event and the result.
bool heard(void **data)
{
    const QEvent::Type type = static_cast<QEvent *>(data[1])->type();
    if (type == QEvent::MetaCall || type == QEvent::DeferredDelete) {
        __tsan_acquire(&queue);
    }
    return false; // the event is delivered
}

[[maybe_unused]] const bool isHooked = [] {
    static QSignalSpyCallbackSet callbacks{&told, nullptr, nullptr, nullptr};
    qt_register_signal_spy_callbacks(&callbacks);
    return QInternal::registerCallback(QInternal::EventNotifyCallback, &heard);
}();

template<typename Function> Function next(const char *symbol)
{
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, symbol));
}

} // namespace

bool QMetaObject::invokeMethodImpl(QObject *object, QtPrivate::QSlotObjectBase *slot,
                                   Qt::ConnectionType type, void *result)
{
    __tsan_release(&queue);
    return next<bool (*)(QObject *, QtPrivate::QSlotObjectBase *, Qt::ConnectionType, void *)>(
        "_ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt"
        "14ConnectionTypeEPv")(object, slot, type, result);
}

bool QThread::wait(QDeadlineTimer deadline)
{
    const bool ended = next<bool (*)(QThread *, QDeadlineTimer)>(
        "_ZN7QThread4waitE14QDeadlineTimer")(this, deadline);
    __tsan_acquire(&queue);
    return ended;
}
