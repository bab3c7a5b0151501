#pragma once

#include <QObject>
#include <QTemporaryDir>

namespace tests {

/// Moves HOME and the XDG folders into a temporary folder and takes the token out of the
/// environment, so that no test touches the user's own files or account. Make one before the
/// application object; TEST_MAIN does.
class Sanctuary
{
public:
    Sanctuary();

private:
    QTemporaryDir m_home;
};

/// Base of every test class: a warning that nobody announced with QTest::ignoreMessage fails the
/// test. A class with an init() of its own calls this one first.
class StrictTest : public QObject
{
    Q_OBJECT
protected Q_SLOTS:
    void init();
};

} // namespace tests

/// main() of a test: TEST_MAIN(QApplication, TestClass)
#define TEST_MAIN(Application, TestClass)                                                          \
    int main(int argc, char **argv)                                                                \
    {                                                                                              \
        const tests::Sanctuary sanctuary;                                                          \
        Application application(argc, argv);                                                       \
        TestClass test;                                                                            \
        return QTest::qExec(&test, argc, argv);                                                    \
    }
