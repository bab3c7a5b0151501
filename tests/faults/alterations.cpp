#include "tests/faults/alterations.h"

#include "tests/support/scriptedserver.h"

#include <QStringConverter>

namespace tests {

namespace {

/// A message taken apart, to be put together otherwise.
struct Parts
{
    QByteArray status; ///< the line, without its end
    Headers headers;   ///< without Content-Length
    QByteArray body;

    explicit Parts(const QByteArray &message)
    {
        const qsizetype end = message.indexOf("\r\n\r\n");
        QByteArrayList lines = message.first(end).split('\n');
        status = lines.takeFirst().trimmed();
        for (const QByteArray &line : lines) {
            const qsizetype colon = line.indexOf(':');
            const QByteArray name = line.first(colon);
            if (name.compare("Content-Length", Qt::CaseInsensitive) != 0) {
                headers.emplace_back(name, line.sliced(colon + 1).trimmed());
            }
        }
        body = message.sliced(end + 4);
    }

    void set(const QByteArray &name, const QByteArray &value)
    {
        std::erase_if(headers, [&name](const auto &header) {
            return header.first.compare(name, Qt::CaseInsensitive) == 0;
        });
        headers.emplace_back(name, value);
    }

    /// Without any word of the body's length.
    [[nodiscard]] QByteArray bare() const
    {
        QByteArray text = status + "\r\n";
        for (const auto &[name, value] : headers) {
            text += name + ": " + value + "\r\n";
        }
        return text + "\r\n" + body;
    }

    [[nodiscard]] QByteArray withLength(const QByteArray &length)
    {
        set("Content-Length", length);
        return bare();
    }

