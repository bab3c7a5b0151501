#include "app/accounts/vault.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QLibrary>
#include <QPointer>
#include <QTimer>

#include <utility>

#include <qt6keychain/keychain.h>

namespace accounts {

using support::Unexpected;

namespace {

/// A job has no parent: libsecret writes into it when the keychain answers, also when the vault is
/// gone by then. It deletes itself when it has ended.
template<typename Job> Job *newJob(const QString &service, const QString &name)
{
    auto *job = new Job(service);
    job->setKey(name);
    job->setInsecureFallback(false);
    job->setAutoDelete(true);
    return job;
}

QString wordsOf(const QKeychain::Job &job)
{
    return job.errorString().isEmpty()
               ? QCoreApplication::translate("Accounts", "The keychain did not say what is wrong.")
               : job.errorString();
}

/// libsecret keeps its session with a keychain that was restarted, and from then on every call
/// fails ("The session wrapping the secret does not exist"; measured, 0.20.5). This lets the next
/// call begin a new one. Under another keychain it does nothing.
void forgetSession()
{
#ifdef Q_OS_LINUX
    const auto disconnect = reinterpret_cast<void (*)()>(
        QLibrary::resolve(QStringLiteral("secret-1"), 0, "secret_service_disconnect"));
    if (disconnect) {
        disconnect();
    }
#endif
}

} // namespace

Vault::Vault(QString service, QObject *parent)
    : QObject(parent)
    , m_service(std::move(service))
{
}

Vault::~Vault() = default;

QString Vault::defaultService()
{
    return QStringLiteral("Association Limits");
}

void Vault::read(const QString &name, QObject *context, std::function<void(const Found &)> found)
{
    Q_ASSERT(context);
    Task task;
    task.begin = [this, name]() -> QKeychain::Job * {
        return m_memory.contains(name) ? nullptr
                                       : newJob<QKeychain::ReadPasswordJob>(m_service, name);
    };
    task.end = [this, name, receiver = QPointer(context),
                found = std::move(found)](QKeychain::Job *job) {
        Found result = std::optional<QByteArray>();
        if (!job) {
            result = std::optional(m_memory.value(name));
        } else if (hasFailed(*job)) {
            result = Unexpected{wordsOf(*job)};
        } else if (job->error() == QKeychain::NoError) {
            result = std::optional(static_cast<QKeychain::ReadPasswordJob *>(job)->binaryData());
        }
        if (receiver) {
            found(result);
        }
    };
    add(name, std::move(task));
}

void Vault::write(const QString &name, const QByteArray &secret, QObject *context, Done done)
{
    Q_ASSERT(context);
    Task task;
    task.changes = true;
    task.begin = [this, name, secret] {
        auto *job = newJob<QKeychain::WritePasswordJob>(m_service, name);
        job->setBinaryData(secret);
        return job;
    };
    task.end = [this, name, secret, receiver = QPointer(context),
                done = std::move(done)](QKeychain::Job *job) {
        const bool isKept = !hasFailed(*job);
        if (isKept) {
            m_memory.remove(name);
        } else {
            m_memory.insert(name, secret);
        }
        if (receiver) {
            done(isKept);
        }
    };
    add(name, std::move(task));
}

void Vault::remove(const QString &name, QObject *context, Done done)
{
    Q_ASSERT(context);
    Task task;
    task.changes = true;
    task.begin = [this, name] {
        m_memory.remove(name);
        return newJob<QKeychain::DeletePasswordJob>(m_service, name);
    };
    task.end = [this, receiver = QPointer(context), done = std::move(done)](QKeychain::Job *job) {
        if (receiver) {
            done(!hasFailed(*job));
        }
    };
    add(name, std::move(task));
}

bool Vault::finish(std::chrono::milliseconds patience)
{
    QEventLoop loop;
    connect(this, &Vault::settled, &loop, &QEventLoop::quit);
    QTimer::singleShot(patience, &loop, &QEventLoop::quit);
    if (m_changes > 0) {
        loop.exec();
    }
    return m_changes == 0;
}

void Vault::add(const QString &name, Task task)
{
    m_changes += task.changes ? 1 : 0;
    std::queue<Task> &tasks = m_tasks[name];
    tasks.push(std::move(task));
    if (tasks.size() == 1) {
        QMetaObject::invokeMethod(
            this, [this, name] { beginNext(name); }, Qt::QueuedConnection);
    }
}

void Vault::beginNext(const QString &name)
{
    QKeychain::Job *job = m_tasks[name].front().begin();
    if (!job) {
        end(name, nullptr);
        return;
    }
    connect(job, &QKeychain::Job::finished, this,
            [this, name](QKeychain::Job *ended) { end(name, ended); });
    job->start();
}

void Vault::end(const QString &name, QKeychain::Job *job)
{
    // It stays in the queue meanwhile, so that what its receiver asks for waits its turn.
    const Task task = m_tasks[name].front();
    const QPointer<Vault> self(this);
    task.end(job);
    if (!self) {
        return;
    }
    m_tasks[name].pop();
    if (m_tasks[name].empty()) {
        m_tasks.remove(name);
    } else {
        QMetaObject::invokeMethod(
            this, [this, name] { beginNext(name); }, Qt::QueuedConnection);
    }
    if (task.changes && --m_changes == 0) {
        Q_EMIT settled();
    }
    if (job) {
        report(*job);
    }
}

bool Vault::hasFailed(const QKeychain::Job &job) const
{
    return job.error() != QKeychain::NoError && job.error() != QKeychain::EntryNotFound;
}

void Vault::report(const QKeychain::Job &job)
{
    const bool wasFailing = std::exchange(m_failing, hasFailed(job));
    if (m_failing) {
        forgetSession();
    }
    if (m_failing && !wasFailing) {
        Q_EMIT failed(wordsOf(job));
    }
}

} // namespace accounts
