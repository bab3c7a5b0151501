#pragma once

#include <QByteArray>
#include <QIODevice>

namespace api {

/// A POST's body as Qt must be given it so that it is sent once. Measured with Qt 6.4.2: when the
/// server closes without an answer, a buffered body is rewound and sent again without a word. A
/// sequential device with a Content-Length and DoNotBufferUploadDataAttribute cannot be rewound, so
/// Qt reports the loss instead.
class RequestBody final : public QIODevice
{
    Q_OBJECT
public:
    explicit RequestBody(QByteArray bytes, QObject *parent = nullptr);

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] qint64 bytesAvailable() const override;
    /// Refused without the warning that QIODevice prints.
    bool reset() override { return false; }

    /// Whether Qt has taken any of it. Qt takes it from the caller's thread and only after the
    /// connection stands, so a body nobody touched has certainly not left this machine.
    [[nodiscard]] bool isTouched() const { return m_position > 0; }

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qint64 m_position = 0;
};

} // namespace api
