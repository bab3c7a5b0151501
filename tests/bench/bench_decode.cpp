#include "app/api/batch.h"
#include "tests/bench/ratio.h"

#include <QJsonDocument>

#include <cstdlib>

namespace {

api::Reply answer(int results)
{
    api::Reply reply;
    reply.httpStatus = 201;
    reply.headers = {{"Content-Type", "application/json;charset=utf-8"}};
    reply.body = R"({"status":"COMPLETE","requestedAt":"2023-11-07T05:31:56.120Z",)"
                 R"("startedAt":"2023-11-07T05:31:56.300Z","completedAt":"2023-11-07T05:31:57Z",)"
                 R"("results":[)";
    for (int i = 1; i <= results; ++i) {
        const QByteArray number = QByteArray::number(i);
        reply.body += R"({"category":"USER_DEFINED","typeId":)" + number +
                      R"(,"label":"Contact of branch )" + number +
                      R"(","userEnforcedMaxToObjectIds":)" + QByteArray::number(i % 100 + 1) +
                      (i < results ? "}," : "}");
    }
    reply.body += R"(],"links":{}})";
    return reply;
}

} // namespace

int main()
{
    constexpr int results = 10'000;
    const api::Reply reply = answer(results);
    const auto first = api::decodeBatch(reply);
    if (!first || first->results.size() != results) {
        std::fputs("the answer cannot be decoded\n", stderr);
        return EXIT_FAILURE;
    }
    const double ratio = bench::ratioOf(
        101, [&reply] { static_cast<void>(api::decodeBatch(reply)); },
        [&reply] { static_cast<void>(QJsonDocument::fromJson(reply.body)); });
    return bench::report("decode 10,000 results", ratio, "QJsonDocument::fromJson", 1.5)
               ? EXIT_SUCCESS
               : EXIT_FAILURE;
}
