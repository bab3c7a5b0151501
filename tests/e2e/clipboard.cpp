#include "tests/e2e/clipboard.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QMimeData>
#include <QSocketNotifier>
#include <QTest>

#include <cstdio>
#include <iostream>
#include <string>

#include <unistd.h>

namespace tests {

using namespace Qt::StringLiterals;

namespace {

constexpr char argument[] = "--clipboard";
constexpr int patience = 30'000; // milliseconds

// A line of the holder's begins with one of these and goes on in Base64.
constexpr char copied = '=';
constexpr char textSeen = 't';
constexpr char formatSeen = 'f';

void say(char what, const QByteArray &bytes = {})
{
    std::printf("%c%s\n", what, bytes.toBase64().constData());
    std::fflush(stdout);
}

/// What another program has put there. The text comes last: with it all of it is told.
void tell(QClipboard::Mode mode)
{
    const QClipboard &clipboard = *QGuiApplication::clipboard();
    const bool isOwn =
        mode == QClipboard::Clipboard ? clipboard.ownsClipboard() : clipboard.ownsSelection();
    const QMimeData *data = clipboard.mimeData(mode);
    if (isOwn || data == nullptr) {
        return;
    }
    for (const QString &format : data->formats()) {
        say(formatSeen, data->data(format));
    }
    if (mode == QClipboard::Clipboard) {
        say(textSeen, data->text().toUtf8());
    }
}

void takeLine()
{
    std::string line;
    if (!std::getline(std::cin, line)) {
        QCoreApplication::quit();
        return;
    }
    QGuiApplication::clipboard()->setText(
        QString::fromUtf8(QByteArray::fromBase64(QByteArray::fromStdString(line))));
    say(copied);
}

} // namespace

std::optional<int> Clipboard::serve(int argc, char **argv)
{
    if (argc != 2 || qstrcmp(argv[1], argument) != 0) {
        return std::nullopt;
    }
    const QGuiApplication application(argc, argv);
    QObject::connect(QGuiApplication::clipboard(), &QClipboard::changed, &tell);
    const QSocketNotifier input(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, &takeLine);
    say(copied); // from now on it looks
    return QGuiApplication::exec();
}

Clipboard::Clipboard(const Desktop &desktop)
    : m_holder(dependentProcess())
{
    m_holder->setProcessEnvironment(desktop.environment());
    m_holder->start(QCoreApplication::applicationFilePath(), {QString::fromLatin1(argument)});
    if (!QTest::qWaitFor([this] { return read(), m_copied == 1; }, patience)) {
        qFatal("no clipboard: %s", m_holder->readAllStandardError().constData());
    }
}

Clipboard::~Clipboard()
{
    m_holder->closeWriteChannel();
    m_holder->waitForFinished();
}

bool Clipboard::copy(const QString &text)
{
    const qsizetype before = m_copied;
    m_holder->write(text.toUtf8().toBase64() + '\n');
    return QTest::qWaitFor([this, before] { return read(), m_copied > before; }, patience);
}

qsizetype Clipboard::count()
{
    read();
    return m_count;
}

QString Clipboard::lastText()
{
    read();
    return QString::fromUtf8(m_lastText);
}

QByteArray Clipboard::everything()
{
    read();
    return m_everything;
}

void Clipboard::read()
{
    while (m_holder->canReadLine()) {
        const QByteArray line = m_holder->readLine().trimmed();
        const QByteArray bytes = QByteArray::fromBase64(line.mid(1));
        switch (line.front()) {
        case copied:
            ++m_copied;
            break;
        case formatSeen:
            m_everything += bytes + '\n';
            break;
        case textSeen:
            ++m_count;
            m_lastText = bytes;
            m_everything += bytes + '\n';
            break;
        default:
            qFatal("the clipboard says: %s", line.constData());
        }
    }
}

} // namespace tests
