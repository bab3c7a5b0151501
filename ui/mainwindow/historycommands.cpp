#include "ui/mainwindow/historycommands.h"

#include "app/limits/rowkeys.h"
#include "app/submission/effects.h"
#include "app/submission/revert.h"
#include "ui/editor/limitspanel.h"
#include "ui/editor/pairloader.h"
#include "ui/history/comparedialog.h"
#include "ui/history/limitstory.h"
#include "ui/mainwindow/openpair.h"
#include "ui/mainwindow/programtext.h"
#include "ui/mainwindow/reverttext.h"
#include "ui/mainwindow/submissionview.h"
#include "ui/results/resultspanel.h"
#include "ui/review/submitter.h"
#include "ui/widgets/timetext.h"

#include <QHash>
#include <QLocale>

#include <algorithm>

namespace ui::mainwindow {

using namespace Qt::StringLiterals;
using ::accounts::Account;
using ::history::Record;
using limits::Side;
using submission::LimitEffect;
namespace settings = support::settings;

namespace {

QString timeOf(const Record &record)
{
    return widgets::dateTimeText(record.createdAt, QLocale());
}

bool isBack(const Record &record, const limits::Pair &pair)
{
    return pair != record.pair;
}

bool hasBothDirections(const Record &record)
{
    return std::ranges::any_of(record.exchanges, [&record](const ::history::Exchange &exchange) {
        return isBack(record, exchange.request.pair);
    });
}

/// The side of the document that shows the pair; nullopt where none does.
std::optional<Side> sideOf(const limits::Document &document, const limits::Pair &pair)
{
    const std::vector<limits::Pair> pairs = document.pairs();
    const auto found = std::ranges::find(pairs, pair);
    return found == pairs.end() ? std::nullopt : std::optional(Side(found - pairs.begin()));
}

bool isOpen(const limits::Document &document, const Record &record)
{
    return std::ranges::all_of(record.exchanges, [&](const ::history::Exchange &exchange) {
        return sideOf(document, exchange.request.pair).has_value();
    });
}

QString entryOf(const LimitEffect &limit)
{
    return limit.asked ? QString::number(*limit.asked) : u"many"_s;
}

/// Windows stay for themselves until they are closed.
void showWindow(QDialog &window)
{
    window.setAttribute(Qt::WA_DeleteOnClose);
    window.show();
}

} // namespace

HistoryCommands::HistoryCommands(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    connect(&m_parts.loader, &editor::PairLoader::ended, this, &HistoryCommands::enterPending);
    connect(&m_parts.results, &results::ResultsPanel::historyRequested, this,
            &HistoryCommands::showStory);
    connect(&m_parts.limits, &editor::LimitsPanel::historyRequested, this,
            [this](const limits::Pair &pair, limits::Category category, qint32 typeId,
                   const QString &label) {
                showStory({m_parts.open.account()->id, pair, category, typeId}, label);
            });
}

void HistoryCommands::setHistory(::history::Store *store, ::history::Finder *finder)
{
    m_store = store;
    m_finder = finder;
}

std::optional<Record> HistoryCommands::read(const QUuid &id)
{
    // What it could not write down, the runner still has.
    if (const Record &running = m_parts.runner.record(); running.id == id) {
        return running;
    }
    if (!m_store) {
        Q_EMIT notice(tr("There is no history."), {});
        return std::nullopt;
    }
    const auto record = m_store->read(id);
    if (!record) {
        Q_EMIT notice(tr("This record can't be read."), storeErrorText(record.error()));
        return std::nullopt;
    }
    return *record;
}

std::optional<Record> HistoryCommands::readOfAccount(const QUuid &id)
{
    std::optional<Record> record = read(id);
    const Account *account = m_parts.open.account();
    if (record && (account == nullptr || account->id != record->accountId)) {
        Q_EMIT notice(tr("This submission is of the account “%1”, which is not open.")
                          .arg(record->accountName),
                      tr("Choose that account first, then try again."));
        return std::nullopt;
    }
    return record;
}

void HistoryCommands::compare(const QUuid &one, const QUuid &other)
{
    const std::optional<Record> first = read(one);
    const std::optional<Record> second = first ? read(other) : std::nullopt;
    if (second) {
        const bool inOrder = first->createdAt <= second->createdAt;
        showWindow(*new history::CompareDialog(inOrder ? *first : *second,
                                               inOrder ? *second : *first, m_parts.types,
                                               &m_parts.window));
    }
}

void HistoryCommands::compareWithNow(const QUuid &id)
{
    if (const auto record = readOfAccount(id)) {
        showWindow(*new history::CompareDialog(*record, m_parts.open.account()->endpoint,
                                               m_parts.reader, m_parts.types, &m_parts.window));
    }
}

void HistoryCommands::loadAsDrafts(const QUuid &id)
{
    const auto record = readOfAccount(id);
    if (!record) {
        return;
    }
    m_pending = record;
    // Where it is not open, why it could not be is said by whoever keeps the drafts.
    if (!isOpen(m_parts.document, *record) &&
        !m_parts.open.open(record->pair, hasBothDirections(*record))) {
        m_pending.reset();
    }
    if (!m_parts.loader.isReading()) {
        enterPending();
    }
}

void HistoryCommands::enterPending()
{
    const std::optional<Record> record = std::exchange(m_pending, std::nullopt);
    // Another account or pair may have been opened meanwhile.
    if (record && m_parts.open.account()->id == record->accountId &&
        isOpen(m_parts.document, *record)) {
        enter(*record);
    }
}

void HistoryCommands::enter(const Record &record)
{
    limits::Document &document = m_parts.document;
    m_parts.limits.commitEditor();
    QHash<limits::RowKey, qsizetype> places;
    for (qsizetype row = document.rowCount() - 1; row >= 0; --row) {
        if (const auto key = limits::rowKey(document.at(row))) {
            places.insert(*key, row);
        }
    }
    std::vector<qsizetype> rows;
    std::vector<limits::RowEdit> edits;
    std::vector<limits::DraftRow> added;
    const std::vector<LimitEffect> asked = submission::effectsOf(record, m_parts.types);
    for (const LimitEffect &limit : asked) {
        const Side side = *sideOf(document, limit.pair);
        const auto place = places.constFind(limits::rowKey(side, limit.category, limit.typeId));
        if (place == places.cend()) {
            added.push_back({QString::number(limit.typeId), QString(wireName(limit.category)),
                             entryOf(limit), side});
        } else {
            rows.push_back(*place);
            edits.push_back({{}, {}, entryOf(limit)});
        }
    }
    //: undo step
    const QString text = tr("load from history");
    if (added.empty()) {
        document.edit(rows, edits, text);
    } else {
        document.undoStack().beginMacro(text);
        document.edit(rows, edits, text);
        document.append(std::move(added), text);
        document.undoStack().endMacro();
    }
    m_parts.limits.setFocus(Qt::OtherFocusReason);
    Q_EMIT message(tr("%Ln limit(s) of the submission of %1 are entered. Nothing is submitted yet.",
                      nullptr, int(asked.size()))
                       .arg(timeOf(record)));
}

void HistoryCommands::revert(const QUuid &id)
{
    const auto record = readOfAccount(id);
    if (!record) {
        return;
    }
    const QString blocked = record->state == Record::State::InFlight
                                ? tr("It is still being submitted")
                                : m_parts.submissions.blocked();
    if (!blocked.isEmpty()) {
        Q_EMIT notice(tr("This submission can't be reverted now."), blocked + u'.');
        return;
    }
    submission::Revert way = submission::revertEdits(*record, m_parts.types);
    if (way.edits.empty()) {
        Q_EMIT notice(tr("Nothing of this submission can be reverted."), leftText(way.left));
        return;
    }
    const Account &account = *m_parts.open.account();
    m_parts.submitter.review(
        {account.id, account.name, account.kind, account.endpoint, record->pair, record->fromName,
         record->toName, std::move(way.edits), revertWarnings(way.left),
         m_parts.settings.value(settings::inputsPerRequest), record->id, record->createdAt});
}

void HistoryCommands::showStory(const ::history::LimitKey &key, const QString &label)
{
    if (!m_finder) {
        Q_EMIT notice(tr("There is no history."), {});
        return;
    }
    const auto open = m_parts.window.findChildren<history::LimitStory *>();
    const auto same = std::ranges::find(open, key, &history::LimitStory::key);
    if (same != open.end()) {
        (*same)->raise();
        (*same)->activateWindow();
        return;
    }
    auto *story = new history::LimitStory(
        *m_finder, key,
        {label, m_parts.open.nameOf(key.pair.from), m_parts.open.nameOf(key.pair.to)},
        &m_parts.window);
    connect(story, &history::LimitStory::recordActivated, &m_parts.submissions,
            &SubmissionView::show);
    showWindow(*story);
}

} // namespace ui::mainwindow
