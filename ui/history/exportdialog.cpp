#include "ui/history/exportdialog.h"

#include "ui/history/markdownreport.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/groupbox.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace ui::history {

using namespace Qt::StringLiterals;

QString suffixOf(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Json:
        return u"json"_s;
    case ExportFormat::Csv:
        return u"csv"_s;
    case ExportFormat::Markdown:
        return u"md"_s;
    }
    Q_UNREACHABLE();
}

std::unique_ptr<exchange::RecordFile> fileOf(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Json:
        return std::make_unique<exchange::JsonFile>();
    case ExportFormat::Csv:
        return std::make_unique<exchange::CsvFile>();
    case ExportFormat::Markdown:
        return std::make_unique<MarkdownReport>();
    }
    Q_UNREACHABLE();
}

ExportDialog::ExportDialog(const ::history::Filter &filter, qint64 shown,
                           const std::vector<QUuid> &selected, QWidget *parent)
    : QDialog(parent)
    , m_filter(filter)
    , m_selected(selected)
{
    setWindowTitle(tr("Export the history"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    widgets::setStableName(*buttons->button(QDialogButtonBox::Cancel), "Cancel"_L1,
                           tr("Export nothing"));
    //: The dots say that a question follows: which file.
    QPushButton *choose = buttons->addButton(tr("Choose &file…"), QDialogButtonBox::AcceptRole);
    widgets::setStableName(*choose, "Choose file"_L1, tr("Choose the file to export to"));
    choose->setDefault(true);
    choose->setEnabled(shown > 0 || !selected.empty());
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(makeScope(shown));
    layout->addWidget(makeFormat());
    layout->addWidget(buttons);
}

QWidget *ExportDialog::makeScope(qint64 shown)
{
    auto *box = new widgets::GroupBox(tr("Submissions"), this);
    auto *all =
        new QRadioButton(m_filter.isEmpty() ? tr("&All submissions (%L1)").arg(shown)
                                            : tr("&All that the filter shows (%L1)").arg(shown),
                         box);
    const auto count = int(m_selected.size());
    m_onlySelected = new QRadioButton(tr("Only the &selected (%L1)").arg(count), box);
    widgets::setStableName(*all, "All shown"_L1, all->text().remove(u'&'));
    widgets::setStableName(*m_onlySelected, "Only selected"_L1,
                           m_onlySelected->text().remove(u'&'));
    all->setEnabled(shown > 0);
    m_onlySelected->setEnabled(count > 0);
    // One is always selected to be looked at; several are selected for a purpose.
    const bool selected = count > 1 || (count == 1 && shown == 0);
    (selected ? m_onlySelected : all)->setChecked(true);
    auto *layout = new QVBoxLayout(box);
    layout->addWidget(all);
    layout->addWidget(m_onlySelected);
    return box;
}

QWidget *ExportDialog::makeFormat()
{
    auto *box = new widgets::GroupBox(tr("Format"), this);
    auto *json = new QRadioButton(tr("&JSON: complete, can be imported again"), box);
    m_csv = new QRadioButton(tr("&CSV: one line per limit, for a spreadsheet"), box);
    m_markdown = new QRadioButton(tr("&Markdown: a report to read"), box);
    json->setChecked(true);
    auto *layout = new QVBoxLayout(box);
    for (const auto &[button, name] : {std::pair(json, "JSON"_L1), std::pair(m_csv, "CSV"_L1),
                                       std::pair(m_markdown, "Markdown"_L1)}) {
        widgets::setStableName(*button, name, button->text().remove(u'&'));
        layout->addWidget(button);
    }
    return box;
}

ExportChoice ExportDialog::choice() const
{
    return {m_onlySelected->isChecked() ? exchange::ExportScope(m_selected)
                                        : exchange::ExportScope(m_filter),
            m_csv->isChecked()        ? ExportFormat::Csv
            : m_markdown->isChecked() ? ExportFormat::Markdown
                                      : ExportFormat::Json};
}

} // namespace ui::history
