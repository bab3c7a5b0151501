#include "ui/widgets/icons.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QImageReader>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>

#include <algorithm>
#include <optional>

namespace ui::widgets {

using namespace Qt::StringLiterals;

namespace {

QString fileOf(IconName name)
{
    switch (name) {
    case IconName::Both:
        return u":/icons/both.svg"_s;
    case IconName::Swap:
        return u":/icons/swap.svg"_s;
    case IconName::Refresh:
        return u":/icons/refresh.svg"_s;
    case IconName::Add:
        return u":/icons/add.svg"_s;
    case IconName::Remove:
        return u":/icons/remove.svg"_s;
    case IconName::Discard:
        return u":/icons/discard.svg"_s;
    case IconName::Review:
        return u":/icons/review.svg"_s;
    case IconName::Search:
        return u":/icons/search.svg"_s;
    case IconName::History:
        return u":/icons/history.svg"_s;
    case IconName::Copy:
        return u":/icons/copy.svg"_s;
    case IconName::Warning:
        return u":/icons/warning.svg"_s;
    case IconName::Error:
        return u":/icons/error.svg"_s;
    case IconName::Ok:
        return u":/icons/ok.svg"_s;
    case IconName::Unknown:
        return u":/icons/unknown.svg"_s;
    case IconName::Pending:
        return u":/icons/pending.svg"_s;
    case IconName::Edited:
        return u":/icons/edited.svg"_s;
    case IconName::Info:
        return u":/icons/info.svg"_s;
    case IconName::Sandbox:
        return u":/icons/sandbox.svg"_s;
    case IconName::Link:
        return u":/icons/link.svg"_s;
    case IconName::Back:
        return u":/icons/back.svg"_s;
    }
    Q_UNREACHABLE();
}

// Qt's SVG plugin is loaded at run time like any image format, so nothing links Qt Svg.
QPixmap render(const QString &file, QSize size, const QColor &color)
{
    const int side = std::min(size.width(), size.height());
    QImageReader reader(file);
    reader.setScaledSize({side, side});
    QImage drawing = reader.read().convertToFormat(QImage::Format_ARGB32_Premultiplied);
    if (drawing.isNull()) {
        qWarning("An icon cannot be drawn: %ls", qUtf16Printable(reader.errorString()));
    } else {
        QPainter tint(&drawing);
        tint.setCompositionMode(QPainter::CompositionMode_SourceIn);
        tint.fillRect(drawing.rect(), color);
    }

    QPixmap pixmap(size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.drawImage((size.width() - side) / 2, (size.height() - side) / 2, drawing);
    return pixmap;
}

class PaletteIconEngine : public QIconEngine
{
public:
    PaletteIconEngine(QString file, std::optional<Tone> tone)
        : m_file(std::move(file))
        , m_tone(tone)
    {
    }

    [[nodiscard]] QIconEngine *clone() const override { return new PaletteIconEngine(*this); }
    [[nodiscard]] QString key() const override { return u"association-limits"_s; }

    /// `size` is in device pixels.
    [[nodiscard]] QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        if (size.isEmpty()) {
            return {};
        }
        const QColor color = colorFor(mode);
        const QString key = u"%1 %2x%3 %4"_s.arg(m_file)
                                .arg(size.width())
                                .arg(size.height())
                                .arg(color.name(QColor::HexArgb));
        QPixmap pixmap;
        if (!QPixmapCache::find(key, &pixmap)) {
            pixmap = render(m_file, size, color);
            QPixmapCache::insert(key, pixmap);
        }
        return pixmap;
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device()->devicePixelRatio();
        QPixmap drawing = pixmap((QSizeF(rect.size()) * ratio).toSize(), mode, state);
        drawing.setDevicePixelRatio(ratio);
        painter->drawPixmap(rect, drawing);
    }

private:
    [[nodiscard]] QColor colorFor(QIcon::Mode mode) const
    {
        const QPalette palette = QGuiApplication::palette();
        switch (mode) {
        case QIcon::Disabled:
            return palette.color(QPalette::Disabled, QPalette::WindowText);
        case QIcon::Selected:
            return palette.color(QPalette::Active, QPalette::HighlightedText);
        case QIcon::Normal:
        case QIcon::Active:
            return m_tone ? toneColor(*m_tone, palette)
                          : palette.color(QPalette::Active, QPalette::WindowText);
        }
        Q_UNREACHABLE();
    }

    QString m_file;
    std::optional<Tone> m_tone;
};

} // namespace

QIcon icon(IconName name)
{
    return QIcon(new PaletteIconEngine(fileOf(name), std::nullopt));
}

QIcon icon(IconName name, Tone tone)
{
    return QIcon(new PaletteIconEngine(fileOf(name), tone));
}

QIcon applicationIcon()
{
    return QIcon(u":/icons/association-limits.svg"_s);
}

} // namespace ui::widgets
