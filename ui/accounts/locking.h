#pragma once

#include "app/accounts/accountbook.h"

#include <functional>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace ui::accounts {

/// Locks or unlocks an account. Over `parent` it asks first whether an account that counts as
/// production is to be unlocked. `failed` is called with the system's words where the choice can't
/// be kept; the lock is what it was then.
void setLocked(QWidget &parent, ::accounts::AccountBook &book, const QString &id, bool locked,
               const std::function<void(const QString &words)> &failed);

} // namespace ui::accounts
