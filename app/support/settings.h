#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>
#include <QTimer>
#include <QVariant>

#include <memory>

class QSettings;

namespace support {

/// A setting that is a T, by default an empty one.
template<typename T> struct Key
{
    const char *name;
};

/// A whole number within bounds.
template<> struct Key<int>
{
    const char *name;
    int fallback;
    int lowest;
    int highest;
};

/// A list that keeps its first items.
template<> struct Key<QStringList>
{
    const char *name;
    qsizetype mostItems;
};

// Every setting there is.
namespace settings {
inline constexpr Key<QByteArray> windowGeometry{"window/geometry"};
inline constexpr Key<QByteArray> windowState{"window/state"};
inline constexpr Key<QByteArray> historySplitter{"window/historySplitter"};
inline constexpr Key<QByteArray> resultsSplitter{"window/resultsSplitter"};
inline constexpr Key<QString> language{"window/language"}; ///< "de"; empty: the system's
inline constexpr Key<QString> lastAccount{"last/account"}; ///< an account's id
inline constexpr Key<QString> lastFrom{"last/from"};       ///< limits::ObjectType::id
inline constexpr Key<QString> lastTo{"last/to"};
inline constexpr Key<QStringList> recentPairs{"last/pairs", 8}; ///< newest first
inline constexpr Key<int> bothDirections{"window/bothDirections", 0, 0, 1};
inline constexpr Key<int> inputsPerRequest{"submission/inputsPerRequest", 100, 1, 1000};
inline constexpr Key<int> idleTimeoutSeconds{"network/idleTimeoutSeconds", 30, 1, 3600};
inline constexpr Key<int> totalTimeoutSeconds{"network/totalTimeoutSeconds", 120, 1, 3600};
inline constexpr Key<int> connectTimeoutSeconds{"network/connectTimeoutSeconds", 15, 1, 3600};
inline constexpr Key<int> answerCapMegabytes{"network/answerCapMegabytes", 8, 1, 1024};
inline constexpr Key<QString> proxy{"network/proxy"}; ///< api::parseProxy() takes it; empty: system
/// "host:port" of the proxy that is used where `proxy` names one; there to be chosen again.
inline constexpr Key<QString> ownProxy{"network/ownProxy"};
inline constexpr Key<QString> proxyUser{"network/proxyUser"}; ///< its password is in no file
/// What is known of the keychain's entry for that password: a ProxyEntry of
/// accounts::NetworkKeeper.
inline constexpr Key<int> proxyEntry{"network/proxyEntry", 0, 0, 2};
inline constexpr Key<QString> caFile{"network/caFile"}; ///< PEM, beside the system's; or none
/// Submissions older than that are removed from the history; 0: none is for its age.
inline constexpr Key<int> historyKeepDays{"history/keepDays", 0, 0, 36500};
/// The oldest ones are removed until the history is about that small; 0: none is for its size.
inline constexpr Key<int> historyKeepMegabytes{"history/keepMegabytes", 0, 0, 1000000};
} // namespace settings

/// What the program remembers between starts, in an INI file. What is missing, of another type or
/// out of bounds reads as the key's default; nothing here is worth an error message.
class Settings
{
public:
    /// `path` empty: `settings.ini` in the system's folder for this program's settings.
    explicit Settings(const QString &path = {});
    /// Writes what is not written yet.
    ~Settings();
    Q_DISABLE_COPY_MOVE(Settings)

    /// T is int, QByteArray, QString or QStringList.
    template<typename T> [[nodiscard]] T value(const Key<T> &key) const;

    /// Written to the file soon, at the latest by the destructor. The file is replaced whole or, on
    /// a full disk, not at all, and then tried again with the next change.
    template<typename T> void setValue(const Key<T> &key, const T &value);

    /// Puts `item` first and drops it from where it was before.
    void prepend(const Key<QStringList> &key, const QString &item);

private:
    void save();

    std::unique_ptr<QSettings> m_file;  ///< only ever read
    QHash<QString, QVariant> m_changes; ///< that are not in the file yet
    QTimer m_soon;
};

} // namespace support
