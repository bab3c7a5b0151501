#include "ui/mainwindow/reverttext.h"

#include <QCoreApplication>

#include <algorithm>

namespace ui::mainwindow {

using submission::LeftAsIs;
using submission::Unrevertible;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::mainwindow::RevertText)
};

// A longer list helps nobody; the results show them all.
constexpr size_t shownLimits = 12;

QString nameOf(const submission::LimitEffect &limit)
{
    return !limit.label.isEmpty() ? Words::tr("“%1”").arg(limit.label)
           : limit.unlabeled      ? Words::tr("The association without a label")
                                  : Words::tr("Type ID %1").arg(limit.typeId);
}

QString sentence(const LeftAsIs &left)
{
    switch (left.reason) {
    case Unrevertible::Unchanged:
        //: %1 is a limit: “Primary company”.
        return Words::tr("%1 was not changed.").arg(nameOf(left.limit));
    case Unrevertible::BeforeUnknown:
        return Words::tr("%1 stays as it is: what it was before is not known.")
            .arg(nameOf(left.limit));
    case Unrevertible::Pending:
        return Words::tr("%1 is still on its way.").arg(nameOf(left.limit));
    }
    Q_UNREACHABLE();
}

} // namespace

QStringList revertWarnings(const std::vector<LeftAsIs> &left)
{
    QStringList sentences;
    for (const LeftAsIs &one : left) {
        if (one.reason != Unrevertible::Unchanged) {
            sentences.append(sentence(one));
        }
    }
    return sentences;
}

QString leftText(const std::vector<LeftAsIs> &left)
{
    QStringList sentences;
    for (size_t i = 0; i < std::min(left.size(), shownLimits); ++i) {
        sentences.append(sentence(left[i]));
    }
    if (left.size() > shownLimits) {
        sentences.append(Words::tr("%Ln more", nullptr, int(left.size() - shownLimits)));
    }
    return sentences.join(u'\n');
}

} // namespace ui::mainwindow
