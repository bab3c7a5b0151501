#include "ui/review/reviewdialog.h"

#include "app/api/batch.h"
#include "app/api/jsontext.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/jsonpane.h"
#include "ui/widgets/outcomewords.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QStringListModel>
#include <QTabWidget>
#include <QVBoxLayout>

namespace ui::review {

using namespace Qt::StringLiterals;

namespace {

QString changeText(const limits::Change &change)
{
    const QString category = widgets::categoryName(change.category);
    const int limit = change.limit.value_or(0);
    return change.label.isEmpty()
               ? ReviewDialog::tr("Type ID %1 (%2): at most %Ln record(s)", nullptr, limit)
                     .arg(change.typeId)
                     .arg(category)
               : ReviewDialog::tr("%1, type ID %2 (%3): at most %Ln record(s)", nullptr, limit)
                     .arg(change.label)
                     .arg(change.typeId)
                     .arg(category);
}

} // namespace

ReviewDialog::ReviewDialog(submission::Submission submission, ::accounts::Kind kind,
                           const QStringList &warnings, QWidget *parent)
    : QDialog(parent)
    , m_submission(std::move(submission))
{
    setWindowTitle(tr("Review"));
    resize(680, 460);
    const limits::Plan &plan = m_submission.plan;

    auto *heading = new QLabel(tr("Set %Ln limit(s) for %1 → %2", nullptr, int(plan.changeCount()))
                                   .arg(m_submission.fromName, m_submission.toName),
                               this);
    heading->setTextFormat(Qt::PlainText);
    QFont font = heading->font();
    font.setBold(true);
    font.setPointSizeF(font.pointSizeF() * 1.15);
    heading->setFont(font);

    const bool sandbox = kind == ::accounts::Kind::Sandbox;
    auto *where = new widgets::Banner(this);
    where->setMessage(
        {sandbox ? widgets::Tone::Info : widgets::Tone::Warning,
         sandbox
             ? tr("This goes to the sandbox. Nothing leaves this computer.")
             : tr("This changes the HubSpot account “%1” at once.").arg(m_submission.accountName),
         {},
         tr("A limit holds for new associations only: records that have more already keep them."),
         {},
         {}});

    auto *tabs = new QTabWidget(this);
    tabs->setDocumentMode(true);
    tabs->addTab(makeChanges(warnings), tr("Changes"));
    tabs->addTab(makeRequests(), tr("Requests (%L1)").arg(m_submission.plan.requests.size()));

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton *submit = buttons->addButton(tr("&Submit"), QDialogButtonBox::AcceptRole);
    submit->setDefault(true);
    widgets::setStableName(*submit, "Submit"_L1, tr("Submit these limits"));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(heading);
    layout->addWidget(where);
    layout->addWidget(tabs, 1);
    layout->addWidget(buttons);
    submit->setFocus();
}

QWidget *ReviewDialog::makeChanges(const QStringList &warnings)
{
    auto *page = new QWidget(this);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 6, 0, 0);
    if (!warnings.isEmpty()) {
        auto *banner = new widgets::Banner(page);
        banner->setMessage({widgets::Tone::Warning,
                            tr("%Ln remark(s)", nullptr, int(warnings.size())),
                            warnings.join(u'\n'),
                            {},
                            {},
                            {}});
        layout->addWidget(banner);
    }
    QStringList sentences;
    for (const limits::PlannedRequest &request : m_submission.plan.requests) {
        for (const limits::Change &change : request.changes) {
            sentences.append(changeText(change));
        }
    }
    auto *list = new QListView(page);
    list->setModel(new QStringListModel(sentences, list));
    list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list->setUniformItemSizes(true);
    list->setAlternatingRowColors(true);
    widgets::setStableName(*list, "Changes"_L1, tr("What will be submitted"));
    layout->addWidget(list);
    return page;
}

QWidget *ReviewDialog::makeRequests()
{
    auto *pane = new widgets::JsonPane("Requests"_L1, this);
    QByteArray text;
    for (const limits::PlannedRequest &planned : m_submission.plan.requests) {
        const api::Request request = api::encode(planned);
        text += request.method + ' ' + request.path + "\n\n" +
                api::indentedJson(request.body).toUtf8() + "\n\n";
    }
    pane->setBody({}, text.trimmed(), {});
    return pane;
}

} // namespace ui::review
