#pragma once

#include "app/limits/plan.h"

#include <QUrl>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QPushButton;
QT_END_NAMESPACE

namespace ui::widgets {
class JsonTextView;
}

namespace ui::review {

/// The requests of a plan, exactly as they will be sent, to read and to copy.
class RequestsPane : public QWidget
{
    Q_OBJECT
public:
    explicit RequestsPane(QUrl baseUrl, QWidget *parent = nullptr);

    /// The text is made when it is first seen or copied.
    void setPlan(const limits::Plan &plan);

private:
    QUrl m_baseUrl;
    limits::Plan m_plan;
    QPushButton *m_copyJson;
    QPushButton *m_copyCurl;
    widgets::JsonTextView *m_text;
};

} // namespace ui::review
