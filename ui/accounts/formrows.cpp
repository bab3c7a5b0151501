#include "ui/accounts/formrows.h"

#include "ui/accounts/fieldnote.h"

#include <QFormLayout>
#include <QVBoxLayout>

namespace ui::accounts {

void addFieldRow(QFormLayout &form, const QString &label, QWidget &field, QLayout *beside,
                 FieldNote *note)
{
    auto *words = new QLabel(label);
    words->setBuddy(&field);
    auto *column = new QVBoxLayout;
    column->setSpacing(3);
    if (beside != nullptr) {
        column->addLayout(beside);
    } else {
        column->addWidget(&field);
    }
    if (note != nullptr) {
        column->addWidget(note);
    }
    form.addRow(words, column);
}

} // namespace ui::accounts
