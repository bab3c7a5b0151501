#include "ui/history/comparerows.h"

#include "ui/widgets/outcomewords.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace ui::history {

using namespace Qt::StringLiterals;
using ::history::Record;
using limits::LiveLimit;
using submission::Effect;
using submission::LimitEffect;
using submission::Since;
using widgets::Glyph;
using widgets::Tone;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::history::CompareWords)
};

struct Verdict
{
    QString text;
    Glyph glyph;
    Tone tone;
};

QString labelText(const QString &label, bool unlabeled)
{
    return label.isEmpty() && unlabeled ? Words::tr("(any association)")
           : label.isEmpty()            ? u"–"_s
                                        : label;
}

/// "7 was asked for: Failed"
QString remarkOf(const LimitEffect &limit)
{
    return Words::tr("%1 was asked for: %2")
        .arg(limitText(LiveLimit::of(limit.asked)), widgets::outcomeLook(limit.outcome).name);
}

Verdict changedBy(Effect earlier, Effect later)
{
    const auto sure = [](const QString &text) { return Verdict{text, Glyph::Pencil, Tone::Info}; };
    const auto perhaps = [](const QString &text) {
        return Verdict{text, Glyph::Question, Tone::Warning};
    };
    switch (earlier) {
    case Effect::None:
        //: Which of two submissions changed a limit.
        return later == Effect::Changed  ? sure(Words::tr("Later only"))
               : later == Effect::Unsure ? perhaps(Words::tr("Perhaps later"))
                                         //: Neither of two submissions changed a limit.
                                         : Verdict{Words::tr("Neither"), Glyph::Dash, Tone::Quiet};
    case Effect::Changed:
        return later == Effect::Changed ? sure(Words::tr("Both"))
               : later == Effect::Unsure
                   //: The earlier of two submissions changed a limit, the later one perhaps did.
                   ? perhaps(Words::tr("Earlier, perhaps later"))
                   : sure(Words::tr("Earlier only"));
    case Effect::Unsure:
        return perhaps(later == Effect::Changed  ? Words::tr("Later, perhaps earlier")
                       : later == Effect::Unsure ? Words::tr("Perhaps both")
                                                 : Words::tr("Perhaps earlier"));
    }
    Q_UNREACHABLE();
}

Verdict since(const submission::LimitNow &limit, bool reading)
{
    switch (limit.since) {
    case Since::AsLeft:
        return {Words::tr("As it was left"), Glyph::Check, Tone::Good};
    case Since::Changed:
        return {limit.now == limit.limit.before ? Words::tr("Back to what it was before")
                                                : Words::tr("Changed since"),
                Glyph::NotEqual, Tone::Warning};
    case Since::Unknown:
        return reading ? Verdict{Words::tr("Being read"), Glyph::Dots, Tone::Quiet}
                       : Verdict{Words::tr("Not known"), Glyph::Question, Tone::Warning};
    }
    Q_UNREACHABLE();
}

CompareRow rowOf(const auto &limit, const QString &direction, const Verdict &verdict)
{
    return {.direction = direction,
            .label = labelText(limit.label, limit.unlabeled),
            .typeId = limit.typeId,
            .category = limit.category,
            .cells = {},
            .verdict = verdict.text,
            .glyph = verdict.glyph,
            .tone = verdict.tone};
}

void addSide(CompareRow &row, const submission::ComparedSide &side)
{
    const QString remark = side.asked ? remarkOf(*side.asked)
                           : side.after.known
                               ? Words::tr("This submission did not ask for it; it was read back.")
                               : Words::tr("This submission did not ask for it.");
    row.cells.push_back({side.before, remark});
    row.cells.push_back({side.after, remark});
}

Effect effectOf(const submission::ComparedSide &side)
{
    return side.asked ? side.asked->effect : Effect::None;
}

} // namespace

QString limitText(const LiveLimit &limit)
{
    return !limit.known  ? Words::tr("unknown", "a limit")
           : limit.limit ? QLocale().toString(*limit.limit)
                         //: No limit.
                         : Words::tr("Many");
}

QString directionText(const Record &record, const limits::Pair &pair)
{
    const auto name = [&record](const QString &id) {
        return id == record.pair.from ? record.fromName : id == record.pair.to ? record.toName : id;
    };
    return u"%1 → %2"_s.arg(name(pair.from), name(pair.to));
}

std::vector<CompareRow> compareRows(const Record &earlier, const Record &later,
                                    const limits::AssociationTypes &known)
{
    std::vector<CompareRow> rows;
    for (const submission::ComparedLimit &limit : submission::compare(earlier, later, known)) {
        CompareRow row =
            rowOf(limit, directionText(limit.later.asked ? later : earlier, limit.pair),
                  changedBy(effectOf(limit.earlier), effectOf(limit.later)));
        row.differs = limit.differs();
        addSide(row, limit.earlier);
        addSide(row, limit.later);
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<CompareRow> compareRows(const Record &record, const std::vector<limits::LivePair> &now,
                                    bool reading, const limits::AssociationTypes &known)
{
    std::vector<CompareRow> rows;
    for (const submission::LimitNow &limit : submission::compareWithNow(record, now, known)) {
        const bool isRead =
            std::ranges::find(now, limit.limit.pair, &limits::LivePair::pair) != now.end();
        CompareRow row = rowOf(limit.limit, directionText(record, limit.limit.pair),
                               since(limit, reading && !isRead));
        row.differs = limit.since != Since::AsLeft;
        const QString remark = remarkOf(limit.limit);
        row.cells = {{limit.limit.before, remark}, {limit.limit.after, remark}, {limit.now, {}}};
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace ui::history
