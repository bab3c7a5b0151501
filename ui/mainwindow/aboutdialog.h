#pragma once

#include <QDialog>

namespace ui::mainwindow {

/// What the program is, and the versions and licences of what it is made of, as text to select.
class AboutDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit AboutDialog(QWidget *parent = nullptr);
};

} // namespace ui::mainwindow
