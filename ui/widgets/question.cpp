#include "ui/widgets/question.h"

#include <QMessageBox>
#include <QPushButton>

namespace ui::widgets {

void ask(QWidget &parent, const QString &title, const QString &text, const QString &accept,
         const std::function<void()> &accepted)
{
    auto *box = new QMessageBox(QMessageBox::Question, title, text, QMessageBox::Cancel, &parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setDefaultButton(QMessageBox::Cancel);
    QPushButton *button = box->addButton(accept, QMessageBox::AcceptRole);
    QObject::connect(button, &QPushButton::clicked, &parent, accepted);
    box->open();
}

} // namespace ui::widgets
