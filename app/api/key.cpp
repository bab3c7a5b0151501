#include "app/api/key.h"

#include <utility>

namespace api {

Key::Key(QByteArray token, Use use)
    : m_token(std::move(token))
    , m_use(use)
{
}

} // namespace api
