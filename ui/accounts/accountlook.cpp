#include "ui/accounts/accountlook.h"

#include "ui/widgets/glyph.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>

#include <algorithm>

namespace ui::accounts {

using ::accounts::Account;
using ::accounts::Color;
using ::accounts::Kind;
using widgets::Tone;

namespace {

class AccountIconEngine : public QIconEngine
{
public:
    explicit AccountIconEngine(Account account)
        : m_account(std::move(account))
    {
    }

    [[nodiscard]] QIconEngine *clone() const override { return new AccountIconEngine(*this); }

    [[nodiscard]] QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode, QIcon::State) override
    {
        drawAccount(*painter, rect, m_account, QGuiApplication::palette());
    }

private:
    Account m_account;
};

} // namespace

Tone toneOf(Kind kind)
{
    return ::accounts::needsConfirmation(kind) ? Tone::Bad : Tone::Info;
}

QColor colorOf(Color color, Kind kind, const QPalette &palette)
{
    const bool dark = widgets::isDark(palette);
    switch (color) {
    case Color::None:
        return toneColor(toneOf(kind), palette);
    case Color::Red:
        return dark ? QColor(0xff, 0x7a, 0x70) : QColor(0xc6, 0x28, 0x28);
    case Color::Orange:
        return dark ? QColor(0xff, 0xa2, 0x5c) : QColor(0xd1, 0x5a, 0x00);
    case Color::Yellow:
        return dark ? QColor(0xf2, 0xd0, 0x4b) : QColor(0xb5, 0x8a, 0x00);
    case Color::Green:
        return dark ? QColor(0x6c, 0xd1, 0x7a) : QColor(0x2e, 0x8b, 0x3d);
    case Color::Teal:
        return dark ? QColor(0x4f, 0xcf, 0xc4) : QColor(0x00, 0x83, 0x7b);
    case Color::Blue:
        return dark ? QColor(0x7a, 0xb0, 0xff) : QColor(0x1f, 0x66, 0xc7);
    case Color::Purple:
        return dark ? QColor(0xc7, 0x9b, 0xff) : QColor(0x7b, 0x3f, 0xb8);
    case Color::Gray:
        return dark ? QColor(0xa8, 0xad, 0xb4) : QColor(0x6b, 0x72, 0x7a);
    }
    Q_UNREACHABLE();
}

void drawAccount(QPainter &painter, const QRectF &area, const Account &account,
                 const QPalette &palette)
{
    const QColor color = colorOf(account.color, account.kind, palette);
    if (account.endpoint.isReadOnly()) {
        widgets::drawGlyph(painter, area, widgets::Glyph::Lock, color);
        return;
    }
    const qreal side = std::min(area.width(), area.height()) * 0.7;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawRoundedRect(QRectF(area.center() - QPointF(side / 2, side / 2), QSizeF(side, side)),
                            side / 5, side / 5);
    painter.restore();
}

QIcon accountIcon(const Account &account)
{
    return QIcon(new AccountIconEngine(account));
}

} // namespace ui::accounts
