#include "tests/support/testmain.h"
#include "ui/widgets/icons.h"

#include <QApplication>
#include <QPainter>
#include <QPalette>
#include <QTest>

using namespace Qt::StringLiterals;
using ui::widgets::IconName;
using ui::widgets::Tone;

namespace {

constexpr int iconCount = static_cast<int>(IconName::Back) + 1;

QPalette paletteOf(Qt::GlobalColor text, Qt::GlobalColor base)
{
    QPalette palette(base);
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::Base, base);
    palette.setColor(QPalette::Disabled, QPalette::WindowText, Qt::gray);
    palette.setColor(QPalette::HighlightedText, Qt::yellow);
    return palette;
}

QImage imageOf(const QIcon &icon, QSize size = {16, 16}, QIcon::Mode mode = QIcon::Normal)
{
    return icon.pixmap(size, 1.0, mode).toImage().convertToFormat(QImage::Format_ARGB32);
}

// The colour of the pixel that covers most.
QColor inkOf(const QImage &image)
{
    QColor ink(Qt::transparent);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor color = image.pixelColor(x, y);
            if (color.alpha() > ink.alpha()) {
                ink = color;
            }
        }
    }
    return ink;
}

QRgb opaque(const QColor &color)
{
    return color.rgb();
}

} // namespace

class IconsTest : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        StrictTest::init();
        QApplication::setPalette(paletteOf(Qt::black, Qt::white));
    }

    void drawsEachIcon_data() { rows(); }
    void drawsEachIcon()
    {
        QFETCH(IconName, name);
        for (const int side : {12, 16, 24, 32, 64}) {
            const QImage image = imageOf(ui::widgets::icon(name), {side, side});
            QCOMPARE(image.size(), QSize(side, side));
            QVERIFY(inkOf(image).alpha() > 96);
        }
    }

    void isDrawnLikeNoOther()
    {
        for (int one = 0; one < iconCount; ++one) {
            for (int other = 0; other < one; ++other) {
                QVERIFY(imageOf(ui::widgets::icon(static_cast<IconName>(one))) !=
                        imageOf(ui::widgets::icon(static_cast<IconName>(other))));
            }
        }
    }

    void followsThePalette_data() { rows(); }
    void followsThePalette()
    {
        QFETCH(IconName, name);
        const QIcon icon = ui::widgets::icon(name);
        const QImage light = imageOf(icon);
        QApplication::setPalette(paletteOf(Qt::white, Qt::black));
        const QImage dark = imageOf(icon);
        QVERIFY(light != dark);
        QCOMPARE(opaque(inkOf(light)), opaque(Qt::black));
        QCOMPARE(opaque(inkOf(dark)), opaque(Qt::white));
    }

    void takesTheModesColour()
    {
        const QIcon plain = ui::widgets::icon(IconName::Add);
        const QIcon toned = ui::widgets::icon(IconName::Add, Tone::Bad);
        const auto ink = [](const QIcon &icon, QIcon::Mode mode) {
            return opaque(inkOf(imageOf(icon, {32, 32}, mode)));
        };
        const QPalette palette = QApplication::palette();
        QCOMPARE(ink(plain, QIcon::Active), opaque(Qt::black));
        QCOMPARE(ink(plain, QIcon::Disabled), opaque(Qt::gray));
        QCOMPARE(ink(plain, QIcon::Selected), opaque(Qt::yellow));
        QCOMPARE(ink(toned, QIcon::Normal), opaque(ui::widgets::toneColor(Tone::Bad, palette)));
        QCOMPARE(ink(toned, QIcon::Disabled), opaque(Qt::gray));
        QCOMPARE(ink(toned, QIcon::Selected), opaque(Qt::yellow));
    }

    void isSharpOnDensePixels()
    {
        const QIcon icon = ui::widgets::icon(IconName::Review);
        const QPixmap dense = icon.pixmap(QSize(16, 16), 2.0);
        QCOMPARE(dense.size(), QSize(32, 32));
        QCOMPARE(dense.devicePixelRatio(), 2.0);

        QImage canvas(32, 32, QImage::Format_ARGB32_Premultiplied);
        canvas.setDevicePixelRatio(2.0);
        canvas.fill(Qt::transparent);
        QPainter painter(&canvas);
        icon.paint(&painter, QRect(0, 0, 16, 16));
        painter.end();
        canvas.setDevicePixelRatio(1.0);
        QCOMPARE(canvas.convertToFormat(QImage::Format_ARGB32), imageOf(icon, {32, 32}));
    }

    void staysSquareInOblongPlaces()
    {
        const QImage image = imageOf(ui::widgets::icon(IconName::Error), {48, 16});
        QCOMPARE(image.size(), QSize(48, 16));
        QCOMPARE(image.copy(16, 0, 16, 16), imageOf(ui::widgets::icon(IconName::Error)));
        QCOMPARE(inkOf(image.copy(0, 0, 16, 16)).alpha(), 0);
    }

    void marksTheProgramInItsOwnColours()
    {
        const QImage image = imageOf(ui::widgets::applicationIcon(), {64, 64});
        QCOMPARE(image.pixelColor(15, 32), QColor(0xff, 0x7a, 0x59));
        QCOMPARE(image.pixelColor(49, 32), QColor(0x4f, 0xc3, 0xa1));
    }

private:
    static void rows()
    {
        QTest::addColumn<IconName>("name");
        for (int index = 0; index < iconCount; ++index) {
            QTest::addRow("icon %d", index) << static_cast<IconName>(index);
        }
    }
};

TEST_MAIN(QApplication, IconsTest)
#include "tst_icons.moc"
