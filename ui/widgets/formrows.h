#pragma once

#include <QtGlobal>

#include <initializer_list>

QT_BEGIN_NAMESPACE
class QBoxLayout;
class QFormLayout;
class QLayout;
class QString;
class QWidget;
QT_END_NAMESPACE

namespace ui::widgets {

class FieldNote;

/// A field with its label, which is its buddy, and what stands beside and beneath it. `beside` and
/// `note` may be null.
void addFieldRow(QFormLayout &form, const QString &label, QWidget &field, QLayout *beside,
                 FieldNote *note);

/// Makes the labels of all forms as wide as the widest, so that their fields are in one line.
void alignLabels(std::initializer_list<QFormLayout *> forms);

} // namespace ui::widgets
