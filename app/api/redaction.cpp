#include "app/api/redaction.h"

#include "app/api/transport.h"

#include <algorithm>

namespace api {

namespace {

constexpr QByteArrayView replacement = "[token removed]";

/// A shorter beginning of the token at the end of a body that ends early is left alone: it may be
/// there by chance, and tells nobody anything.
constexpr qsizetype telling = 8;

} // namespace

QByteArray withoutToken(QByteArray text, const QByteArray &token)
{
    if (token.isEmpty()) {
        return text;
    }
    text.replace(token, replacement);
    const QByteArray inUrl = token.toPercentEncoding();
    QByteArray inJson = token;
    inJson.replace('\\', "\\\\").replace('"', "\\\"").replace('/', "\\/");
    for (const QByteArray &spelling : {inUrl, inJson}) {
        if (spelling != token) {
            text.replace(spelling, replacement);
        }
    }
    return text;
}

void removeToken(Reply &reply, const QByteArray &token)
{
    reply.reasonPhrase = withoutToken(reply.reasonPhrase, token);
    for (Header &header : reply.headers) {
        header.name = withoutToken(header.name, token);
        header.value = withoutToken(header.value, token);
    }
    reply.body = withoutToken(reply.body, token);
    if (reply.failure) {
        const qsizetype longest = std::min(token.size() - 1, reply.body.size());
        for (qsizetype size = longest; size >= telling; --size) {
            if (reply.body.endsWith(token.first(size))) {
                reply.body.chop(size);
                reply.body.append(replacement);
                break;
            }
        }
    }
    reply.failureText = QString::fromUtf8(withoutToken(reply.failureText.toUtf8(), token));
}

} // namespace api
