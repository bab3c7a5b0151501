#include "app/limits/draftstore.h"
#include "app/live/accountcache.h"
#include "app/sandbox/statefile.h"
#include "tests/fuzz/fuzz.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

// The files that are read at the start, with anything in them: a draft, what was read of an
// account, the sandbox's state.

using namespace Qt::StringLiterals;
using fuzz::require;

namespace {

const QString account = u"test"_s;
const limits::Pair pair{u"0-1"_s, u"0-2"_s};

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    require(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size(),
            "there is room for a file");
}

QStringList filesIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::Files, QDir::Name);
}

/// A folder with one file of the given content, written over the one that `make` made.
template<typename Make> class Folder
{
public:
    explicit Folder(Make make)
    {
        make(m_home.path());
        m_path = m_home.filePath(filesIn(m_home.path()).constFirst());
    }
    void fill(const QByteArray &bytes)
    {
        for (const QString &file : filesIn(m_home.path())) {
            QFile::remove(m_home.filePath(file));
        }
        write(m_path, bytes);
    }
    [[nodiscard]] QString folder() const { return m_home.path(); }
    [[nodiscard]] const QString &path() const { return m_path; }

private:
    QTemporaryDir m_home;
    QString m_path;
};

void checkDraft(const QByteArray &bytes)
{
    static Folder home([](const QString &folder) {
        require(bool(limits::DraftStore(folder).save(account, pair, {{u"1"_s, {}, u"2"_s}})),
                "a draft can be saved");
    });
    home.fill(bytes);
    limits::DraftStore store(home.folder());
    const auto rows = store.load(account, pair);
    const QStringList files = filesIn(home.folder());
    require(files.size() == 1, "nothing is lost, and nothing comes to it");
    QFile file(home.folder() + u'/' + files.constFirst());
    require(file.open(QIODevice::ReadOnly) && file.readAll() == bytes,
            "a draft that was not read is still there");
    if (!rows) {
        require(!rows.error().isEmpty(), "an error comes in words");
        return;
    }
    require(bool(store.save(account, pair, *rows)), "a draft that was read can be saved");
    const auto again = limits::DraftStore(home.folder()).load(account, pair);
    require(again && *again == *rows, "a draft comes back as it was saved");
}

void checkCache(const QByteArray &bytes)
{
    static Folder home([](const QString &folder) {
        live::AccountCache(folder).save(account, {{{u"0-1"_s, u"a"_s, u"b"_s}}, u"STANDARD"_s});
    });
    home.fill(bytes);
    live::AccountCache cache(home.folder());
    const auto read = cache.load(account);
    if (read) {
        cache.save(account, *read);
        require(cache.load(account) == read, "what is known of an account comes back");
    }
}

void checkState(const QByteArray &bytes)
{
    static Folder home([](const QString &folder) {
        require(bool(sandbox::StateFile(folder + u"/sandbox.json"_s).save({})),
                "the sandbox's state can be saved");
    });
    home.fill(bytes);
    const sandbox::StateFile file(home.path());
    const auto state = file.load();
    if (!state) {
        require(!state.error().isEmpty(), "an error comes in words");
        return;
    }
    require(state->has_value(), "a file that is there is read");
    require(bool(file.save(**state)), "a state that was read can be saved");
    const auto again = file.load();
    require(again && *again == *state, "the sandbox's state comes back as it was saved");
}

} // namespace

extern "C" int LLVMFuzzerInitialize(int *, char ***)
{
    fuzz::quiet();
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes = fuzz::bytesOf(data, size);
    // Files cost their time, so each input is only what it has a chance to be.
    if (bytes.contains("objectTypes")) {
        checkCache(bytes);
    } else if (bytes.contains("limits")) {
        checkState(bytes);
    } else {
        checkDraft(bytes);
    }
    return 0;
}