    [[nodiscard]] QByteArray whole() { return withLength(QByteArray::number(body.size())); }
};

using Change = std::function<QByteArray(Parts)>;

std::function<Altered(const QByteArray &)> with(const Change &change)
{
    return [change](const QByteArray &message) { return Altered{change(Parts(message))}; };
}

Change withBody(const std::function<QByteArray(const QByteArray &)> &change)
{
    return [change](Parts parts) {
        parts.body = change(parts.body);
        return parts.whole();
    };
}

Change withLength(const std::function<QByteArray(qsizetype)> &length)
{
    return [length](Parts parts) { return parts.withLength(length(parts.body.size())); };
}

Change withHeader(const QByteArray &name, const QByteArray &value)
{
    return [name, value](Parts parts) {
        parts.set(name, value);
        return parts.whole();
    };
}

/// The body as `chunks` makes it.
Change chunkedBy(const std::function<QByteArray(const QByteArray &)> &chunks)
{
    return [chunks](Parts parts) {
        parts.set("Transfer-Encoding", "chunked");
        parts.body = chunks(parts.body);
        return parts.bare();
    };
}

Change gzipped(const std::function<QByteArray(const QByteArray &)> &change)
{
    return [change](Parts parts) {
        parts.set("Content-Encoding", "gzip");
        parts.body = change(parts.body);
        return parts.whole();
    };
}

QByteArray chunk(const QByteArray &bytes)
{
    return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n";
}

QByteArray inTwoChunks(const QByteArray &body)
{
    const qsizetype half = body.size() / 2;
    return chunk(body.first(half)) + chunk(body.sliced(half)) + "0\r\n\r\n";
}

/// One chunk that says it is so long.
Change chunkOf(const QByteArray &size)
{
    return chunkedBy(
        [size](const QByteArray &body) { return size + "\r\n" + body + "\r\n0\r\n\r\n"; });
}

QByteArray brokenGzip(const QByteArray &body)
{
    QByteArray bytes = script::gzip(body);
    for (qsizetype i = bytes.size() / 2; i < bytes.size() / 2 + 8; ++i) {
        bytes[i] = char(~bytes.at(i));
    }
    return bytes;
}

QByteArray gzipWithWrongSum(const QByteArray &body)
{
    QByteArray bytes = script::gzip(body);
    bytes[bytes.size() - 6] = char(~bytes.at(bytes.size() - 6));
    return bytes;
}

Change redirected(const QByteArray &status, const QByteArray &location)
{
    return [status, location](Parts parts) {
        parts.status = "HTTP/1.1 " + status;
        parts.set("Location", location);
        return parts.whole();
    };
}

/// `interim` before the answer.
std::function<Altered(const QByteArray &)> after(const QByteArray &interim)
{
    return [interim](const QByteArray &message) { return Altered{interim + message}; };
}

QByteArray inUtf16(const QByteArray &body)
{
    return QStringEncoder(QStringEncoder::Utf16LE).encode(QString::fromUtf8(body));
}

QByteArray withDeepValue(const QByteArray &body)
{
    const QByteArray deep = QByteArray(5'000, '[') + QByteArray(5'000, ']');
    return QByteArray(body).insert(body.lastIndexOf('}'), ",\"deep\":" + deep);
}

QByteArray withNul(const QByteArray &body)
{
    QByteArray bytes = body;
    bytes[bytes.indexOf(':')] = '\0';
    return bytes;
}

} // namespace

QByteArray withIdleLastByte(const QByteArray &message)
{
    return withBody([](const QByteArray &body) { return body + '\n'; })(Parts(message));
}

std::vector<Alteration> alterations(const QUrl &elsewhere)
{
    using enum Alteration::Verdict;
    const QByteArray far = elsewhere.resolved(QUrl(QStringLiteral("/away"))).toEncoded();
    const auto number = [](qsizetype value) { return QByteArray::number(value); };
    return {
        {"as it is", Valid, [](const QByteArray &message) { return Altered{message}; }},
        {"chunked", Valid, with(chunkedBy(inTwoChunks))},
        {"gzip", Valid, with(gzipped(script::gzip))},
        {"kept alive", Valid, with(withHeader("Connection", "keep-alive"))},
        {"twice", Valid,
         [](const QByteArray &message) {
             return Altered{message + message, message.size()};
         }},
        {"100 before", Valid, after("HTTP/1.1 100 Continue\r\n\r\n")},
        {"103 before", Valid, after("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n")},
        {"no length", Open,
         [](const QByteArray &message) {
             const QByteArray bytes = Parts(message).bare();
             return Altered{bytes, bytes.size() - 1}; // JSON alone says where it ends
         }},
        {"length too large", Broken,
         with(withLength([number](qsizetype size) { return number(size + 10); }))},
        {"length too small", Broken,
         with(withLength([number](qsizetype size) { return number(size - 5); }))},
        {"length negative", Broken,
         with(withLength([number](qsizetype size) { return number(-size); }))},
        {"length no number", Broken, with(withLength([](qsizetype) { return "ten"; }))},
        {"length of 20 digits", Broken,
         with(withLength([](qsizetype) { return "18446744073709551617"; }))},
        {"two lengths", Broken, with([number](Parts parts) {
             parts.headers.emplace_back("Content-Length", number(parts.body.size()));
             parts.headers.emplace_back("Content-Length", number(parts.body.size() - 1));
             return parts.bare();
         })},
        {"chunk without a size", Broken, with(chunkOf("zz"))},
        {"chunk too small", Broken, with(chunkOf("5"))},
        {"chunk too large", Broken, with(chunkOf("fffff"))},
        {"chunk of 20 digits", Broken, with(chunkOf("ffffffffffffffffffff"))},
        {"chunk negative", Broken, with(chunkOf("-5"))},
        {"gzip bomb", Broken, with(gzipped([](const QByteArray &body) {
             return script::gzip(body + QByteArray(4 * faultAnswerCap, ' '));
         }))},
        {"gzip broken", Broken, with(gzipped(brokenGzip))},
        {"gzip of a wrong sum", Broken, with(gzipped(gzipWithWrongSum))},
        {"gzip only said", Broken, with(gzipped([](const QByteArray &body) { return body; }))},
        {"another charset", Open,
         with(withHeader("Content-Type", "application/json; charset=utf-16"))},
        {"in UTF-16", Broken, with(withBody(inUtf16))},
        {"invalid UTF-8", Broken, with(withBody([](const QByteArray &body) {
             return QByteArray(body).replace("{\"", "{\"\xff\xfe\":0,\"");
         }))},
        {"BOM", Open, with(withBody([](const QByteArray &body) { return "\xef\xbb\xbf" + body; }))},
        {"NUL in the body", Broken, with(withBody(withNul))},
        {"NUL after the body", Open,
         with(withBody([](const QByteArray &body) { return body + QByteArray(8, '\0'); }))},
        {"deep JSON", Broken, with(withBody(withDeepValue))},
        {"another type", Broken, with(withHeader("Content-Type", "text/plain"))},
        {"HTML", Broken, with([](Parts parts) {
             parts.set("Content-Type", "text/html");
             parts.body = "<html>\n";
             return parts.whole();
         })},
        {"HTML called JSON", Broken, with(withBody([](const QByteArray &) { return "<html>\n"; }))},
        {"empty", Broken, with(withBody([](const QByteArray &) { return QByteArray(); }))},
        {"500", Broken, with([](Parts parts) {
             parts.status = "HTTP/1.1 500 No";
             return parts.whole();
         })},
        {"302 to the same origin", Broken, with(redirected("302 Found", "/"))},
        {"307 to the same origin", Broken, with(redirected("307 Go", "/"))},
        {"303 to another origin", Broken, with(redirected("303 See Other", far))},
        {"308 to another origin", Broken, with(redirected("308 Go", far))},
    };
}

} // namespace tests
