#include "tests/e2e/assistant.h"

#include <QDBusArgument>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusVariant>

namespace tests {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView sessionName{"session"};
constexpr QLatin1StringView connectionName{"accessibility"};
constexpr QLatin1StringView accessibleInterface{"org.a11y.atspi.Accessible"};
constexpr QLatin1StringView componentInterface{"org.a11y.atspi.Component"};
constexpr QLatin1StringView tableInterface{"org.a11y.atspi.Table"};
constexpr QLatin1StringView textInterface{"org.a11y.atspi.Text"};

// As AT-SPI numbers them.
constexpr uint activeState = 1;
constexpr uint enabledState = 8;
constexpr uint focusedState = 12;
constexpr uint pressedState = 20;
constexpr uint showingState = 25;
constexpr uint screenCoordinates = 0;

/// Asking for it starts the bus. Programs use the bus only if it is there.
QString accessibilityAddress(const QDBusConnection &session)
{
    return session
        .call(QDBusMessage::createMethodCall(u"org.a11y.Bus"_s, u"/org/a11y/bus"_s,
                                             u"org.a11y.Bus"_s, u"GetAddress"_s))
        .arguments()
        .value(0)
        .toString();
}

} // namespace

Assistant::Assistant(const QString &sessionAddress)
    : m_session(QDBusConnection::connectToBus(sessionAddress, sessionName))
    , m_bus(QDBusConnection::connectToBus(accessibilityAddress(m_session), connectionName))
{
}

Assistant::~Assistant()
{
    QDBusConnection::disconnectFromBus(connectionName);
    QDBusConnection::disconnectFromBus(sessionName);
}

bool Assistant::isActive() const
{
    const Objects all = windows();
    return !all.isEmpty() && hasState(all.first(), activeState);
}

bool Assistant::shows(Role role, const QString &name) const
{
    return find(role, name).has_value();
}

bool Assistant::hasFocus(Role role, const QString &name) const
{
    const auto object = find(role, name);
    return object && hasState(*object, focusedState);
}

bool Assistant::isEnabled(Role role, const QString &name) const
{
    const auto object = find(role, name);
    return object && hasState(*object, enabledState);
}

bool Assistant::isPressed(Role role, const QString &name) const
{
    const auto object = find(role, name);
    return object && hasState(*object, pressedState);
}

QString Assistant::text(const QString &name) const
{
    const auto object = find(Role::Text, name);
    return object ? call(*object, textInterface, u"GetText"_s, {0, -1}).value(0).toString()
                  : QString();
}

QStringList Assistant::rows(const QString &table) const
{
    const auto object = find(Role::Table, table);
    if (!object) {
        return {};
    }
    QStringList rows;
    const int rowCount = property(*object, tableInterface, u"NRows"_s).toInt();
    const int columnCount = property(*object, tableInterface, u"NColumns"_s).toInt();
    for (int row = 0; row < rowCount; ++row) {
        QStringList cells;
        for (int column = 0; column < columnCount; ++column) {
            const QVariantList reply =
                call(*object, tableInterface, u"GetAccessibleAt"_s, {row, column});
            QString service;
            QDBusObjectPath path;
            if (!reply.isEmpty()) {
                const auto argument = reply.first().value<QDBusArgument>();
                argument.beginStructure();
                argument >> service >> path;
                argument.endStructure();
            }
            cells.append(name({service, path.path()}));
        }
        rows.append(cells.join(u" | "_s));
    }
    return rows;
}

QStringList Assistant::entries(const QString &list) const
{
    const auto object = find(Role::List, list);
    QStringList names;
    if (object) {
        for (const Object &entry : children(*object)) {
            names.append(name(entry));
        }
    }
    return names;
}

bool Assistant::says(const QString &words) const
{
    return walk(windows(), [&](const Object &object, Role) { return name(object) == words; });
}

QRect Assistant::area(Role role, const QString &name) const
{
    const auto object = find(role, name);
    return object ? area(*object) : QRect();
}

