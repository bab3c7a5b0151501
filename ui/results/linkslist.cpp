#include "ui/results/linkslist.h"

#include "ui/widgets/accessible.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

namespace ui::results {

using namespace Qt::StringLiterals;

LinksList::LinksList(QWidget *parent)
    : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setWidget(new QWidget);
}

void LinksList::setLinks(const std::vector<std::pair<QString, QUrl>> &links)
{
    if (m_links == links) {
        return;
    }
    m_links = links;
    auto *list = new QWidget;
    auto *grid = new QGridLayout(list);
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const auto &[name, url] : links) {
        auto *label = new QLabel(name);
        label->setTextFormat(Qt::PlainText);
        grid->addWidget(label, row, 0);
        const QString address = url.toString(QUrl::FullyEncoded);
        if (url.isValid() && url.scheme() == "https"_L1 && !url.host().isEmpty()) {
            auto *button = new QPushButton(widgets::withoutMnemonic(address));
            button->setAccessibleName(name);
            button->setAccessibleDescription(address);
            button->setToolTip(tr("Open in the browser"));
            connect(button, &QPushButton::clicked, this,
                    [this, target = url] { Q_EMIT linkActivated(target); });
            grid->addWidget(button, row, 1, Qt::AlignLeft);
        } else {
            auto *text = new QLabel(address);
            text->setTextFormat(Qt::PlainText);
            text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
            text->setToolTip(tr("Only https addresses can be opened from here."));
            grid->addWidget(text, row, 1, Qt::AlignLeft);
        }
        ++row;
    }
    grid->setRowStretch(row, 1);
    setWidget(list);
}

} // namespace ui::results
