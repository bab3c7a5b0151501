#pragma once

#include <QGroupBox>

namespace ui::widgets {

/// A group box that leaves the keys of its fields to the dialog. QGroupBox keeps all that press
/// buttons, also where it has no check box; under GNOME's theme Return is one of them, and would no
/// more be OK (seen with Qt 6.4.2).
class GroupBox : public QGroupBox
{
    Q_OBJECT
public:
    using QGroupBox::QGroupBox;

protected:
    bool event(QEvent *event) override;
};

} // namespace ui::widgets
