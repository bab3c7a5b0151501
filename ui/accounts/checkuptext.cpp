#include "ui/accounts/checkuptext.h"

#include "ui/accounts/accountwords.h"
#include "ui/widgets/errortext.h"

#include <QCoreApplication>

#include <algorithm>

namespace ui::accounts {

using namespace Qt::StringLiterals;
using ::accounts::CheckupReport;
using ::accounts::ReadResult;
using widgets::Tone;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::accounts::CheckupText)
};

QString factsText(const api::AccountDetails &details)
{
    QStringList facts;
    if (details.portalId) {
        facts.append(Words::tr("Account ID: %1").arg(*details.portalId));
    }
    if (details.accountType) {
        const ::accounts::Kind kind = ::accounts::kindOf(*details.accountType);
        facts.append(Words::tr("Kind: %1 (%2)").arg(kindText(kind), *details.accountType));
    }
    if (details.timeZone) {
        facts.append(Words::tr("Time zone: %1").arg(*details.timeZone));
    }
    if (details.dataHostingLocation) {
        facts.append(Words::tr("Region: %1").arg(*details.dataHostingLocation));
    }
    if (details.uiDomain) {
        facts.append(Words::tr("HubSpot's address: %1").arg(*details.uiDomain));
    }
    return facts.join(u'\n');
}

CheckupLine lineOf(const ReadResult &result)
{
    const QString name = readText(result.read);
    if (!result.error) {
        return {Tone::Good, Words::tr("✓ %1: allowed").arg(name)};
    }
    const widgets::ErrorText error = widgets::readErrorText(*result.error);
    QStringList words{error.title};
    if (!result.error->message.isEmpty()) {
        words.append(result.error->message);
    }
    return {Tone::Bad, Words::tr("✗ %1: %2").arg(name, words.join(u' '))};
}

} // namespace

std::vector<CheckupLine> checkupLines(const CheckupReport &report)
{
    std::vector<CheckupLine> lines;
    const auto refused = std::ranges::count_if(
        report.reads, [](const ReadResult &result) { return result.error.has_value(); });
    if (refused == 0) {
        lines.push_back({Tone::Good, Words::tr("✓ Everything the program needs can be read.")});
    } else if (size_t(refused) == report.reads.size()) {
        const widgets::ErrorText error = widgets::readErrorText(*report.reads.front().error);
        lines.push_back({Tone::Bad, Words::tr("✗ Nothing can be read.") + u' ' + error.next});
    } else {
        lines.push_back({Tone::Warning, Words::tr("⚠ Not everything can be read.")});
    }
    if (!report.missingScopes.isEmpty()) {
        lines.push_back(
            {Tone::Warning,
             Words::tr("⚠ Missing scopes: %1").arg(report.missingScopes.join(u", "_s))});
    }
    if (report.details) {
        lines.push_back({Tone::Quiet, factsText(*report.details)});
    }
    std::ranges::transform(report.reads, std::back_inserter(lines), lineOf);
    return lines;
}

} // namespace ui::accounts
