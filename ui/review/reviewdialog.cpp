#include "ui/review/reviewdialog.h"

#include "app/api/reads.h"
#include "ui/review/changesmodel.h"
#include "ui/review/changestable.h"
#include "ui/review/conflictspane.h"
#include "ui/review/readstatus.h"
#include "ui/review/requestspane.h"
#include "ui/review/reviewtext.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/timetext.h"
#include "ui/widgets/tonestrip.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::review {

using namespace Qt::StringLiterals;
using limits::Standing;
using widgets::Tone;
using widgets::ToneStrip;

namespace {

// A longer list of what HubSpot would refuse helps nobody.
constexpr size_t shownBreaks = 20;

std::vector<limits::Pair> directionsOf(const std::vector<limits::Edit> &edits)
{
    std::vector<limits::Pair> directions;
    for (const limits::Edit &edit : edits) {
        if (std::ranges::find(directions, edit.pair) == directions.end()) {
            directions.push_back(edit.pair);
        }
    }
    return directions;
}

/// As they came, before anything was read.
limits::Rebase asTheyCame(const std::vector<limits::Edit> &edits)
{
    limits::Rebase rebase;
    for (const limits::Edit &edit : edits) {
        rebase.edits.push_back({edit, Standing::Ready});
    }
    return rebase;
}

QString revertedTime(const ReviewInput &input)
{
    return widgets::dateTimeText(input.revertsOf, QLocale());
}

std::vector<limits::Edit> unseenOf(const limits::Rebase &rebase)
{
    std::vector<limits::Edit> unseen;
    for (const limits::RebasedEdit &rebased : rebase.edits) {
        if (rebased.standing == Standing::Unseen) {
            unseen.push_back(rebased.edit);
        }
    }
    return unseen;
}

} // namespace

ReviewDialog::ReviewDialog(ReviewInput input, api::Reader &reader,
                           const limits::AssociationTypes &types, QWidget *parent)
    : QDialog(parent)
    , m_input(std::move(input))
    , m_reader(reader)
    , m_names{m_input.pair, m_input.fromName, m_input.toName}
    , m_pairReader(reader, types)
    , m_model(new ChangesModel(m_names, !m_input.reverts.isNull(), this))
    , m_heading(new QLabel(this))
    , m_status(new ReadStatus(this))
    , m_verdict(new widgets::Banner(this))
    , m_tabs(new QTabWidget(this))
    , m_conflicts(new ConflictsPane(*m_model, this))
    , m_changes(makeChanges())
    , m_requests(new RequestsPane(m_input.endpoint.baseUrl, this))
    , m_unseen(new QCheckBox(tr("Submit these &without knowing the live limit"), this))
    , m_confirm(new QCheckBox(this))
    , m_footer(new QLabel(this))
{
    setWindowTitle(m_input.reverts.isNull()
                       ? tr("Review")
                       : tr("Review: revert the submission of %1").arg(revertedTime(m_input)));
    resize(860, 560);
    m_heading->setTextFormat(Qt::PlainText);
    QFont font = m_heading->font();
    font.setBold(true);
    font.setPointSizeF(font.pointSizeF() * 1.15);
    m_heading->setFont(font);
    m_verdict->hide();
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_changes, tr("Changes"));
    m_tabs->addTab(m_requests, QString());

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_heading);
    layout->addWidget(makeAccountStrip());
    layout->addWidget(m_status);
    layout->addWidget(m_verdict);
    layout->addWidget(m_tabs, 1);
    layout->addWidget(makeFooter());

    connect(&m_pairReader, &live::PairReader::pairRead, this,
            [this](const limits::LivePair &live) { m_fresh.push_back(live); });
    connect(&m_pairReader, &live::PairReader::finished, this, &ReviewDialog::receive);
    connect(m_model, &ChangesModel::decided, this, &ReviewDialog::showPlan);
    connect(m_status, &ReadStatus::stopRequested, this, &ReviewDialog::stopReading);
    connect(m_status, &ReadStatus::readAgainRequested, this, &ReviewDialog::read);
    read();
}

QWidget *ReviewDialog::makeAccountStrip()
{
    using ::accounts::Kind;
    const bool production = needsConfirmation(m_input.kind);
    auto *strip = new ToneStrip(production ? Tone::Bad : Tone::Info, this);
    auto *words = new QLabel(strip);
    words->setTextFormat(Qt::PlainText);
    words->setWordWrap(true);
    words->setText(
        m_input.kind == Kind::Sandbox
            ? tr("This goes to the sandbox. Nothing leaves this computer.")
        : production ? tr("Production: this changes the HubSpot account “%1” at once.")
                           .arg(m_input.accountName)
                     : tr("This changes the test account “%1” at once.").arg(m_input.accountName));
    QFont font = words->font();
    font.setBold(production);
    words->setFont(font);
    auto *layout = new QVBoxLayout(strip);
    layout->setContentsMargins(12, 5, 8, 5);
    layout->addWidget(words);
    return strip;
}

