#include "ui/history/transfer.h"

#include "ui/history/transferdialog.h"
#include "ui/history/transfertext.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>

namespace ui::history {

using namespace Qt::StringLiterals;
using exchange::Exporter;
using exchange::Importer;

namespace {

QString nameFilter(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Json:
        return Transfer::tr("JSON (*.json)");
    case ExportFormat::Csv:
        return Transfer::tr("CSV (*.csv)");
    case ExportFormat::Markdown:
        return Transfer::tr("Markdown (*.md)");
    }
    Q_UNREACHABLE();
}

} // namespace

Transfer::Transfer(const QString &folder, const support::Clock &clock, QWidget &window)
    : QObject(&window)
    , m_folder(folder)
    , m_clock(clock)
    , m_window(window)
    , m_lastFolder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
{
}

bool Transfer::raiseRunning()
{
    if (m_job != nullptr && m_dialog) {
        m_dialog->raise();
        m_dialog->activateWindow();
    }
    return m_job != nullptr;
}

void Transfer::exportRecords(const ::history::Filter &filter, qint64 shown,
                             const std::vector<QUuid> &selected)
{
    if (raiseRunning()) {
        return;
    }
    auto *dialog = new ExportDialog(filter, shown, selected, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { askForPath(dialog->choice()); });
    dialog->open();
}

void Transfer::askForPath(const ExportChoice &choice)
{
    auto *dialog = new QFileDialog(&m_window, tr("Export the history"), m_lastFolder,
                                   nameFilter(choice.format));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffixOf(choice.format));
    // In English, like the name of the program: the file may be looked for by scripts.
    dialog->selectFile(u"association-limits-history-%1.%2"_s.arg(
        m_clock.now().toLocalTime().date().toString(Qt::ISODate), suffixOf(choice.format)));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, choice](const QString &path) { exportTo(choice, path); });
    dialog->open();
}

void Transfer::importRecords()
{
    if (raiseRunning()) {
        return;
    }
    auto *dialog = new QFileDialog(&m_window, tr("Import a history"), m_lastFolder,
                                   nameFilter(ExportFormat::Json) + ";;"_L1 + tr("All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &Transfer::importFrom);
    dialog->open();
}

void Transfer::exportTo(const ExportChoice &choice, const QString &path)
{
    if (!raiseRunning()) {
        run(*new Exporter(m_folder, m_clock, choice.scope, fileOf(choice.format), path, this),
            tr("Export the history"), path, &exportProgressText, &exportMessage);
    }
}

void Transfer::importFrom(const QString &path)
{
    if (raiseRunning()) {
        return;
    }
    auto *importer = new Importer(m_folder, m_clock, path, this);
    connect(importer, &Importer::finished, this, [this](const Importer::Result &result) {
        if ((result ? *result : result.error().imported).added > 0) {
            Q_EMIT imported();
        }
    });
    run(*importer, tr("Import a history"), path, &importProgressText, &importMessage);
}

template<typename Job>
void Transfer::run(Job &job, const QString &title, const QString &path, ProgressText progressText,
                   MessageOf<Job> messageOf)
{
    m_job = &job;
    m_lastFolder = QFileInfo(path).path();
    delete m_dialog; // with the result of the one before
    m_dialog = new TransferDialog(title, path, &m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialog->setProgress(progressText(0, 0), 0, 0);
    connect(m_dialog, &TransferDialog::cancelRequested, &job, &Job::cancel);
    connect(&job, &Job::progress, m_dialog, [this, progressText](qint64 done, qint64 total) {
        m_dialog->setProgress(progressText(done, total), done, total);
    });
    connect(&job, &Job::finished, this,
            [this, messageOf, path](const typename Job::Result &result) {
                if (m_dialog) {
                    m_dialog->setResult(messageOf(result, path));
                }
                m_job->deleteLater();
                m_job = nullptr;
            });
    job.start();
    m_dialog->show();
}

} // namespace ui::history
