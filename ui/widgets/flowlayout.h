#pragma once

#include <QLayout>

#include <memory>
#include <vector>

namespace ui::widgets {

/// Puts its items beside each other and goes on in a new row where there is no more room, as words
/// do. An item wider than the layout gets the layout's width.
class FlowLayout : public QLayout
{
    Q_OBJECT
public:
    explicit FlowLayout(QWidget *parent = nullptr);
    ~FlowLayout() override;

    void addItem(QLayoutItem *item) override;
    [[nodiscard]] int count() const override { return int(m_items.size()); }
    [[nodiscard]] QLayoutItem *itemAt(int index) const override;
    [[nodiscard]] QLayoutItem *takeAt(int index) override;

    [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;
    void setGeometry(const QRect &area) override;

private:
    /// Where each visible item goes, and the bottom of the last row.
    struct Places
    {
        std::vector<std::pair<QLayoutItem *, QRect>> items;
        int bottom = 0;
    };
    [[nodiscard]] Places place(const QRect &area) const;

    std::vector<std::unique_ptr<QLayoutItem>> m_items;
};

} // namespace ui::widgets
