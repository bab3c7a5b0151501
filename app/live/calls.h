#pragma once

#include "app/api/reader.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <vector>

namespace live {

/// GETs to one endpoint that are sent at once. Destroying this drops those that are under way,
/// which may be done by what receives an answer.
class Calls final : public QObject
{
    Q_OBJECT
public:
    /// `reader` and `parent` must outlive this; the calls that end by themselves are the parent's.
    Calls(api::Reader &reader, const api::Endpoint &endpoint, QObject &parent);
    ~Calls() override;

    /// `answered` is called once, in a later turn of the event loop.
    void get(const QByteArray &path, std::function<void(const api::Reply &)> answered);

private:
    api::Reader &m_reader;
    api::Endpoint m_endpoint;
    QObject &m_owner;
    std::vector<QPointer<api::Call>> m_calls;
};

} // namespace live
