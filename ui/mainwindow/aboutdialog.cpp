#include "ui/mainwindow/aboutdialog.h"

#include "ui/mainwindow/programtext.h"
#include "ui/widgets/accessible.h"

#include <QApplication>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui::mainwindow {

using namespace Qt::StringLiterals;

AboutDialog::AboutDialog(QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("About Association Limits"));
    auto *words = new QLabel(aboutText(), this);
    words->setTextFormat(Qt::RichText);
    words->setWordWrap(true);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    widgets::setStableName(*words, "Versions and licences"_L1,
                           tr("What the program is made of, to select and copy"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton *qt = buttons->addButton(tr("About &Qt"), QDialogButtonBox::HelpRole);
    qt->setAutoDefault(false);
    widgets::setStableName(*qt, "About Qt"_L1, tr("What Qt says of itself and its licences"));
    QPushButton *close = buttons->button(QDialogButtonBox::Close);
    widgets::setStableName(*close, "Close"_L1);
    close->setFocus();
    connect(qt, &QPushButton::clicked, qApp, &QApplication::aboutQt);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 12);
    layout->setSpacing(12);
    layout->addWidget(words, 1);
    layout->addWidget(buttons);
    setMinimumWidth(56 * fontMetrics().averageCharWidth());
}

} // namespace ui::mainwindow
