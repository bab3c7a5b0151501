#include "ui/results/recordview.h"

#include "app/submission/effects.h"
#include "ui/results/detailstable.h"
#include "ui/results/linkslist.h"
#include "ui/results/recordtext.h"
#include "ui/results/resultsheader.h"
#include "ui/results/resultstable.h"
#include "ui/results/verdict.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/jsonpane.h"

#include <QDesktopServices>
#include <QLocale>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::results {

using namespace Qt::StringLiterals;

RecordView::RecordView(QAction &check, QAction &submitAgain, QWidget *parent)
    : QWidget(parent)
    , m_header(new ResultsHeader(this))
    , m_banner(new widgets::Banner(this))
    , m_tabs(new QTabWidget(this))
    , m_actions(new RecordActions(check, submitAgain, this))
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

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(m_header);
    layout->addWidget(m_banner);
    layout->addWidget(m_tabs, 1);

    connect(m_header, &ResultsHeader::chosen, this, [this](qsizetype index) {
        m_chosen = m_choices.at(size_t(index));
        showChoice();
    });
    connect(m_actions, &RecordActions::checkRequested, this, &RecordView::checkRequested);
    connect(m_actions, &RecordActions::submitAgainRequested, this,
            &RecordView::submitAgainRequested);
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

void RecordView::setRecord(const ::history::Record &record)
{
    if (record.id != m_record.id) {
        m_chosen.reset();
        m_tabs->setCurrentWidget(m_table);
    }
    m_record = record;
    m_reading = submission::readingOf(record);
    m_table->setOutcomes(m_reading.outcomes, directionsOf(record));
    m_choices = choicesOf(record);
    m_header->setChoices(choiceNames(record));
    m_actions->setRecord(m_record, m_reading.outcomes);
    showVerdict();
    if (!record.exchanges.empty()) {
        showChoice();
    }
}

void RecordView::clear()
{
    m_record = {};
    m_reading = {};
    m_choices.clear();
    m_chosen.reset();
    m_table->setOutcomes({});
    m_actions->setRecord({}, {});
}

void RecordView::setRun(const Run &run)
{
    m_run = run;
    showVerdict();
}

void RecordView::setCheckBlocked(const QString &why)
{
    m_actions->setCheckBlocked(why);
}

void RecordView::setSubmitAgainOffered(bool offered)
{
    m_actions->setSubmitAgainOffered(offered);
}

void RecordView::setMaximumBannerHeight(int pixels)
{
    m_banner->setMaximumBannerHeight(pixels);
}

void RecordView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitActions();
}

void RecordView::fitActions()
{
    m_actions->setRoom(width() - m_tabs->tabBar()->sizeHint().width());
}

void RecordView::showVerdict()
{
    const bool readingBack = m_run.record == m_record.id && m_run.isReadingBack();
    const std::optional<widgets::Message> message = verdict(m_record, m_reading, readingBack);
    m_banner->setVisible(message.has_value());
    if (message && *message != m_banner->message()) {
        m_banner->setMessage(*message);
    }
}

qsizetype RecordView::notableExchange() const
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

void RecordView::showChoice()
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

void RecordView::showReply(const Sent &sent)
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

void RecordView::showLinks(const api::BatchResponse *response)
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
