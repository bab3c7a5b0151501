#pragma once

#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QUrl>

#include <vector>

namespace tests {

/// Somebody with a browser: opens an address and goes wherever it is sent.
class Browser
{
public:
    struct Page
    {
        int status = 0;
        QUrl address; ///< where it ended
        QByteArray body;
    };

    Browser() { m_manager.setProxy(QNetworkProxy::NoProxy); }

    void open(const QUrl &address)
    {
        QNetworkRequest request(address);
        request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                             QNetworkRequest::NoLessSafeRedirectPolicy);
        QNetworkReply *reply = m_manager.get(request);
        QObject::connect(reply, &QNetworkReply::finished, &m_manager, [this, reply] {
            const QVariant status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute);
            m_pages.push_back({status.toInt(), reply->url(), reply->readAll()});
            reply->deleteLater();
        });
    }

    [[nodiscard]] const std::vector<Page> &pages() const { return m_pages; }

private:
    std::vector<Page> m_pages;
    QNetworkAccessManager m_manager;
};

} // namespace tests
