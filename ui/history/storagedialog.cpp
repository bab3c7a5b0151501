#include "ui/history/storagedialog.h"

#include "ui/history/retentionedit.h"
#include "ui/history/retentionsettings.h"
#include "ui/history/storewords.h"
#include "ui/history/workrow.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/groupbox.h"
#include "ui/widgets/question.h"
#include "ui/widgets/timetext.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui::history {

using namespace Qt::StringLiterals;
using ::history::Job;
using ::history::Removal;
using ::history::Retention;
using ::history::Store;
using ::history::StoreError;
using ::history::Usage;
using support::Done;
using support::Unexpected;
using widgets::Tone;

struct StorageDialog::Found
{
    Usage usage;
    Retention retention; ///< that was asked about
    Removal removal;     ///< what it would remove
};

namespace {

QString removalText(const Retention &retention, const Removal &removal)
{
    if (retention == Retention()) {
        return StorageDialog::tr("Nothing is removed by itself.");
    }
    if (removal.records == 0 || !removal.oldest || !removal.newest) {
        return StorageDialog::tr("Would remove nothing now.");
    }
    const QLocale locale;
    const QString first = widgets::dateText(removal.oldest->toLocalTime().date(), locale);
    const QString last = widgets::dateText(removal.newest->toLocalTime().date(), locale);
    const int count = int(removal.records);
    return first == last
               ? StorageDialog::tr("Would remove %Ln submissions of %1. Pinned ones stay.", nullptr,
                                   count)
                     .arg(first)
               : StorageDialog::tr("Would remove %Ln submissions from %1 to %2. Pinned ones stay.",
                                   nullptr, count)
                     .arg(first, last);
}

/// A backup over an existing file is made beside it first, so that a failure leaves the old one.
support::Expected<Done, StoreError> backUpTo(const Store &store, const QString &path)
{
    if (!QFile::exists(path)) {
        return store.backUp(path);
    }
    const QString beside = path + u".new"_s;
    QFile::remove(beside);
    if (auto done = store.backUp(beside); !done) {
        return done;
    }
    QFile old(path);
    QFile made(beside);
    if (!old.remove()) {
        made.remove();
        return Unexpected{StoreError{::history::StoreErrorKind::CannotWrite, old.errorString()}};
    }
    if (!made.rename(path)) {
        return Unexpected{StoreError{::history::StoreErrorKind::CannotWrite, made.errorString()}};
    }
    return Done{};
}

bool isInside(const QString &path, const QString &folder)
{
    return QFileInfo(path).absoluteDir().canonicalPath() == QDir(folder).canonicalPath() &&
           QFileInfo(path).fileName().startsWith("history.sqlite"_L1);
}

} // namespace

StorageDialog::StorageDialog(const Store &store, const support::Clock &clock,
                             support::Settings &settings, QWidget *parent)
    : QDialog(parent)
    , m_folder(store.folder())
    , m_readOnly(store.isReadOnly())
    , m_clock(clock)
    , m_settings(settings)
    , m_size(new QLabel(this))
    , m_records(new QLabel(this))
    , m_compact(new QPushButton(tr("&Compact"), this))
    , m_backUp(new QPushButton(tr("&Back up…"), this))
    , m_keeping(new RetentionEdit(settings, this))
    , m_wouldRemove(new QLabel(this))
    , m_row(new WorkRow(this))
    , m_message(new widgets::Banner(this))
    , m_buttons(new QDialogButtonBox(
          QDialogButtonBox::Ok | QDialogButtonBox::Apply | QDialogButtonBox::Cancel, this))
{
    setWindowTitle(tr("Storage of the history"));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(makeFacts());
    layout->addWidget(makeKeeping());
    layout->addWidget(m_row);
    layout->addWidget(m_message);
    layout->addStretch(1);
    layout->addWidget(makeButtons());
    m_message->hide();
    resize(460, sizeHint().height());
    look();
}

StorageDialog::~StorageDialog() = default;

