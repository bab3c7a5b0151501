#include "ui/widgets/formrows.h"

#include "ui/widgets/fieldnote.h"

#include <QFormLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <vector>

namespace ui::widgets {

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

void alignLabels(std::initializer_list<QFormLayout *> forms)
{
    std::vector<QWidget *> labels;
    int width = 0;
    for (const QFormLayout *form : forms) {
        for (int row = 0; row < form->rowCount(); ++row) {
            const QLayoutItem *item = form->itemAt(row, QFormLayout::LabelRole);
            if (item != nullptr && item->widget() != nullptr) {
                labels.push_back(item->widget());
                width = std::max(width, item->widget()->sizeHint().width());
            }
        }
    }
    for (QWidget *label : labels) {
        label->setMinimumWidth(width);
    }
}

} // namespace ui::widgets
