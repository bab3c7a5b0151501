#pragma once

#include "tests/e2e/assistant.h"
#include "tests/e2e/desktop.h"

#include <QString>
#include <QStringList>

#include <functional>

namespace tests {

/// Somebody with a keyboard and an assistive tool, who waits for what is to come before going on.
/// What does not come is false, after two minutes.
class Person
{
public:
    /// Both outlive the person.
    Person(const Desktop &desktop, const Assistant &assistant)
        : m_desktop(desktop)
        , m_assistant(assistant)
    {
    }

    [[nodiscard]] static bool waitFor(const std::function<bool()> &condition);

    [[nodiscard]] bool press(const QStringList &keys) const { return m_desktop.press(keys); }
    [[nodiscard]] bool sees(Role role, const QString &name) const;
    [[nodiscard]] bool seesNoMore(Role role, const QString &name) const;
    /// Words somewhere in a window.
    [[nodiscard]] bool reads(const QString &words) const;
    [[nodiscard]] bool focusComesTo(Role role, const QString &name) const;

    /// Goes to a control, once it is there and takes the focus.
    [[nodiscard]] bool goTo(Role role, const QString &name) const;
    /// The same by the Tab key, for those that do not take the focus otherwise.
    [[nodiscard]] bool tabTo(Role role, const QString &name) const;
    /// Presses a button, ticks a box, or chooses one of several, once it can be.
    [[nodiscard]] bool press(Role role, const QString &name) const;
    /// Types a text in the place of what is in a field.
    [[nodiscard]] bool write(const QString &field, const QString &text) const;
    /// Replaces what is in a field by the clipboard's text.
    [[nodiscard]] bool paste(Role role, const QString &field) const;
    /// Opens a menu of the first window, once that is active, by its key and takes the entry of
    /// this name, whose letter is given.
    [[nodiscard]] bool choose(const QString &menuKey, const QString &entry,
                              const QString &letter) const;

private:
    const Desktop &m_desktop;
    const Assistant &m_assistant;
};

} // namespace tests