QRect Assistant::windowArea() const
{
    const Objects all = windows();
    return all.isEmpty() ? QRect() : area(all.first());
}

bool Assistant::activate(const QString &button) const
{
    return activate(Role::Button, button);
}

bool Assistant::focus(Role role, const QString &name) const
{
    const auto object = find(role, name);
    return object && call(*object, componentInterface, u"GrabFocus"_s).value(0).toBool();
}

bool Assistant::activate(Role role, const QString &name) const
{
    const auto object = find(role, name);
    return object &&
           call(*object, u"org.a11y.atspi.Action"_s, u"DoAction"_s, {0}).value(0).toBool();
}

QVariantList Assistant::call(const Object &object, const QString &interface, const QString &method,
                             const QVariantList &arguments) const
{
    QDBusMessage message =
        QDBusMessage::createMethodCall(object.service, object.path, interface, method);
    message.setArguments(arguments);
    const QDBusMessage reply = m_bus.call(message);
    // What went away since it was found answers with an error.
    return reply.type() == QDBusMessage::ReplyMessage ? reply.arguments() : QVariantList();
}

QVariant Assistant::property(const Object &object, const QString &interface,
                             const QString &name) const
{
    return call(object, u"org.freedesktop.DBus.Properties"_s, u"Get"_s, {interface, name})
        .value(0)
        .value<QDBusVariant>()
        .variant();
}

Assistant::Objects Assistant::children(const Object &object) const
{
    Objects children;
    const QVariantList reply = call(object, accessibleInterface, u"GetChildren"_s);
    if (reply.isEmpty()) {
        return children;
    }
    const auto argument = reply.first().value<QDBusArgument>();
    argument.beginArray();
    while (!argument.atEnd()) {
        QString service;
        QDBusObjectPath path;
        argument.beginStructure();
        argument >> service >> path;
        argument.endStructure();
        children.append({service, path.path()});
    }
    argument.endArray();
    return children;
}

bool Assistant::hasState(const Object &object, uint state) const
{
    const QVariantList reply = call(object, accessibleInterface, u"GetState"_s);
    if (reply.isEmpty()) {
        return false;
    }
    const auto words = qdbus_cast<QList<uint>>(reply.first());
    return (words.value(state / 32) >> (state % 32) & 1U) != 0;
}

Role Assistant::role(const Object &object) const
{
    return Role(call(object, accessibleInterface, u"GetRole"_s).value(0).toUInt());
}

QString Assistant::name(const Object &object) const
{
    return property(object, accessibleInterface, u"Name"_s).toString();
}

QRect Assistant::area(const Object &object) const
{
    const QVariantList reply =
        call(object, componentInterface, u"GetExtents"_s, {screenCoordinates});
    if (reply.isEmpty()) {
        return {};
    }
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;
    const auto argument = reply.first().value<QDBusArgument>();
    argument.beginStructure();
    argument >> x >> y >> width >> height;
    argument.endStructure();
    return {x, y, width, height};
}

Assistant::Objects Assistant::windows() const
{
    const Object desktop{u"org.a11y.atspi.Registry"_s, u"/org/a11y/atspi/accessible/root"_s};
    for (const Object &program : children(desktop)) {
        if (m_bus.interface()->servicePid(program.service).value() == m_processId) {
            return children(program);
        }
    }
    return {};
}

template<typename Visit> bool Assistant::walk(const Objects &objects, Visit visit) const
{
    for (const Object &object : objects) {
        if (!hasState(object, showingState)) {
            continue;
        }
        const Role found = role(object);
        if (visit(object, found)) {
            return true;
        }
        // The cells of a table are not controls, and many.
        if (found != Role::Table && found != Role::List && walk(children(object), visit)) {
            return true;
        }
    }
    return false;
}

std::optional<Assistant::Object> Assistant::find(Role role, const QString &name) const
{
    std::optional<Object> result;
    walk(windows(), [&](const Object &object, Role found) {
        if (found == role && this->name(object) == name) {
            result = object;
        }
        return result.has_value();
    });
    return result;
}

} // namespace tests
