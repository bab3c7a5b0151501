#include "tests/e2e/person.h"

#include <QTest>

namespace tests {

using namespace Qt::StringLiterals;

namespace {

// For one thing to appear, on a slow machine that is busy with other tests under a sanitizer. Until
// what a lost answer left open is read back, half a minute goes by even on one that is not.
constexpr int patience = 120'000; // milliseconds

} // namespace

bool Person::waitFor(const std::function<bool()> &condition)
{
    return QTest::qWaitFor(condition, patience);
}

bool Person::sees(Role role, const QString &name) const
{
    return waitFor([&] { return m_assistant.shows(role, name); });
}

bool Person::seesNoMore(Role role, const QString &name) const
{
    return waitFor([&] { return !m_assistant.shows(role, name); });
}

bool Person::reads(const QString &words) const
{
    return waitFor([&] { return m_assistant.says(words); });
}

bool Person::focusComesTo(Role role, const QString &name) const
{
    return waitFor([&] { return m_assistant.hasFocus(role, name); });
}

bool Person::goTo(Role role, const QString &name) const
{
    return waitFor([&] {
        return m_assistant.hasFocus(role, name) ||
               (m_assistant.focus(role, name) && m_assistant.hasFocus(role, name));
    });
}

bool Person::tabTo(Role role, const QString &name) const
{
    constexpr int longEnough = 200; // milliseconds; where it is not, the way is a round longer
    for (int steps = 0; steps < 40; ++steps) {
        if (QTest::qWaitFor([&] { return m_assistant.hasFocus(role, name); }, longEnough)) {
            return true;
        }
        if (!press({u"Tab"_s})) {
            return false;
        }
    }
    return false;
}

bool Person::press(Role role, const QString &name) const
{
    return waitFor([&] { return m_assistant.isEnabled(role, name); }) &&
           m_assistant.activate(role, name);
}

bool Person::write(const QString &field, const QString &text) const
{
    return goTo(Role::Text, field) && press({u"ctrl+a"_s}) && m_desktop.type(text) &&
           waitFor([&] { return m_assistant.text(field) == text; });
}

bool Person::paste(Role role, const QString &field) const
{
    return goTo(role, field) && press({u"ctrl+a"_s, u"ctrl+v"_s});
}

bool Person::choose(const QString &menuKey, const QString &entry, const QString &letter) const
{
    return waitFor([this] { return m_assistant.isActive(); }) && press({menuKey}) &&
           sees(Role::MenuItem, entry) && press({letter}) && seesNoMore(Role::MenuItem, entry);
}

} // namespace tests
