#pragma once

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QMetaProperty>
#include <QWidget>

namespace tests {

/// All that any widget shows or tells, and the clipboard.
inline QString everythingThatIsSaid()
{
    QStringList all{QGuiApplication::clipboard()->text()};
    for (QWidget *widget : QApplication::allWidgets()) {
        all << widget->accessibleName() << widget->accessibleDescription() << widget->toolTip()
            << widget->windowTitle();
        const QMetaObject *meta = widget->metaObject();
        for (int i = 0; i < meta->propertyCount(); ++i) {
            const QVariant value = meta->property(i).read(widget);
            if (value.typeId() == QMetaType::QString) {
                all << value.toString();
            }
        }
        if (QAccessibleInterface *heard = QAccessible::queryAccessibleInterface(widget)) {
            for (const auto text : {QAccessible::Name, QAccessible::Description, QAccessible::Value,
                                    QAccessible::Help}) {
                all << heard->text(text);
            }
            if (QAccessibleTextInterface *inside = heard->textInterface()) {
                all << inside->text(0, inside->characterCount());
            }
        }
    }
    return all.join(QLatin1Char('\n'));
}

} // namespace tests
