#include "ui/results/detailsmodel.h"

#include "ui/results/recordtext.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/bytestext.h"

#include <algorithm>
#include <array>

namespace ui::results {

using namespace Qt::StringLiterals;
using Row = DetailsModel::Row;

namespace {

// The headers that tell what happened, in the order they stand in.
constexpr std::array telling{
    QByteArrayView("content-type"),
    QByteArrayView("date"),
    QByteArrayView("x-hubspot-correlation-id"),
    QByteArrayView("x-hubspot-ratelimit-"),
    QByteArrayView("retry-after"),
    QByteArrayView("location"),
};

// The place among them; those of one place, and all others, stay as they came.
size_t placeOf(const api::Header &header)
{
    const QByteArray name = header.name.toLower();
    const auto found = std::ranges::find_if(telling, [&name](QByteArrayView known) {
        return known.endsWith('-') ? name.startsWith(known) : name == known;
    });
    return size_t(found - telling.begin());
}

Row timeRow(const QString &name, const QDateTime &time)
{
    const OwnTime own = ownTime(time);
    return {name, own.text, own.exact, own.hint};
}

std::vector<Row> rowsOf(const Sent &sent)
{
    std::vector<Row> rows;
    const QString sentAt = DetailsModel::tr("Sent at");
    rows.push_back(sent.sentAt ? timeRow(sentAt, *sent.sentAt) : Row{sentAt, sent.status, {}, {}});
    const bool answered = !sent.reply || sent.reply->httpStatus != 0;
    const QString answeredAt = answered ? DetailsModel::tr("Answered at")
                                        //: When a request was given up that got no answer.
                                        : DetailsModel::tr("Ended at");
    if (sent.sentAt && sent.answeredAt) {
        rows.push_back(timeRow(answeredAt, *sent.answeredAt));
        rows.push_back({DetailsModel::tr("Duration"),
                        durationOf(sent).value_or(DetailsModel::tr("not known")),
                        {},
                        {}});
    } else if (sent.sentAt) {
        rows.push_back({answeredAt, sent.status, {}, {}});
    }
    if (sent.reply) {
        rows.push_back({DetailsModel::tr("HTTP status"), sent.status, {}, {}});
    }
    if (!sent.failure.isEmpty()) {
        //: What went wrong with a request.
        rows.push_back({DetailsModel::tr("Failure"), sent.failure, {}, {}});
    }
    if (sent.reply) {
        std::vector<api::Header> headers = sent.reply->headers;
        std::ranges::stable_sort(headers, {}, placeOf);
        for (const api::Header &header : headers) {
            rows.push_back({widgets::bytesText(header.name).text,
                            widgets::bytesText(header.value).text,
                            {},
                            {}});
        }
    }
    return rows;
}

} // namespace

void DetailsModel::setSent(const Sent &sent)
{
    std::vector<Row> rows = rowsOf(sent);
    if (rows == m_rows) {
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int DetailsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int DetailsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 2;
}

QVariant DetailsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Row &row = m_rows[size_t(index.row())];
    const bool isName = Column(index.column()) == Column::Name;
    switch (role) {
    case Qt::DisplayRole:
        return isName ? row.name : row.value;
    case Qt::ToolTipRole:
        return widgets::plainToolTip(isName                  ? row.name
                                     : row.toolTip.isEmpty() ? row.value
                                                             : row.toolTip);
    case Qt::TextAlignmentRole:
        return int(Qt::AlignLeft | Qt::AlignTop);
    case ExactRole:
        return isName ? row.name : row.exact.isEmpty() ? row.value : row.exact;
    default:
        return {};
    }
}

QVariant DetailsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section > 1) {
        return {};
    }
    return Column(section) == Column::Name ? tr("Name") : tr("Value");
}

} // namespace ui::results
