#include "app/history/searchtext.h"

#include "app/api/jsontext.h"

#include <QJsonDocument>
#include <QSet>
#include <QStringList>

namespace history {

namespace {

/// Lines in the order they came, each once.
class Lines
{
public:
    void add(const QString &text)
    {
        const QString all = folded(text);
        for (const QStringView part : QStringView(all).tokenize(u'\n', Qt::SkipEmptyParts)) {
            const QString line = part.trimmed().toString();
            if (!line.isEmpty() && !m_seen.contains(line)) {
                m_seen.insert(line);
                m_text += line + u'\n';
            }
        }
    }

    void addBody(const QByteArray &body)
    {
        const QByteArray bytes = body.left(mostSearchedBytes);
        add(api::indentedJson(bytes));
        if (bytes.contains("\\u")) {
            add(QString::fromUtf8(QJsonDocument::fromJson(bytes).toJson()));
        }
    }

    void addReply(const std::optional<api::Reply> &reply)
    {
        if (reply) {
            addCorrelation(reply);
            addBody(reply->body);
        }
    }

    void addCorrelation(const std::optional<api::Reply> &reply)
    {
        if (reply) {
            add(QString::fromLatin1(reply->header("x-hubspot-correlation-id")));
        }
    }

    [[nodiscard]] QString text() const { return m_text; }

private:
    QSet<QString> m_seen;
    QString m_text;
};

} // namespace

QString folded(const QString &text)
{
    return text.normalized(QString::NormalizationForm_KC).toCaseFolded();
}

QString searchNames(const Record &record)
{
    return folded(QStringList{record.fromName, record.pair.from, record.toName, record.pair.to,
                              record.accountName}
                      .join(u'\n'));
}

QString searchText(const Record &record)
{
    Lines lines;
    lines.add(searchNames(record));
    lines.add(record.note);
    for (const Exchange &exchange : record.exchanges) {
        for (const limits::Change &change : exchange.request.changes) {
            lines.add(change.label);
            lines.add(QString::number(change.typeId));
        }
        lines.addBody(exchange.body);
        for (const Attempt &attempt : exchange.refused) {
            lines.addReply(attempt.reply);
        }
        lines.addReply(exchange.reply);
    }
    for (const ReadBack &readBack : record.readBacks) {
        lines.addCorrelation(readBack.attempt.reply);
    }
    return lines.text();
}

} // namespace history
