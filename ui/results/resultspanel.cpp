#include "ui/results/resultspanel.h"

#include "app/submission/effects.h"
#include "ui/results/detailstable.h"
#include "ui/results/linkslist.h"
#include "ui/results/progressrow.h"
#include "ui/results/recordribbon.h"
#include "ui/results/recordtext.h"
#include "ui/results/resultsheader.h"
#include "ui/results/resultstable.h"
#include "ui/results/verdict.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/jsonpane.h"

#include <QDesktopServices>
#include <QLocale>
#include <QStackedWidget>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::results {

using namespace Qt::StringLiterals;
ResultsPanel::ResultsPanel(const support::Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_ribbon(new RecordRibbon(this))
    , m_progress(new ProgressRow(clock, this))
    , m_stack(new QStackedWidget(this))
    , m_content(new QWidget)
    , m_header(new ResultsHeader)
    , m_banner(new widgets::Banner)
    , m_tabs(new QTabWidget)
    , m_actions(new RecordActions)
    , m_table(new ResultsTable)
    , m_request(new widgets::JsonPane("Request"_L1))
    , m_response(new widgets::JsonPane("Response"_L1))
    , m_details(new DetailsTable)
    , m_links(new LinksList)
{
    setFocusProxy(m_tabs);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_table, tr("Results"));
    m_tabs->addTab(m_request, tr("Request"));
    m_tabs->addTab(m_response, tr("Response"));
    //: Times, status and headers of a request.
    m_tabs->addTab(m_details, tr("Details"));
    m_tabs->addTab(m_links, QString());
    m_tabs->setTabVisible(m_tabs->indexOf(m_links), false);
    // A scroll area asks for the height of its scroll bar's parts, more than a small window has.
    for (QWidget *page : {static_cast<QWidget *>(m_table), static_cast<QWidget *>(m_details),
                          static_cast<QWidget *>(m_links)}) {
        page->setMinimumHeight(40);
    }
    m_banner->hide();

    // Beside the tabs they cost no height, of which there is little.
    m_tabs->setCornerWidget(m_actions);

    auto *content = new QVBoxLayout(m_content);
    content->setContentsMargins(0, 0, 0, 0);
    content->setSpacing(2);
    content->addWidget(m_header);
    content->addWidget(m_banner);
    content->addWidget(m_tabs, 1);

    auto *empty = new widgets::EmptyState;
    empty->setText(
        tr("Nothing submitted since the start"),
        tr("What HubSpot answers will appear here: the status and the times of the "
           "batch, and for each limit what was stored. What was submitted earlier is in the "
           "history."));
    m_stack->addWidget(empty);
    m_stack->addWidget(m_content);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_ribbon);
    layout->addWidget(m_progress);
    layout->addWidget(m_stack, 1);

    connect(m_ribbon, &RecordRibbon::backRequested, this, &ResultsPanel::backToLatestRequested);
    connect(m_ribbon, &RecordRibbon::recordRequested, this, &ResultsPanel::recordRequested);
    connect(m_progress, &ProgressRow::cancelRequested, this, &ResultsPanel::cancelRequested);
    connect(m_header, &ResultsHeader::chosen, this, [this](qsizetype index) {
        m_chosen = m_choices.at(size_t(index));
        showChoice();
    });
    connect(m_actions, &RecordActions::checkRequested, this, &ResultsPanel::checkRequested);
    connect(m_actions, &RecordActions::submitAgainRequested, this,
            &ResultsPanel::submitAgainRequested);
    connect(m_table, &ResultsTable::historyRequested, this,
            [this](const submission::LimitOutcome &limit) {
                const auto &request = m_record.exchanges.at(size_t(limit.exchange)).request;
                Q_EMIT historyRequested(
                    {m_record.accountId, request.pair, limit.asked.category, limit.asked.typeId},
                    submission::labelOf(limit));
            });
    connect(m_links, &LinksList::linkActivated, this,
            [](const QUrl &url) { QDesktopServices::openUrl(url); });
}

void ResultsPanel::setRecord(const ::history::Record &record)
{
    if (record.id != m_record.id) {
        m_chosen.reset();
        m_tabs->setCurrentWidget(m_table);
        m_ribbon->setRelated(std::nullopt, {});
    }
    m_record = record;
    m_reading = submission::readingOf(record);
    m_ribbon->setRecord(record);
    m_table->setOutcomes(m_reading.outcomes, directionsOf(record));
    m_choices = choicesOf(record);
    m_header->setChoices(choiceNames(record));
    m_actions->setRecord(m_record, m_reading.outcomes);
    showVerdict();
    if (!record.exchanges.empty()) {
        showChoice();
    }
    m_stack->setCurrentWidget(m_content);
}

