#include "app/support/settings.h"

#include "app/support/logging.h"
#include "app/support/privatefile.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <optional>

namespace support {

using namespace Qt::StringLiterals;

namespace {

QString pathOr(const QString &path)
{
    return path.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) +
                                u"/settings.ini"_s
                          : path;
}

// An INI file knows only texts, lists and @ByteArray(…), and writes a list of one as a text.

std::optional<int> read(const Key<int> &key, const QVariant &stored)
{
    bool whole = false;
    const int number = stored.toString().toInt(&whole);
    return whole && number >= key.lowest && number <= key.highest ? std::optional(number)
                                                                  : std::nullopt;
}

std::optional<QString> read(const Key<QString> &, const QVariant &stored)
{
    return stored.typeId() == QMetaType::QString ? std::optional(stored.toString()) : std::nullopt;
}

std::optional<QByteArray> read(const Key<QByteArray> &, const QVariant &stored)
{
    return stored.typeId() == QMetaType::QByteArray ? std::optional(stored.toByteArray())
                                                    : std::nullopt;
}

std::optional<QStringList> read(const Key<QStringList> &key, const QVariant &stored)
{
    if (stored.typeId() != QMetaType::QStringList && stored.typeId() != QMetaType::QString) {
        return std::nullopt;
    }
    return stored.toStringList().mid(0, key.mostItems);
}

template<typename T> T fallbackOf(const Key<T> &)
{
    return {};
}

int fallbackOf(const Key<int> &key)
{
    return key.fallback;
}

/// What QSettings writes of the file's values and the changes to them. It is not let at the file
/// itself, since on a full disk it replaces that with half a file and reports success (measured, Qt
/// 6.4.2), and of "keepDays=3650" there might be "keepDays=36" left. nullopt: it is not whole here
/// either.
std::optional<QByteArray> iniText(const QSettings &file, const QHash<QString, QVariant> &changes)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"settings.ini"_s);
    {
        QSettings copy(path, QSettings::IniFormat);
        for (const QString &key : file.allKeys()) {
            copy.setValue(key, file.value(key));
        }
        for (auto it = changes.begin(); it != changes.end(); ++it) {
            copy.setValue(it.key(), it.value());
        }
        copy.setValue(u"~/end"_s, 1); // groups are in alphabetical order
    }
    QFile written(path);
    const QByteArray text = written.open(QIODevice::ReadOnly) ? written.readAll() : QByteArray();
    const qsizetype end = std::max<qsizetype>(0, text.lastIndexOf("[%7E]"));
    return text.sliced(end).simplified() == "[%7E] end=1" ? std::optional(text.first(end))
                                                          : std::nullopt;
}

template<typename T> T bounded(const Key<T> &, const T &value)
{
    return value;
}

QStringList bounded(const Key<QStringList> &key, const QStringList &value)
{
    return value.mid(0, key.mostItems);
}

} // namespace

Settings::Settings(const QString &path)
    : m_file(std::make_unique<QSettings>(pathOr(path), QSettings::IniFormat))
{
    m_soon.setSingleShot(true);
    m_soon.callOnTimeout(&m_soon, [this] { save(); });
}

Settings::~Settings()
{
    save();
}

template<typename T> T Settings::value(const Key<T> &key) const
{
    const QLatin1StringView name(key.name);
    const QVariant stored = m_changes.value(name, m_file->value(name));
    if (!stored.isValid()) {
        return fallbackOf(key);
    }
    if (const std::optional<T> value = read(key, stored)) {
        return *value;
    }
    qCDebug(lcSettings) << "not usable, the default is taken:" << key.name;
    return fallbackOf(key);
}

template<typename T> void Settings::setValue(const Key<T> &key, const T &value)
{
    m_changes.insert(QLatin1StringView(key.name), bounded(key, value));
    m_soon.start();
}

void Settings::save()
{
    if (m_changes.isEmpty()) {
        return;
    }
    m_file->sync(); // others may have written meanwhile
    const std::optional<QByteArray> text = iniText(*m_file, m_changes);
    const auto saved = text ? replacePrivateFile(m_file->fileName(), *text)
                            : Unexpected{u"there is no room for them"_s};
    if (!saved) {
        qCInfo(lcSettings).noquote() << "the settings are not saved:" << saved.error();
        return;
    }
    m_changes.clear();
    m_file->sync();
}

void Settings::prepend(const Key<QStringList> &key, const QString &item)
{
    QStringList items = value(key);
    items.removeAll(item);
    items.prepend(item);
    setValue(key, items);
}

template int Settings::value(const Key<int> &) const;
template QByteArray Settings::value(const Key<QByteArray> &) const;
template QString Settings::value(const Key<QString> &) const;
template QStringList Settings::value(const Key<QStringList> &) const;
template void Settings::setValue(const Key<int> &, const int &);
template void Settings::setValue(const Key<QByteArray> &, const QByteArray &);
template void Settings::setValue(const Key<QString> &, const QString &);
template void Settings::setValue(const Key<QStringList> &, const QStringList &);

} // namespace support