QWidget *ReviewDialog::makeChanges()
{
    auto *page = new QWidget(this);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 6, 0, 0);
    if (!m_input.warnings.isEmpty()) {
        auto *banner = new widgets::Banner(page);
        banner->setMessage({Tone::Warning,
                            tr("%Ln remark(s)", nullptr, int(m_input.warnings.size())),
                            m_input.warnings.join(u'\n'),
                            {},
                            {},
                            {}});
        layout->addWidget(banner);
    }
    auto *table = new ChangesTable(*m_model, ChangesTable::Part::Changes, page);
    page->setFocusProxy(table);
    layout->addWidget(m_conflicts);
    layout->addWidget(table, 1);
    return page;
}

QWidget *ReviewDialog::makeFooter()
{
    widgets::setStableName(*m_unseen, "Submit without knowing"_L1);
    m_confirm->setText(
        tr("&Change the limits of “%1”").arg(widgets::withoutMnemonic(m_input.accountName)));
    widgets::setStableName(*m_confirm, "Confirm"_L1, tr("Without this, nothing is submitted"));
    auto *unseenStrip = new ToneStrip(Tone::Warning, this);
    auto *confirmStrip = new ToneStrip(Tone::Bad, this);
    for (const auto &[strip, box] : {std::pair<QWidget *, QCheckBox *>(unseenStrip, m_unseen),
                                     std::pair<QWidget *, QCheckBox *>(confirmStrip, m_confirm)}) {
        auto *line = new QVBoxLayout(strip);
        line->setContentsMargins(12, 5, 8, 5);
        line->addWidget(box);
        strip->hide();
        connect(box, &QCheckBox::toggled, this, &ReviewDialog::updateSubmit);
    }
    confirmStrip->setVisible(needsConfirmation(m_input.kind));

    m_footer->setTextFormat(Qt::PlainText);
    m_footer->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton *cancel = buttons->button(QDialogButtonBox::Cancel);
    widgets::setStableName(*cancel, "Cancel"_L1, tr("Submit nothing"));
    m_submit = buttons->addButton(tr("&Submit"), QDialogButtonBox::ActionRole);
    m_submit->setDefault(true);
    widgets::setStableName(*m_submit, "Submit"_L1, tr("Submit these limits"));
    connect(m_submit, &QPushButton::clicked, this, &ReviewDialog::submit);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *last = new QHBoxLayout;
    last->addWidget(m_footer, 1);
    last->addWidget(buttons);
    auto *footer = new QWidget(this);
    auto *layout = new QVBoxLayout(footer);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(unseenStrip);
    layout->addWidget(confirmStrip);
    layout->addLayout(last);
    return footer;
}

void ReviewDialog::read()
{
    m_recordCalls.reset();
    m_fresh.clear();
    m_unseen->setChecked(false);
    m_confirm->setChecked(false);
    m_model->setRebase(asTheyCame(m_input.edits));
    m_status->showReading();
    m_pairReader.read(m_input.endpoint, directionsOf(m_input.edits));
    showPlan();
    m_changes->setFocus();
}

void ReviewDialog::stopReading()
{
    m_pairReader.cancel();
    live::PairReading reading{m_fresh, {}};
    api::Error stopped;
    stopped.kind = api::ErrorKind::Cancelled;
    for (const limits::Pair &pair : directionsOf(m_input.edits)) {
        if (std::ranges::find(m_fresh, pair, &limits::LivePair::pair) == m_fresh.end()) {
            reading.pairs.push_back({pair, false, false, {}, {}});
            reading.errors.push_back({pair, live::Part::Limits, stopped});
        }
    }
    receive(reading);
}

void ReviewDialog::receive(const live::PairReading &reading)
{
    m_fresh = reading.pairs;
    m_model->setRebase(limits::rebase(m_input.edits, m_fresh));
    m_status->showFailures(reading.errors, unseenOf(m_model->rebase()), m_names);
    m_recordCalls = std::make_unique<live::Calls>(m_reader, m_input.endpoint, *this);
    for (const limits::LivePair &live : m_fresh) {
        readRecords(live.pair);
        Q_EMIT liveRead(live);
    }
    showPlan();
    focusWhatIsNext();
}

void ReviewDialog::readRecords(const limits::Pair &pair)
{
    const auto concerns = [&pair](const limits::RebasedEdit &rebased) {
        return rebased.edit.pair == pair && rebased.edit.unlabeled &&
               rebased.standing != Standing::Done && limits::lowers(rebased.edit);
    };
    if (std::ranges::none_of(m_model->rebase().edits, concerns)) {
        return;
    }
    m_model->setRecords(pair, std::nullopt);
    m_recordCalls->get(api::recordsNearLimitPath(pair), [this, pair](const api::Reply &reply) {
        m_model->setRecords(pair, api::decodeRecordsNearLimit(reply));
    });
}