QWidget *StorageDialog::makeFacts()
{
    auto *facts = new QWidget(this);
    auto *path = new widgets::ElidedLabel(facts);
    path->setElideMode(Qt::ElideMiddle);
    path->setText(QDir::toNativeSeparators(m_folder + u"/history.sqlite"_s));
    widgets::setStableName(*m_size, "Size of the history"_L1);
    widgets::setStableName(*m_records, "Number of submissions"_L1);
    widgets::setStableName(*m_compact, "Compact"_L1, tr("Give free room back to the disk"));
    m_compact->setToolTip(tr("Give free room back to the disk. This may take a while."));
    widgets::setStableName(*m_backUp, "Back up"_L1, tr("Copy the history to a file"));
    m_backUp->setToolTip(tr("Copy the history to a file"));
    // Return in a field is OK.
    m_compact->setAutoDefault(false);
    m_backUp->setAutoDefault(false);
    auto *form = new QFormLayout(facts);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(tr("File:"), path);
    form->addRow(tr("Size:"), m_size);
    form->addRow(tr("Submissions:"), m_records);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_compact);
    buttons->addWidget(m_backUp);
    buttons->addStretch(1);
    form->addRow(buttons);
    connect(m_compact, &QPushButton::clicked, this, &StorageDialog::compact);
    connect(m_backUp, &QPushButton::clicked, this, &StorageDialog::askWhereToBackUp);
    return facts;
}

QWidget *StorageDialog::makeKeeping()
{
    auto *box = new widgets::GroupBox(tr("What is not kept"), this);
    auto *layout = new QVBoxLayout(box);
    m_wouldRemove->setWordWrap(true);
    widgets::setStableName(*m_wouldRemove, "Would remove"_L1);
    // Two lines from the start, so that nothing jumps while a number is typed.
    m_wouldRemove->setMinimumHeight(2 * m_wouldRemove->fontMetrics().lineSpacing());
    m_wouldRemove->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    layout->addWidget(m_keeping);
    layout->addWidget(m_wouldRemove);
    connect(m_keeping, &RetentionEdit::changed, this, &StorageDialog::look);
    return box;
}

QWidget *StorageDialog::makeButtons()
{
    m_buttons->button(QDialogButtonBox::Ok)->setDefault(true);
    connect(m_buttons->button(QDialogButtonBox::Ok), &QPushButton::clicked, this,
            [this] { apply(true); });
    connect(m_buttons->button(QDialogButtonBox::Apply), &QPushButton::clicked, this,
            [this] { apply(false); });
    connect(m_buttons, &QDialogButtonBox::rejected, this, &StorageDialog::reject);
    return m_buttons;
}

void StorageDialog::look()
{
    m_found.reset();
    showState();
    // A job that has begun is not waited for: what it finds is looked at anew.
    m_lookAgain = m_looking != nullptr || m_working != nullptr;
    if (m_lookAgain) {
        return;
    }
    const auto found = std::make_shared<Found>();
    found->retention = m_keeping->retention(m_clock.now());
    m_looking = std::make_unique<Job>(m_folder, m_clock, [found](Store &store, Job &) -> Written {
        const auto usage = store.usage();
        if (!usage) {
            return Unexpected{usage.error()};
        }
        const auto removal = store.wouldRemove(found->retention);
        if (!removal) {
            return Unexpected{removal.error()};
        }
        found->usage = *usage;
        found->removal = *removal;
        return Done{};
    });
    connect(m_looking.get(), &Job::finished, this, [this, found](const Written &done) {
        m_looking.release()->deleteLater();
        if (m_lookAgain) {
            look();
        } else if (done) {
            m_found = found;
            showFound();
        } else {
            m_message->setMessage({Tone::Bad,
                                   tr("The history could not be looked at."),
                                   troubleText(done.error()),
                                   {},
                                   {},
                                   {}});
            m_message->show();
        }
        showState();
    });
    m_looking->start();
}

void StorageDialog::showFound()
{
    const Usage &usage = m_found->usage;
    //: The size of a file, and how much of it is free.
    m_size->setText(
        tr("%1, of which %2 are free").arg(sizeText(usage.bytes), sizeText(usage.free)));
    const QString pinned = tr("%Ln pinned", "submissions", int(usage.pinned));
    //: Number of submissions; %2 is "3 pinned".
    m_records->setText(tr("%1, %2").arg(QLocale().toString(usage.records), pinned));
    m_wouldRemove->setText(removalText(m_found->retention, m_found->removal));
}

