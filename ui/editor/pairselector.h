#pragma once

#include "app/limits/objecttypes.h"

#include <QWidget>

#include <vector>

QT_BEGIN_NAMESPACE
class QComboBox;
class QHBoxLayout;
QT_END_NAMESPACE

namespace ui::editor {

/// The source and the target object type: two combo boxes that also take any typed name or ID.
class PairSelector final : public QWidget
{
    Q_OBJECT
public:
    explicit PairSelector(limits::ObjectTypes types, QWidget *parent = nullptr);

    /// Other object types to choose from; what is chosen stays, by its name where it has one now.
    void setTypes(const limits::ObjectTypes &types);

    /// Shows a pair without a signal.
    void setPair(const limits::ObjectType &from, const limits::ObjectType &to);
    /// A sentence at the end of the lists about types that are missing there; may be empty.
    void setHint(const QString &hint);
    /// Object types used lately, newest first, offered at the top.
    void setRecent(const std::vector<limits::ObjectType> &recent);
    void focusFrom();
    void swap();

Q_SIGNALS:
    /// Both are valid, and at least one is another than before.
    void pairChosen(const limits::ObjectType &from, const limits::ObjectType &to);
    /// What stands there is no object type; in words. Empty: it is one again.
    void problem(const QString &words);

private:
    void addBox(QHBoxLayout *layout, QComboBox *box, const QString &text);
    void choose();
    void fill();

    limits::ObjectTypes m_types;
    std::vector<limits::ObjectType> m_recent;
    QString m_hint;
    QComboBox *m_from;
    QComboBox *m_to;
    limits::ObjectType m_fromType;
    limits::ObjectType m_toType;
};

} // namespace ui::editor
