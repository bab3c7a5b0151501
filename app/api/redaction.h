#pragma once

#include <QByteArray>
#include <QString>

namespace api {

struct Reply;

/// Cuts the token out of text that comes from elsewhere, as it is and as JSON or a URL would spell
/// it, and leaves "[token removed]" in its place.
[[nodiscard]] QByteArray withoutToken(QByteArray text, const QByteArray &token);

/// The same for everything in a reply. Where the body ends early, it may end within the token.
void removeToken(Reply &reply, const QByteArray &token);

} // namespace api
