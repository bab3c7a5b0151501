#include "app/options.h"

#include "app/accounts/account.h"
#include "app/api/transport.h"

#include <QCommandLineParser>
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

QString wordsFor(api::BaseUrlError error)
{
    switch (error) {
    case api::BaseUrlError::Malformed:
        return Text::tr("it is not an address such as https://api.hubapi.com");
    case api::BaseUrlError::NotHttps:
        return Text::tr("it must begin with https:// (http:// only for this computer itself)");
    case api::BaseUrlError::HasPathOrQuery:
        return Text::tr("it must end after the host and port");
    case api::BaseUrlError::HasUserInfo:
        return Text::tr("it must not hold a user name or password");
    }
    Q_UNREACHABLE();
}

support::Unexpected<Halt> refused(const QString &words)
{
    return {{words + u'\n' + Text::tr("Try --help.") + u'\n', 2}};
}

} // namespace

support::Expected<Options, Halt> parseOptions(const QStringList &arguments,
                                              const limits::ObjectTypes &types)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        Text::tr("See and change HubSpot's association limits.\n\nThe token of a HubSpot account "
                 "is read from the environment variable HUBSPOT_ACCESS_TOKEN and kept in memory "
                 "only."));
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    const QCommandLineOption account(
        u"account"_s, Text::tr("Begin with this account: sandbox or hubspot."), u"account"_s);
    const QCommandLineOption from(u"from"_s, Text::tr("Source object type: a name or an ID."),
                                  u"type"_s);
    const QCommandLineOption to(u"to"_s, Text::tr("Target object type: a name or an ID."),
                                u"type"_s);
    const QCommandLineOption language(u"language"_s, Text::tr("Language of the window: en or de."),
                                      u"code"_s);
    const QCommandLineOption baseUrl(
        u"base-url"_s,
        Text::tr("Where the HubSpot account's API is: https, or http on this computer itself."),
        u"address"_s, api::defaultBaseUrl);
    const QCommandLineOption demo(
        u"demo"_s,
        Text::tr("Do the main job once in a fresh sandbox, print it, save a picture of the window "
                 "to this file and end."),
        u"file"_s);
    const QCommandLineOption logFile(
        u"log-file"_s,
        Text::tr("Append what the program does to this file, without tokens, queries and bodies."),
        u"file"_s);
    parser.addOptions({account, from, to, language, baseUrl, demo, logFile});

    if (!parser.parse(arguments)) {
        return refused(parser.errorText());
    }
    if (parser.isSet(help)) {
        return support::Unexpected{Halt{parser.helpText(), 0}};
    }
    if (parser.isSet(version)) {
        return support::Unexpected{Halt{QCoreApplication::applicationName() + u' ' +
                                            QCoreApplication::applicationVersion() + u'\n',
                                        0}};
    }
    if (!parser.positionalArguments().isEmpty()) {
        return refused(
            Text::tr("“%1” is not an option.").arg(parser.positionalArguments().first()));
    }

    Options options;
    options.account = parser.value(account);
    if (parser.isSet(account) && options.account != accounts::sandboxId &&
        options.account != accounts::hubSpotId) {
        return refused(Text::tr("--account is sandbox or hubspot, not “%1”.").arg(options.account));
    }
    const auto url = api::parseBaseUrl(parser.value(baseUrl));
    if (!url) {
        return refused(Text::tr("--base-url “%1” is refused: %2.")
                           .arg(parser.value(baseUrl), wordsFor(url.error())));
    }
    options.baseUrl = *url;
    if (parser.isSet(baseUrl) && !parser.isSet(account)) {
        options.account = accounts::hubSpotId;
    }
    for (const auto &[option, target] : {std::pair(&from, &options.from), {&to, &options.to}}) {
        if (parser.isSet(*option)) {
            const auto type = types.parse(parser.value(*option));
            if (!type) {
                return refused(Text::tr("--%1 “%2” is not an object type: write a name such as "
                                        "contact, or an ID such as 0-1 or 2-12345.")
                                   .arg(option->names().first(), parser.value(*option)));
            }
            *target = *type;
        }
    }
    options.language = parser.value(language);
    if (parser.isSet(language) && options.language != "en"_L1 && options.language != "de"_L1) {
        return refused(Text::tr("--language is en or de, not “%1”.").arg(options.language));
    }
    options.demo = parser.value(demo);
    if (parser.isSet(demo)) {
        options.account = accounts::sandboxId;
    }
    options.logFile = parser.value(logFile);
    if (parser.isSet(logFile) && options.logFile.isEmpty()) {
        return refused(Text::tr("--log-file needs the name of a file."));
    }
    return options;
}

Halt refusedLogFile(const QString &path, const QString &reason)
{
    return refused(Text::tr("--log-file “%1” can't be written: %2").arg(path, reason)).error;
}
