#pragma once

#include <QDBusConnection>
#include <QList>
#include <QRect>
#include <QString>
#include <QStringList>
#include <QVariant>

#include <optional>

namespace tests {

/// What a control is, as AT-SPI numbers it.
enum class Role : quint32 {
    CheckBox = 7,
    ComboBox = 11,
    Label = 29,
    List = 31,
    MenuItem = 35,
    PageTab = 37,
    Password = 40,
    Button = 43,
    RadioButton = 44,
    Table = 55,
    Text = 61,
};

/// Sees a program as an assistive tool does: by what it tells the accessibility bus, and of that
/// only what is shown. A control that is not there has empty texts and areas.
class Assistant
{
public:
    /// Starts the accessibility bus of this session.
    explicit Assistant(const QString &sessionAddress);
    ~Assistant();
    Q_DISABLE_COPY_MOVE(Assistant)

    /// The program to look at.
    void setProgram(qint64 processId) { m_processId = processId; }

    /// Whether its first window is the one that keys go to.
    [[nodiscard]] bool isActive() const;
    [[nodiscard]] bool shows(Role role, const QString &name) const;
    [[nodiscard]] bool hasFocus(Role role, const QString &name) const;
    [[nodiscard]] bool isEnabled(Role role, const QString &name) const;
    /// As a button is while its menu is open.
    [[nodiscard]] bool isPressed(Role role, const QString &name) const;
    /// What stands in a field.
    [[nodiscard]] QString text(const QString &name) const;
    /// A table's rows, the cells parted by " | ".
    [[nodiscard]] QStringList rows(const QString &table) const;
    [[nodiscard]] QStringList entries(const QString &list) const;
    /// Whether anything is named so, as words in the window are.
    [[nodiscard]] bool says(const QString &words) const;
    /// On the screen.
    [[nodiscard]] QRect area(Role role, const QString &name) const;
    /// Of the first window, without its frame.
    [[nodiscard]] QRect windowArea() const;
    [[nodiscard]] bool activate(const QString &button) const;
    /// The same for what is no button: ticks a box, chooses one of several.
    [[nodiscard]] bool activate(Role role, const QString &name) const;
    /// Asks for the focus, which comes later where its window has to become active first.
    [[nodiscard]] bool focus(Role role, const QString &name) const;

private:
    struct Object
    {
        QString service;
        QString path;
    };
    using Objects = QList<Object>;

    [[nodiscard]] QVariantList call(const Object &object, const QString &interface,
                                    const QString &method,
                                    const QVariantList &arguments = {}) const;
    [[nodiscard]] QVariant property(const Object &object, const QString &interface,
                                    const QString &name) const;
    [[nodiscard]] Objects children(const Object &object) const;
    [[nodiscard]] bool hasState(const Object &object, uint state) const;
    [[nodiscard]] Role role(const Object &object) const;
    [[nodiscard]] QString name(const Object &object) const;
    [[nodiscard]] QRect area(const Object &object) const;
    [[nodiscard]] Objects windows() const;
    /// Calls visit(object, role) for what is shown, until it says true.
    template<typename Visit> bool walk(const Objects &objects, Visit visit) const;
    [[nodiscard]] std::optional<Object> find(Role role, const QString &name) const;

    QDBusConnection m_session;
    QDBusConnection m_bus;
    qint64 m_processId = 0;
};

} // namespace tests
