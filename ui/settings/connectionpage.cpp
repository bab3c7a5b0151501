#include "ui/settings/connectionpage.h"

#include "ui/settings/networkwords.h"
#include "ui/settings/proxyform.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/fieldnote.h"
#include "ui/widgets/formrows.h"
#include "ui/widgets/groupbox.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace ui::settings {

using namespace Qt::StringLiterals;
using ::accounts::NetworkKeeper;
using api::NetworkSettings;
using widgets::addFieldRow;
using widgets::FieldNote;
using widgets::Tone;
using Kind = api::NetworkSettingsError::Kind;
namespace keys = support::settings;

namespace {

int secondsOf(std::chrono::milliseconds time)
{
    return int(std::chrono::duration_cast<std::chrono::seconds>(time).count());
}

} // namespace

ConnectionPage::ConnectionPage(NetworkKeeper &network, QWidget *parent)
    : SettingsPage(parent)
    , m_network(network)
    , m_proxy(new ProxyForm(network, this))
    , m_caFile(new QLineEdit(this))
    , m_connect(new QSpinBox(this))
    , m_idle(new QSpinBox(this))
    , m_total(new QSpinBox(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_proxy);
    layout->addWidget(makeCertificates());
    layout->addWidget(makeWaits());
    layout->addStretch(1);
    widgets::alignLabels({&m_proxy->rows(), m_certificateRows, m_waitRows});

    setFocusProxy(m_proxy);
    fill(network.settings());
    connect(m_proxy, &ProxyForm::edited, this, &ConnectionPage::edited);
    connect(m_caFile, &QLineEdit::textChanged, this, &ConnectionPage::edited);
    for (QSpinBox *wait : {m_connect, m_idle, m_total}) {
        connect(wait, &QSpinBox::valueChanged, this, &ConnectionPage::edited);
    }
}

QString ConnectionPage::title() const
{
    return tr("Connection");
}

QWidget *ConnectionPage::makeCertificates()
{
    auto *box = new widgets::GroupBox(tr("Certificates"), this);
    m_certificateRows = new QFormLayout(box);
    m_caFile->setParent(box);
    m_caFile->setPlaceholderText(tr("None"));
    widgets::setStableName(*m_caFile, "Certificate file"_L1);
    auto *choose = new QPushButton(tr("Choo&se…"), box);
    choose->setAutoDefault(false);
    setTabOrder(m_caFile, choose);
    widgets::setStableName(*choose, "Choose certificate file"_L1);
    m_caFileNote = new FieldNote(*m_caFile, box);
    auto *beside = new QHBoxLayout;
    beside->addWidget(m_caFile, 1);
    beside->addWidget(choose);
    addFieldRow(*m_certificateRows, tr("Additional &file:"), *m_caFile, beside, m_caFileNote);
    connect(m_caFile, &QLineEdit::textEdited, this, &ConnectionPage::explainFile);
    connect(choose, &QPushButton::clicked, this, &ConnectionPage::chooseFile);
    return box;
}

QWidget *ConnectionPage::makeWaits()
{
    auto *box = new widgets::GroupBox(tr("How long to wait"), this);
    m_waitRows = new QFormLayout(box);
    widgets::setStableName(*m_connect, "Connect timeout"_L1);
    widgets::setStableName(*m_idle, "Idle timeout"_L1);
    widgets::setStableName(*m_total, "Total timeout"_L1);
    m_connectNote = addWait(*m_connect, keys::connectTimeoutSeconds, tr("Until co&nnected:"),
                            tr("Name, proxy and encryption together. After that the server counts "
                               "as not reached."));
    addWait(*m_idle, keys::idleTimeoutSeconds, tr("Without a &byte:"),
            tr("After so long a silence a request is given up."));
    addWait(*m_total, keys::totalTimeoutSeconds, tr("For the who&le:"),
            tr("No request takes longer. What came of a write that was given up is read back."));
    return box;
}

FieldNote *ConnectionPage::addWait(QSpinBox &seconds, const support::Key<int> &key,
                                   const QString &label, const QString &effect)
{
    seconds.setRange(key.lowest, key.highest);
    //: Seconds, after their number.
    seconds.setSuffix(tr(" s"));
    seconds.setGroupSeparatorShown(true);
    auto *note = new FieldNote(seconds, this);
    note->say(Tone::Quiet, effect);
    note->setMinimumHeight(seconds.sizeHint().height()); // a single line stands beside the number
    auto *beside = new QHBoxLayout;
    beside->setSpacing(10);
    beside->addWidget(&seconds, 0, Qt::AlignTop);
    beside->addWidget(note, 1);
    addFieldRow(*m_waitRows, label, seconds, beside, nullptr);
    return note;
}

void ConnectionPage::explainFile()
{
    m_caFileNote->say(Tone::Quiet,
                      tr("A PEM file with certificates to trust beside the system's, such as that "
                         "of a company's proxy that looks into encrypted connections."));
}

void ConnectionPage::chooseFile()
{
    const QString before = m_caFile->text().trimmed();
    auto *dialog =
        new QFileDialog(this, tr("Choose a file with certificates"),
                        before.isEmpty() ? QDir::homePath() : QFileInfo(before).absolutePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters(
        {tr("Certificates (%1)").arg(u"*.pem *.crt *.cer"_s), tr("All files (%1)").arg(u"*"_s)});
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_caFile->setText(QDir::toNativeSeparators(path));
        m_caFile->setFocus();
        explainFile();
    });
    dialog->open();
}

void ConnectionPage::fill(const NetworkSettings &settings)
{
    m_proxy->setProxy(settings.proxy);
    m_caFile->setText(QDir::toNativeSeparators(settings.caFile));
    m_connect->setValue(secondsOf(settings.timeouts.connect));
    m_idle->setValue(secondsOf(settings.timeouts.idle));
    m_total->setValue(secondsOf(settings.timeouts.total));
    explainFile();
}

NetworkSettings ConnectionPage::shown() const
{
    NetworkSettings settings = m_network.settings();
    settings.proxy = m_proxy->proxy();
    settings.caFile = QDir::fromNativeSeparators(m_caFile->text().trimmed());
    settings.timeouts = {.idle = std::chrono::seconds(m_idle->value()),
                         .total = std::chrono::seconds(m_total->value()),
                         .connect = std::chrono::seconds(m_connect->value())};
    return settings;
}

bool ConnectionPage::isEdited() const
{
    return m_proxy->isEdited() || m_network.problem() || shown() != m_network.settings();
}

bool ConnectionPage::apply()
{
    if (!m_proxy->check()) {
        return false;
    }
    const auto changed = m_network.change(shown(), m_proxy->password());
    if (!changed) {
        say(changed.error());
        return false;
    }
    fill(m_network.settings());
    return true;
}

bool ConnectionPage::showProblem()
{
    const auto &problem = m_network.problem();
    if (problem) {
        say(*problem);
    }
    return problem.has_value();
}

void ConnectionPage::showDefaults()
{
    fill({});
}

void ConnectionPage::say(const api::NetworkSettingsError &error)
{
    switch (error.kind) {
    case Kind::CaFileUnreadable:
    case Kind::CaFileNotPem:
        m_caFileNote->say(Tone::Bad, networkProblemText(error));
        m_caFile->setFocus();
        return;
    case Kind::ProxyIncomplete:
    case Kind::ProxyMalformed:
        m_proxy->say(error);
        return;
    case Kind::OutOfBounds:
        m_connectNote->say(Tone::Bad, networkProblemText(error));
        m_connect->setFocus();
        return;
    }
    Q_UNREACHABLE();
}

} // namespace ui::settings