void StorageDialog::showState()
{
    const bool idle = m_working == nullptr;
    const bool writable = idle && !m_readOnly;
    m_compact->setEnabled(writable);
    m_backUp->setEnabled(idle);
    m_keeping->setEnabled(writable);
    // Nothing is removed that was not told before.
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(writable && m_found != nullptr);
    m_buttons->button(QDialogButtonBox::Apply)->setEnabled(writable && m_found != nullptr);
    if (m_found == nullptr) {
        m_wouldRemove->setText(tr("Counting…"));
    }
}

void StorageDialog::compact()
{
    const auto freed = std::make_shared<qint64>(0);
    work(
        tr("Compacting…"), false,
        [freed](Store &store, Job &) -> Written {
            const auto before = store.usage();
            if (auto done = store.compact(); !done) {
                return done;
            }
            const auto after = store.usage();
            *freed = before && after ? before->bytes - after->bytes : 0;
            return Done{};
        },
        tr("The history could not be compacted."),
        [this, freed] {
            const QString words = *freed > 0
                                      ? tr("The history takes %1 less now.").arg(sizeText(*freed))
                                      : tr("There was nothing to be had back.");
            m_message->setMessage({Tone::Good, words, {}, {}, {}, {}});
            m_message->show();
        });
}

void StorageDialog::askWhereToBackUp()
{
    auto *dialog = new QFileDialog(this, tr("Back up the history"), QDir::homePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    // Asked here: Qt would ask with an event loop of its own.
    dialog->setOption(QFileDialog::DontConfirmOverwrite);
    dialog->setDefaultSuffix(u"sqlite"_s);
    //: The beginning of a file's name; a date follows.
    dialog->selectFile(tr("history") +
                       m_clock.now().toLocalTime().toString(u"'-'yyyy-MM-dd'.sqlite'"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        if (!QFile::exists(path) || isInside(path, m_folder)) {
            backUp(path);
            return;
        }
        widgets::ask(*this, tr("Replace the file?"),
                     tr("%1 exists already. The backup takes its place.").arg(path), tr("&Replace"),
                     [this, path] { backUp(path); });
    });
    dialog->open();
}

void StorageDialog::backUp(const QString &path)
{
    if (isInside(path, m_folder)) {
        m_message->setMessage(
            {Tone::Bad, tr("That is the history itself. Choose another file."), {}, {}, {}, {}});
        m_message->show();
        return;
    }
    work(
        tr("Backing up…"), false, [path](Store &store, Job &) { return backUpTo(store, path); },
        tr("The history could not be backed up."),
        [this, path] {
            m_message->setMessage({Tone::Good,
                                   tr("The history was backed up."),
                                   QDir::toNativeSeparators(path),
                                   {},
                                   {},
                                   {}});
            m_message->show();
        });
}

void StorageDialog::apply(bool closes)
{
    m_keeping->store(m_settings);
    if (m_found->removal.records == 0) {
        if (closes) {
            accept();
        }
        return;
    }
    work(
        tr("Removing what is not kept…"), true,
        // As it was told: not what has grown old since.
        [found = m_found](Store &store, Job &job) {
            return prune(store, job, found->retention, found->removal.records);
        },
        tr("Not everything could be removed."),
        [this, closes] {
            if (closes) {
                accept();
            }
        });
}

void StorageDialog::work(const QString &words, bool canStop, const Work &work,
                         const QString &trouble, const std::function<void()> &done)
{
    m_message->hide();
    m_working = std::make_unique<Job>(m_folder, m_clock, work);
    m_row->follow(*m_working, words, canStop);
    connect(m_working.get(), &Job::finished, this, [this, trouble, done](const Written &result) {
        m_working.release()->deleteLater();
        Q_EMIT written();
        if (m_closing) {
            QDialog::reject();
            return;
        }
        look();
        if (result) {
            done();
        } else {
            m_message->setMessage({Tone::Bad, trouble, troubleText(result.error()), {}, {}, {}});
            m_message->show();
        }
    });
    m_working->start();
    showState();
}

void StorageDialog::reject()
{
    if (m_working == nullptr) {
        QDialog::reject();
        return;
    }
    m_closing = true;
    m_working->cancel();
}

} // namespace ui::history
