#pragma once

#include <QDate>
#include <QDialog>

QT_BEGIN_NAMESPACE
class QDateEdit;
QT_END_NAMESPACE

namespace ui::history {

/// Asks for a first and a last day.
class RangeDialog : public QDialog
{
    Q_OBJECT
public:
    RangeDialog(const QDate &first, const QDate &last, QWidget *parent = nullptr);

Q_SIGNALS:
    /// `first` is not after `last`.
    void chosen(const QDate &first, const QDate &last);

private:
    QDateEdit *m_first;
    QDateEdit *m_last;
};

} // namespace ui::history