void ResultsPanel::setRelated(std::optional<::history::Summary> reverts,
                              std::vector<::history::Summary> revertedBy)
{
    m_ribbon->setRelated(std::move(reverts), std::move(revertedBy));
}

void ResultsPanel::setPast(bool past)
{
    m_past = past;
    m_ribbon->setPast(past);
    offerToSubmitAgain();
}

void ResultsPanel::clear()
{
    m_record = {};
    m_reading = {};
    m_choices.clear();
    m_chosen.reset();
    m_past = false;
    m_ribbon->clear();
    m_table->setOutcomes({});
    m_stack->setCurrentIndex(0);
}

void ResultsPanel::setRun(const Run &run)
{
    m_run = run;
    m_progress->setRun(run);
    showVerdict();
}

void ResultsPanel::setProgress(qsizetype answered, qsizetype total)
{
    m_progress->setProgress(answered, total);
}

void ResultsPanel::setCheckBlocked(const QString &why)
{
    m_actions->setCheckBlocked(why);
}

void ResultsPanel::setSubmitAgainOffered(bool offered)
{
    m_submitAgainOffered = offered;
    offerToSubmitAgain();
}

void ResultsPanel::offerToSubmitAgain()
{
    // A past record is to look at: nothing of it is sent by a slip.
    m_actions->setSubmitAgainOffered(m_submitAgainOffered && !m_past);
}

void ResultsPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // The words may take a part of a small panel, the results keep the rest.
    m_banner->setMaximumBannerHeight(std::clamp(height() * 2 / 5, 72, 180));
    fitActions();
}

void ResultsPanel::fitActions()
{
    m_actions->setRoom(width() - m_tabs->tabBar()->sizeHint().width());
}

void ResultsPanel::showVerdict()
{
    const bool readingBack = m_run.record == m_record.id && m_run.isReadingBack();
    const std::optional<widgets::Message> message = verdict(m_record, m_reading, readingBack);
    m_banner->setVisible(message.has_value());
    if (message && *message != m_banner->message()) {
        m_banner->setMessage(*message);
    }
}

qsizetype ResultsPanel::notableExchange() const
{
    if (const auto troubled = troubledExchange(m_reading)) {
        return *troubled;
    }
    const auto notable = std::ranges::find_if(m_reading.outcomes, [](const auto &outcome) {
        return outcome.outcome == submission::Outcome::Failed ||
               outcome.outcome == submission::Outcome::Missing;
    });
    if (notable != m_reading.outcomes.end()) {
        return notable->exchange;
    }
    qsizetype last = 0;
    for (size_t i = 0; i < m_record.exchanges.size(); ++i) {
        if (m_record.exchanges[i].reply) {
            last = qsizetype(i);
        }
    }
    return last;
}

void ResultsPanel::showChoice()
{
    const Choice notable{Choice::Kind::Request, size_t(notableExchange()), 0};
    const auto place = std::ranges::find(m_choices, m_chosen.value_or(notable));
    m_header->setCurrentChoice(place - m_choices.begin());
    const Sent sent = sentFor(m_record, m_reading, *place);
    const submission::ExchangeResult *result = nullptr;
    if (place->kind == Choice::Kind::Request) {
        result = &m_reading.exchanges.at(place->index);
        m_header->setExchange(m_record.exchanges[place->index], *result, sent);
    } else {
        m_header->setAttempt(sent);
    }
    m_request->setBody(QString::fromUtf8(sent.method + ' ' + sent.path), sent.body,
                       tr("The request has no body."));
    showReply(sent);
    m_details->setSent(sent);
    showLinks(result != nullptr && result->response ? &*result->response : nullptr);
}

void ResultsPanel::showReply(const Sent &sent)
{
    QString caption = sent.status;
    QByteArray body;
    if (sent.reply) {
        body = sent.reply->body;
        const QString type = QString::fromUtf8(sent.reply->header("content-type"));
        if (!type.isEmpty()) {
            caption += u" · "_s + type;
        }
        caption += u" · "_s + QLocale().formattedDataSize(body.size());
    }
    m_response->setBody(caption, body,
                        sent.reply ? tr("The answer has no body.") : tr("There is no answer."));
}

void ResultsPanel::showLinks(const api::BatchResponse *response)
{
    const int tab = m_tabs->indexOf(m_links);
    const qsizetype count = response != nullptr ? qsizetype(response->links.size()) : 0;
    m_tabs->setTabVisible(tab, count > 0);
    if (count > 0) {
        //: %1 is how many there are.
        m_tabs->setTabText(tab, tr("Links (%1)").arg(QLocale().toString(count)));
        m_links->setLinks(response->links);
    }
    fitActions();
}

} // namespace ui::results
