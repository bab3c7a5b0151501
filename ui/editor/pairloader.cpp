#include "ui/editor/pairloader.h"

#include "ui/editor/limitspanel.h"
#include "ui/editor/readproblem.h"

namespace ui::editor {

using live::PairReader;

PairLoader::PairLoader(PairReader &reader, limits::Document &document, LimitsPanel &panel,
                       const support::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_reader(reader)
    , m_document(document)
    , m_panel(panel)
    , m_clock(clock)
{
    connect(&reader, &PairReader::pairRead, &document, &limits::Document::setLive);
    connect(&reader, &PairReader::finished, this, &PairLoader::finish);
    connect(&panel, &LimitsPanel::stopReadingRequested, this, &PairLoader::stop);
    connect(&document, &limits::Document::pairChanged, this, [this] {
        m_panel.setReadProblem(std::nullopt);
        Q_EMIT readAtChanged({});
    });
}

void PairLoader::read(const api::Endpoint &endpoint, const QString &from, const QString &to)
{
    m_from = from;
    m_to = to;
    if (!endpoint.hasToken()) {
        stop();
        return;
    }
    m_panel.setReading(true);
    m_reader.read(endpoint, m_document.pairs());
}

void PairLoader::stop()
{
    m_reader.cancel();
    m_panel.setReading(false);
    Q_EMIT ended();
}

void PairLoader::finish(const live::PairReading &reading)
{
    m_panel.setReading(false);
    m_panel.setReadProblem(readProblem(reading, m_document, m_from, m_to));
    if (reading.errors.empty()) {
        Q_EMIT readAtChanged(m_clock.now());
    }
    Q_EMIT ended();
}

} // namespace ui::editor