void ReviewDialog::showPlan()
{
    const limits::Rebase &rebase = m_model->rebase();
    const std::vector<limits::Edit> sent = rebase.toSend();
    m_plan = limits::makePlan(m_input.pair, sent, m_input.inputsPerRequest);
    // What is still open may yet mend them.
    m_breaks = rebase.openConflicts() == 0 ? limits::ruleBreaks(sent, m_fresh)
                                           : std::vector<limits::RuleBreak>();
    const auto count = int(rebase.edits.size());
    m_heading->setText(
        m_input.reverts.isNull()
            ? tr("Change %Ln limit(s) of %1 → %2", nullptr, count)
                  .arg(m_input.fromName, m_input.toName)
            //: %3 is a time.
            : tr("Revert %Ln limit(s) of %1 → %2 to before the submission of %3", nullptr, count)
                  .arg(m_input.fromName, m_input.toName, revertedTime(m_input)));
    m_conflicts->showConflicts();
    m_requests->setPlan(m_plan);
    m_tabs->setTabText(1, tr("Requests (%L1)").arg(m_plan.requests.size()));
    // What is being read may still change them.
    m_tabs->setTabEnabled(1, !m_pairReader.isReading());

    const bool nothingLeft =
        !m_pairReader.isReading() && sent.empty() && rebase.openConflicts() == 0;
    if (!m_breaks.empty()) {
        QStringList words;
        std::transform(m_breaks.begin(),
                       m_breaks.begin() + std::ptrdiff_t(std::min(m_breaks.size(), shownBreaks)),
                       std::back_inserter(words), &ruleBreakText);
        m_verdict->setMessage(
            {Tone::Bad,
             tr("HubSpot would refuse %Ln of these limits.", nullptr, int(m_breaks.size())),
             words.join(u'\n'),
             tr("Take theirs where you can choose, or close this and change the limits in the "
                "table."),
             {},
             {}});
    } else if (nothingLeft) {
        const QString words = tr("HubSpot has every one of these limits already, or keeps its own "
                                 "as you chose.");
        m_verdict->setMessage(
            {Tone::Good,
             tr("Nothing is left to send."),
             m_input.reverts.isNull() ? words + u' ' + tr("Closing this drops the drafts.") : words,
             {},
             {},
             {}});
    }
    m_verdict->setVisible(!m_pairReader.isReading() && (!m_breaks.empty() || nothingLeft));
    m_unseen->parentWidget()->setVisible(rebase.count(Standing::Unseen) > 0);
    m_confirm->setEnabled(!m_pairReader.isReading() && !nothingLeft);
    updateSubmit();
}

void ReviewDialog::updateSubmit()
{
    const auto open = int(m_model->rebase().openConflicts());
    const bool unseen = m_model->rebase().count(Standing::Unseen) > 0 && !m_unseen->isChecked();
    const bool unconfirmed = needsConfirmation(m_input.kind) && !m_confirm->isChecked();
    const bool blocked =
        m_pairReader.isReading() || open > 0 || !m_breaks.empty() || m_plan.requests.empty();
    m_footer->setText(
        m_pairReader.isReading() ? tr("Nothing can be submitted before the live limits are read.")
        : open > 0               ? tr("%Ln row(s) left to decide.", nullptr, open)
        : blocked                ? QString()
        : unseen                 ? tr("Tick the box to submit rows whose live limit is unknown.")
        : unconfirmed            ? tr("Tick the box to confirm the account.")
                      : tr("%Ln limit(s) will be changed.", nullptr, int(m_plan.changeCount())));
    m_submit->setEnabled(!blocked && !unseen && !unconfirmed);
}

void ReviewDialog::focusWhatIsNext()
{
    QWidget *next = m_model->rebase().openConflicts() > 0           ? m_conflicts
                    : m_model->rebase().count(Standing::Unseen) > 0 ? m_unseen
                    : m_confirm->isVisibleTo(this) && m_confirm->isEnabled()
                        ? static_cast<QWidget *>(m_confirm)
                    : m_submit->isEnabled() ? static_cast<QWidget *>(m_submit)
                                            : m_changes;
    next->setFocus();
}

void ReviewDialog::submit()
{
    Q_EMIT submitRequested({m_input.accountId, m_input.accountName, m_input.endpoint, m_plan,
                            m_input.fromName, m_input.toName, m_input.reverts});
    accept();
}

void ReviewDialog::done(int result)
{
    const bool readToTheEnd = !m_pairReader.isReading();
    m_pairReader.cancel();
    m_recordCalls.reset();
    const std::vector<limits::Edit> settled = m_model->rebase().settled();
    if (readToTheEnd && !settled.empty()) {
        Q_EMIT theirsTaken(settled);
    }
    QDialog::done(result);
}

} // namespace ui::review
