#pragma once

#include "app/history/retention.h"
#include "app/support/settings.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QComboBox;
class QSpinBox;
QT_END_NAMESPACE

namespace ui::history {

/// Chooses what is not kept. Off until a person switches it on.
class RetentionEdit : public QWidget
{
    Q_OBJECT
public:
    explicit RetentionEdit(const support::Settings &settings, QWidget *parent = nullptr);

    /// Days to keep submissions for, and megabytes to keep the store below; 0: off.
    [[nodiscard]] int days() const;
    [[nodiscard]] int megabytes() const;
    void store(support::Settings &settings) const;
    [[nodiscard]] ::history::Retention retention(const QDateTime &now) const;

Q_SIGNALS:
    void changed();

private:
    void enable();

    QCheckBox *m_byAge;
    QSpinBox *m_age;
    QComboBox *m_unit;
    QCheckBox *m_bySize;
    QSpinBox *m_size;
};

} // namespace ui::history
