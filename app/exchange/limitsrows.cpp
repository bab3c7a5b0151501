#include "app/exchange/limitsrows.h"

#include <algorithm>
#include <limits>

namespace exchange {

using namespace Qt::StringLiterals;
using limits::Category;
using limits::Issue;
using limits::Issues;
using limits::Side;
using support::Expected;

namespace {

/// Most cells are a plain number: read without making a string of it. Nullopt for any other text.
std::optional<qint32> plainNumber(QByteArrayView text)
{
    constexpr qsizetype mostDigits = 10;
    if (text.isEmpty() || text.size() > mostDigits || text.front() == '0') {
        return std::nullopt;
    }
    qint64 value = 0;
    for (const char character : text) {
        if (character < '0' || character > '9') {
            return std::nullopt;
        }
        value = value * 10 + (character - '0');
    }
    return value <= std::numeric_limits<qint32>::max() ? std::optional(qint32(value))
                                                       : std::nullopt;
}

Expected<qint32, Issue> typeIdIn(QByteArrayView text)
{
    const auto plain = plainNumber(text);
    return plain ? *plain : limits::parseTypeId(QString::fromUtf8(text));
}

Expected<std::optional<qint32>, Issue> limitIn(QByteArrayView text)
{
    const auto plain = plainNumber(text);
    return plain ? plain : limits::parseLimit(QString::fromUtf8(text));
}

/// "Contacts → Companies", or only where it goes to, as the table shows it.
std::pair<QString, QString> endsOf(const QString &direction)
{
    for (const QString &arrow : {u"→"_s, u"->"_s, u">"_s}) {
        const qsizetype place = direction.indexOf(arrow);
        if (place >= 0) {
            return {direction.first(place).trimmed(),
                    direction.sliced(place + arrow.size()).trimmed()};
        }
    }
    return {{}, direction.trimmed()};
}

bool isCalled(const QString &object, const QString &id, const QStringList &names)
{
    return object.isEmpty() || object.compare(id, Qt::CaseInsensitive) == 0 ||
           names.contains(object, Qt::CaseInsensitive);
}

} // namespace

LimitsRows::LimitsRows(ImportPair pair, std::vector<LimitsColumn> order)
    : m_pair(std::move(pair))
    , m_order(std::move(order))
{
}

QByteArrayView LimitsRows::bytesOf(const Row &row, LimitsColumn column) const
{
    qsizetype place = row.text;
    for (const LimitsColumn before : m_order) {
        if (before == column) {
            return QByteArrayView(m_texts).sliced(place, row.sizes[size_t(column)]);
        }
        place += row.sizes[size_t(before)];
    }
    return {};
}

QString LimitsRows::text(qsizetype row, LimitsColumn column) const
{
    return QString::fromUtf8(bytesOf(at(row), column));
}

Issues LimitsRows::issues(qsizetype row) const
{
    return Issues::fromInt(at(row).issues);
}

LineProblems LimitsRows::problems(qsizetype row) const
{
    return LineProblems::fromInt(at(row).problems);
}

bool LimitsRows::hasErrors(qsizetype row) const
{
    return problems(row) || (issues(row) & limits::errorIssues);
}

std::optional<Side> LimitsRows::side(qsizetype row) const
{
    switch (at(row).way) {
    case Way::There:
        return Side::There;
    case Way::Back:
        return Side::Back;
    case Way::Unsaid:
    case Way::Elsewhere:
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

limits::RowEdit LimitsRows::edit(qsizetype row) const
{
    const auto said = [this, row](LimitsColumn column) {
        QString cell = text(row, column);
        return cell.isEmpty() ? std::nullopt : std::optional(std::move(cell));
    };
    return {text(row, LimitsColumn::TypeId), said(LimitsColumn::Category),
            said(LimitsColumn::Limit)};
}

qsizetype LimitsRows::bytes() const
{
    return m_texts.capacity() + qsizetype(m_rows.capacity() * sizeof(Row));
}

void LimitsRows::endRow(qint64 line, LineProblems problems)
{
    static_assert(sizeof(Row) == 32);
    Row &row = m_next;
    row.line = quint32(line);
    row.way = wayOf(row);
    problems.setFlag(LineProblem::OtherPair, row.way == Way::Elsewhere);
    problems.setFlag(LineProblem::OtherDirection, row.way == Way::Back && !m_pair.bothDirections);
    const Issues issues = judge(row);
    row.issues = quint16(issues.toInt());
    row.problems = quint8(problems.toInt());
    const bool isWrong = problems || (issues & limits::errorIssues);
    m_errors += isWrong ? 1 : 0;
    m_warnings += !isWrong && (issues & ~limits::quietIssues) ? 1 : 0;
    m_rows.push_back(row);
    m_next = {};
    m_next.text = m_textsEnd;
}

void LimitsRows::expect(qint64 total, qint64 done)
{
    // What is foreseen from little may be far off.
    constexpr qint64 mostTexts = 64 * 1024 * 1024;
    constexpr qint64 mostRows = 2'000'000;
    if (done <= 0 || total <= done) {
        return;
    }
    const double times = 1.05 * double(total) / double(done);
    m_texts.resize(std::max(m_texts.size(),
                            qsizetype(std::min(double(mostTexts), times * double(m_textsEnd)))));
    m_rows.reserve(size_t(std::min(double(mostRows), times * double(size()))));
}

void LimitsRows::makeRoom(qsizetype bytes)
{
    constexpr qsizetype atLeast = 4096;
    m_texts.resize(std::max(2 * m_texts.size(), m_texts.size() + bytes + atLeast));
}

void LimitsRows::finish()
{
    m_texts.truncate(m_textsEnd);
    m_texts.squeeze();
    if (m_rows.capacity() - m_rows.size() > m_rows.size() / 4) { // else copying is not worth it
        m_rows.shrink_to_fit();
    }
    m_seen = {};
}

Issues LimitsRows::judge(const Row &row)
{
    Issues issues;
    const auto typeId = typeIdIn(bytesOf(row, LimitsColumn::TypeId));
    if (!typeId) {
        issues |= typeId.error();
    }
    const QByteArrayView categoryText = bytesOf(row, LimitsColumn::Category);
    const auto category = categoryText.isEmpty() ? std::nullopt : categoryOf(categoryText);
    issues.setFlag(Issue::CategoryUnknown, !categoryText.isEmpty() && !category);
    const QByteArrayView limitText = bytesOf(row, LimitsColumn::Limit);
    if (limitText.isEmpty()) {
        issues |= Issue::NothingToSend;
    } else if (const auto limit = limitIn(limitText)) {
        issues.setFlag(Issue::AboveUsualHighest, *limit > limits::usualHighestLimit);
    } else {
        issues |= limit.error();
    }
    if (typeId && !(issues & Issue::CategoryUnknown)) {
        issues.setFlag(Issue::Duplicate, isDuplicate(row, category, *typeId));
    }
    return issues;
}

std::optional<Category> LimitsRows::categoryOf(QByteArrayView text)
{
    if (text != m_category.text) {
        m_category = {text.toByteArray(), limits::parseCategory(QString::fromUtf8(text))};
    }
    return m_category.value;
}

bool LimitsRows::isDuplicate(const Row &row, std::optional<Category> category, qint32 typeId)
{
    constexpr quint64 noCategory = 0xff;
    constexpr quint32 idsTogether = 16;
    const quint64 key = (quint64(row.way) << 40) |
                        ((category ? quint64(*category) : noCategory) << 32) |
                        (quint32(typeId) / idsTogether);
    if (key != m_seenKey) {
        m_seen.insert(m_seenKey, m_seenLast);
        m_seenKey = key;
        m_seenLast = m_seen.value(key);
    }
    const auto bit = quint16(1U << (quint32(typeId) % idsTogether));
    const bool wasSeen = (m_seenLast & bit) != 0;
    m_seenLast |= bit;
    return wasSeen;
}

LimitsRows::Way LimitsRows::wayOf(const Row &row)
{
    constexpr std::array naming{LimitsColumn::From, LimitsColumn::To, LimitsColumn::Direction};
    QByteArray key;
    for (const LimitsColumn column : naming) {
        if (row.sizes[size_t(column)] > 0) {
            key += char(column);
            key += bytesOf(row, column);
        }
    }
    if (key.isEmpty()) {
        return Way::Unsaid;
    }
    if (key != m_way.text) {
        const auto said = [this, &row](LimitsColumn column) {
            return QString::fromUtf8(bytesOf(row, column)).trimmed();
        };
        auto [from, to] = endsOf(said(LimitsColumn::Direction));
        from = said(LimitsColumn::From).isEmpty() ? from : said(LimitsColumn::From);
        to = said(LimitsColumn::To).isEmpty() ? to : said(LimitsColumn::To);
        m_way = {key, wayOf(from, to)};
    }
    return m_way.value;
}

LimitsRows::Way LimitsRows::wayOf(const QString &from, const QString &to) const
{
    if (from.isEmpty() && to.isEmpty()) {
        return Way::Unsaid;
    }
    const limits::Pair &pair = m_pair.pair;
    if (isCalled(from, pair.from, m_pair.fromNames) && isCalled(to, pair.to, m_pair.toNames)) {
        return Way::There;
    }
    if (isCalled(from, pair.to, m_pair.toNames) && isCalled(to, pair.from, m_pair.fromNames)) {
        return Way::Back;
    }
    return Way::Elsewhere;
}

} // namespace exchange
