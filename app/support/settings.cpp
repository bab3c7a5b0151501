#include "app/support/settings.h"

#include "app/support/logging.h"

#include <QSettings>
#include <QStandardPaths>

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
}

Settings::~Settings() = default;

template<typename T> T Settings::value(const Key<T> &key) const
{
    const QVariant stored = m_file->value(QLatin1StringView(key.name));
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
    m_file->setValue(QLatin1StringView(key.name), bounded(key, value));
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
