#pragma once

#include "app/exchange/exporter.h"
#include "app/exchange/recordfile.h"

#include <QDialog>

#include <memory>
#include <vector>

QT_BEGIN_NAMESPACE
class QRadioButton;
QT_END_NAMESPACE

namespace ui::history {

enum class ExportFormat : quint8 { Json, Csv, Markdown };

/// "json", without the dot.
[[nodiscard]] QString suffixOf(ExportFormat format);
[[nodiscard]] std::unique_ptr<exchange::RecordFile> fileOf(ExportFormat format);

/// What is to be exported, and how.
struct ExportChoice
{
    exchange::ExportScope scope;
    ExportFormat format = ExportFormat::Json;
};

/// Asks which submissions are to be exported and in which format.
class ExportDialog : public QDialog
{
    Q_OBJECT
public:
    /// `shown` is how many the filter lets through.
    ExportDialog(const ::history::Filter &filter, qint64 shown, const std::vector<QUuid> &selected,
                 QWidget *parent = nullptr);

    [[nodiscard]] ExportChoice choice() const;

private:
    [[nodiscard]] QWidget *makeScope(qint64 shown);
    [[nodiscard]] QWidget *makeFormat();

    ::history::Filter m_filter;
    std::vector<QUuid> m_selected;
    QRadioButton *m_onlySelected = nullptr;
    QRadioButton *m_csv = nullptr;
    QRadioButton *m_markdown = nullptr;
};

} // namespace ui::history
