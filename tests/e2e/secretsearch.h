#pragma once

#include <QByteArray>
#include <QByteArrayMatcher>
#include <QSet>
#include <QString>
#include <QStringList>

#include <vector>

namespace tests {

/// One way to write some bytes, "UTF-16LE".
struct Spelling
{
    QString name;
    QByteArray bytes;
};

/// The bytes as they are, in UTF-16, as Base64 wherever they stand in what was encoded, in a URL,
/// in JSON and in hexadecimal digits. Each is a different one, so that where nothing has to be
/// escaped there are fewer.
[[nodiscard]] std::vector<Spelling> spellingsOf(const QByteArray &text);

/// Looks for secrets in bytes, in all their spellings.
class SecretSearch
{
public:
    /// One that it looks for already stays what it was called.
    void add(const QString &name, const QByteArray &secret);

    /// What is found: "client secret as Base64 in history.sqlite".
    [[nodiscard]] QStringList findIn(const QByteArray &bytes, const QString &where) const;

    /// The same in all files below a folder, and in their names. `looked` gets the names of those
    /// that were looked through; what can't be read counts as found.
    [[nodiscard]] QStringList findBelow(const QString &folder, QSet<QString> &looked) const;

private:
    struct Pattern
    {
        QString name;
        QByteArrayMatcher matcher;
    };

    QSet<QByteArray> m_secrets;
    std::vector<Pattern> m_patterns;
};

} // namespace tests
