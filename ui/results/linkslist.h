#pragma once

#include <QScrollArea>
#include <QUrl>

#include <utility>
#include <vector>

namespace ui::results {

/// The links of an answer: https ones are buttons, which open a browser when they are pressed and
/// not before; all others are text.
class LinksList : public QScrollArea
{
    Q_OBJECT
public:
    explicit LinksList(QWidget *parent = nullptr);

    void setLinks(const std::vector<std::pair<QString, QUrl>> &links);

Q_SIGNALS:
    void linkActivated(const QUrl &url);

private:
    std::vector<std::pair<QString, QUrl>> m_links;
};

} // namespace ui::results
