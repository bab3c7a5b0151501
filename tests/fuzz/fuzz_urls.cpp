#include "app/api/batch.h"
#include "app/api/reads.h"
#include "app/api/transport.h"
#include "tests/fuzz/fuzz.h"

// An address somebody gives for the API, and, each after a byte 0xff, the two names of a pair.

using namespace Qt::StringLiterals;
using fuzz::require;

namespace {

void checkBase(const QUrl &url)
{
    const bool secure = url.scheme() == u"https"_s;
    require(secure || (url.scheme() == u"http"_s && api::isLoopback(url.host())),
            "the key goes over https, or nowhere but to this computer");
    require(!url.host().isEmpty() && url.userInfo().isEmpty() && url.path().isEmpty() &&
                !url.hasQuery() && !url.hasFragment(),
            "a base address is scheme, host and port");
    require(url.port() != 0 && url.port() != (secure ? 443 : 80), "an origin has one spelling");
    for (const auto format : {QUrl::PrettyDecoded, QUrl::FullyEncoded}) {
        const auto again = api::parseBaseUrl(url.toString(format));
        require(again && *again == url, "an address means itself");
    }
    for (const QChar character : url.toString(QUrl::FullyEncoded)) {
        require(character > u' ' && character < u'\x7f', "an encoded address is ASCII");
    }
}

void checkPath(const QByteArray &path, const limits::Pair &pair, qsizetype from, qsizetype parts,
               const std::optional<QUrl> &base)
{
    const QList<QByteArray> segments = path.split('/');
    require(segments.size() == parts, "no name adds a segment to a path");
    require(segments.at(from) == QUrl::toPercentEncoding(pair.from) &&
                QByteArray::fromPercentEncoding(segments.at(from)) == pair.from.toUtf8() &&
                QByteArray::fromPercentEncoding(segments.at(from + 1)) == pair.to.toUtf8(),
            "the names are in the path");
    require(!path.contains('?') && !path.contains('#'), "no name ends a path");
    for (const char character : path) {
        require(character > ' ' && character < '\x7f', "a path is ASCII");
    }
    if (base) {
        const QUrl url = QUrl::fromEncoded(base->toEncoded() + path, QUrl::StrictMode);
        require(url.isValid() && url.adjusted(QUrl::RemovePath) == *base, "the origin is kept");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QList<QString> texts = fuzz::textsOf(data, size, 3);
    const auto parsed = api::parseBaseUrl(texts.at(0));
    const std::optional<QUrl> base = parsed ? std::optional(*parsed) : std::nullopt;
    if (base) {
        checkBase(*base);
    }
    const limits::Pair pair{texts.at(1), texts.at(2)};
    checkPath(api::configurationsPath(pair), pair, 6, 8, base);
    checkPath(api::labelsPath(pair), pair, 4, 7, base);
    checkPath(api::recordsNearLimitPath(pair), pair, 6, 8, base);
    for (const auto operation :
         {limits::Operation::Create, limits::Operation::Update, limits::Operation::Purge}) {
        checkPath(api::encode({operation, pair, {}, 0}).path, pair, 6, 10, base);
    }
    return 0;
}
