#pragma once

#include "app/exchange/limitscolumns.h"
#include "app/limits/document.h"

#include <QByteArray>
#include <QFlags>
#include <QHash>
#include <QStringList>

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace exchange {

/// What is wrong with one line of a file, beside the limits::Issue of what stands in it. What has
/// any of these can't be taken over as it stands.
enum class LineProblem : quint8 {
    OtherPair = 1 << 0,      ///< it names other objects than those of the open pair
    OtherDirection = 1 << 1, ///< the open pair the other way, which is not shown
    MoreCells = 1 << 2,   ///< than the header has: a separator too many, so any cell may be wrong
    TwoValues = 1 << 3,   ///< of one column, under two names; the first was taken (JSON)
    NotAnObject = 1 << 4, ///< there is nothing to take (JSON)
};
Q_DECLARE_FLAGS(LineProblems, LineProblem)
Q_DECLARE_OPERATORS_FOR_FLAGS(LineProblems)

/// The open pair, which lines that name a direction are matched with.
struct ImportPair
{
    limits::Pair pair;
    bool bothDirections = false; ///< both are shown
    /// What a file may call the objects beside their IDs; case does not matter.
    QStringList fromNames{};
    QStringList toNames{};
};

/// The lines of a file of limits, each with what it becomes and what is wrong with it. Texts stay
/// as they were typed. They are kept as bytes, one after the other, at 32 bytes a line beside them:
/// a million lines take some 80 MB, and a model makes the strings of those it shows.
class LimitsRows
{
public:
    /// A text can't be longer, in bytes; no value that means anything is.
    static constexpr qsizetype longestText = 0xffff;

    /// `order` is the one that cells of a row are added in; a column stands in it at most once.
    explicit LimitsRows(ImportPair pair = {}, std::vector<LimitsColumn> order = {});

    [[nodiscard]] qsizetype size() const { return qsizetype(m_rows.size()); }
    [[nodiscard]] bool isEmpty() const { return m_rows.empty(); }
    /// Where the row begins in the file, from 1.
    [[nodiscard]] qint64 line(qsizetype row) const { return at(row).line; }
    /// As it stands in the file; empty where there is nothing.
    [[nodiscard]] QString text(qsizetype row, LimitsColumn column) const;
    /// Of the row alone, but for Duplicate: an earlier row names the same type. NothingToSend: it
    /// has no limit, and so would change none.
    [[nodiscard]] limits::Issues issues(qsizetype row) const;
    [[nodiscard]] LineProblems problems(qsizetype row) const;
    /// There are problems, or issues that are errors.
    [[nodiscard]] bool hasErrors(qsizetype row) const;
    /// The direction the row names; nullopt where it names none, or not one of the open pair.
    [[nodiscard]] std::optional<limits::Side> side(qsizetype row) const;
    /// For limits::Document. Without a limit nothing is said of it: an empty cell is not "many".
    [[nodiscard]] limits::RowEdit edit(qsizetype row) const;

    /// How many rows have errors, and how many of the others draw a warning.
    [[nodiscard]] qsizetype errorCount() const { return m_errors; }
    [[nodiscard]] qsizetype warningCount() const { return m_warnings; }
    /// What all of it takes in memory, but for what finds duplicates.
    [[nodiscard]] qsizetype bytes() const;

    /// There is more to come: what was added took `done` of `total` bytes. Room is made for it.
    void expect(qint64 total, qint64 done);
    /// A row is added cell by cell, in the order of the columns, with UTF-8 of at most longestText
    /// bytes; columns at the end may be missing. endRow() judges it.
    void addCell(LimitsColumn column, QByteArrayView text)
    {
        if (m_texts.size() - m_textsEnd < text.size()) {
            makeRoom(text.size());
        }
        std::copy(text.begin(), text.end(), m_texts.begin() + m_textsEnd);
        m_textsEnd += text.size();
        m_next.sizes[size_t(column)] = quint16(text.size());
    }
    void endRow(qint64 line, LineProblems problems = {});
    /// Nothing is added any more: memory held in reserve is given back.
    void finish();

private:
    enum class Way : quint8 { Unsaid, There, Back, Elsewhere };

    struct Row
    {
        qsizetype text = 0; ///< in m_texts
        quint32 line = 0;
        std::array<quint16, limitsColumnCount> sizes{};
        quint16 issues = 0;
        quint8 problems = 0;
        Way way = Way::Unsaid;
    };

    /// What a text was found to be, for lines in a row mostly repeat it.
    template<typename Value> struct Remembered
    {
        QByteArray text;
        Value value{};
    };

    void makeRoom(qsizetype bytes);
    [[nodiscard]] const Row &at(qsizetype row) const { return m_rows.at(size_t(row)); }
    [[nodiscard]] QByteArrayView bytesOf(const Row &row, LimitsColumn column) const;
    [[nodiscard]] limits::Issues judge(const Row &row);
    [[nodiscard]] std::optional<limits::Category> categoryOf(QByteArrayView text);
    /// Whether an earlier row was of the same type.
    [[nodiscard]] bool isDuplicate(const Row &row, std::optional<limits::Category> category,
                                   qint32 typeId);
    [[nodiscard]] Way wayOf(const Row &row);
    [[nodiscard]] Way wayOf(const QString &from, const QString &to) const;

    ImportPair m_pair;
    std::vector<LimitsColumn> m_order;
    /// UTF-8, with room behind m_textsEnd: to have QByteArray append each cell took a sixth of all.
    QByteArray m_texts;
    qsizetype m_textsEnd = 0;
    std::vector<Row> m_rows;
    Row m_next;
    qsizetype m_errors = 0;
    qsizetype m_warnings = 0;
    Remembered<std::optional<limits::Category>> m_category;
    Remembered<Way> m_way;
    /// Types so far: a bit for each of sixteen neighbouring type IDs. IDs come in runs, so the
    /// sixteen that were looked at last are kept apart.
    QHash<quint64, quint16> m_seen;
    quint64 m_seenKey = 0;
    quint16 m_seenLast = 0;
};

} // namespace exchange
