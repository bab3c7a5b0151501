#include "app/support/settings.h"
#include "tests/fuzz/fuzz.h"

#include <QFile>
#include <QTemporaryDir>

// A settings.ini with anything in it.

using namespace Qt::StringLiterals;
using fuzz::require;
namespace keys = support::settings;

namespace {

void checkBounds(const support::Settings &settings, const support::Key<int> &key)
{
    const int value = settings.value(key);
    require(value >= key.lowest && value <= key.highest, "a number is within its bounds");
}

} // namespace

extern "C" int LLVMFuzzerInitialize(int *, char ***)
{
    fuzz::quiet();
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const QTemporaryDir home;
    static quint64 number = 0; // QSettings remembers what it read by the file's name
    const QString path = home.filePath(u"%1.ini"_s.arg(++number));
    {
        QFile file(path);
        const QByteArray bytes = fuzz::bytesOf(data, size);
        require(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size(),
                "there is room for a file");
    }
    {
        support::Settings settings(path);
        for (const auto &key :
             {keys::bothDirections, keys::inputsPerRequest, keys::idleTimeoutSeconds,
              keys::totalTimeoutSeconds, keys::historyKeepDays, keys::historyKeepMegabytes}) {
            checkBounds(settings, key);
        }
        const QStringList pairs = settings.value(keys::recentPairs);
        require(pairs.size() <= keys::recentPairs.mostItems, "a list is not longer than it may be");
        (void)settings.value(keys::windowGeometry);
        (void)settings.value(keys::language);
        settings.prepend(keys::recentPairs, u"0-1 0-2"_s);
        require(settings.value(keys::recentPairs).value(0) == u"0-1 0-2"_s,
                "what was put first is first");
    }
    QFile::remove(path);
    return 0;
}
