#include "ui/widgets/clearbutton.h"

#include <QLineEdit>

namespace ui::widgets {

void offerToClear(QLineEdit &field)
{
    QObject::connect(
        &field, &QLineEdit::textChanged, &field, [&field] { field.setClearButtonEnabled(true); },
        Qt::SingleShotConnection);
}

} // namespace ui::widgets
