#pragma once

#include <QWidget>

namespace ui::settings {

/// A section of the settings. What it shows holds only once it is applied. Its focus proxy is its
/// first field.
class SettingsPage : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

    [[nodiscard]] virtual QString title() const = 0;
    /// Whether what is shown does not hold yet.
    [[nodiscard]] virtual bool isEdited() const = 0;
    /// Makes it hold. false: it can't; the page says why at the field it belongs to, which has the
    /// focus then.
    [[nodiscard]] virtual bool apply() = 0;
    /// Where what was decided before does not hold: says why, as apply() does. false: it does hold.
    [[nodiscard]] virtual bool showProblem() = 0;
    /// Shows the defaults.
    virtual void showDefaults() = 0;

Q_SIGNALS:
    /// isEdited() may be another.
    void edited();
};

} // namespace ui::settings
