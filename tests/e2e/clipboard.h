#pragma once

#include "tests/e2e/desktop.h"

#include <QByteArray>
#include <QList>
#include <QProcess>
#include <QString>

#include <memory>
#include <optional>

namespace tests {

/// The clipboard and the selection of a desktop, seen by a program of its own there, which is this
/// test once more: its main() asks first whether it is that.
class Clipboard
{
public:
    /// What is to be returned from main(), where this process was started to hold a clipboard.
    [[nodiscard]] static std::optional<int> serve(int argc, char **argv);

    explicit Clipboard(const Desktop &desktop);
    ~Clipboard();
    Q_DISABLE_COPY_MOVE(Clipboard)

    /// Copies a text as a person does somewhere else. It does not count as seen.
    [[nodiscard]] bool copy(const QString &text);

    /// How often another program has put something there.
    [[nodiscard]] qsizetype count();
    /// The text that was put there last.
    [[nodiscard]] QString lastText();
    /// All that was put there, in every format.
    [[nodiscard]] QByteArray everything();

private:
    void read();

    std::unique_ptr<QProcess> m_holder;
    qsizetype m_count = 0;
    qsizetype m_copied = 0;
    QByteArray m_lastText;
    QByteArray m_everything;
};

} // namespace tests
