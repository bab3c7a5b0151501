#pragma once

#include <QPointer>
#include <QToolButton>

namespace ui::widgets {

/// A flat button with words that opens a menu. Unlike with QToolButton::setMenu() there is no event
/// loop of the menu's own, and no arrow is drawn over the words.
class MenuButton : public QToolButton
{
    Q_OBJECT
public:
    explicit MenuButton(QWidget *parent = nullptr);

    /// May be called once. The button does not own the menu.
    void offer(QMenu &menu);
    [[nodiscard]] QMenu *offered() const { return m_menu; }

private:
    QPointer<QMenu> m_menu;
};

} // namespace ui::widgets
