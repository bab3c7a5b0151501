#pragma once

#include <QByteArrayView>
#include <QString>

#include <vector>

namespace support {

/// Secrets to be found in text, of which no copy is kept: only the length of each, and a number
/// made of its first letters and digits and of a seed that every process draws anew.
class KnownSecrets
{
public:
    /// One of fewer than 6 letters and digits is not told from a word, and ignored.
    void add(QByteArrayView secret);
    void clear() { m_heads.clear(); }

    struct Head
    {
        size_t window;    ///< letters and digits that the number is made of
        size_t length;    ///< letters and digits of the whole secret
        size_t signature; ///< see signatureOf() in the source
    };
    [[nodiscard]] const std::vector<Head> &heads() const { return m_heads; }

private:
    std::vector<Head> m_heads;
};

/// The text with "[removed]" wherever something looks like a secret: what follows "Bearer", a
/// HubSpot token `pat-…`, the value of client_secret, refresh_token, access_token, id_token, code,
/// code_verifier, hapikey or password in a query, a form or JSON, and the rest of the line after
/// `Authorization:` and `Cookie:`; and wherever there is a known secret or the beginning of one.
/// All of it also where the text is percent-encoded, escaped as JSON, C or QDebug does it, or is
/// UTF-16 that was taken for bytes; a known secret also where blanks, quotes or line breaks stand
/// within it. Removes too much rather than too little.
[[nodiscard]] QString redacted(const QString &text, const KnownSecrets &known = {});

/// The text as one line: characters that would break, hide or reorder it are written as `\n` or
/// `\u202e`, and what is beyond 4096 characters is cut off.
[[nodiscard]] QString oneLine(const QString &text);

} // namespace support
