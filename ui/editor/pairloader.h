#pragma once

#include "app/limits/document.h"
#include "app/live/pairreader.h"
#include "app/support/clock.h"

#include <QDateTime>
#include <QObject>

namespace ui::editor {

class LimitsPanel;

/// Reads what the account has for the pair that is open: into the document, with its progress and
/// its problems in the panel.
class PairLoader final : public QObject
{
    Q_OBJECT
public:
    /// All of them must outlive the loader.
    PairLoader(live::PairReader &reader, limits::Document &document, LimitsPanel &panel,
               const support::Clock &clock, QObject *parent = nullptr);

    /// Reads every direction of the document's pair, in place of what is being read. Without a
    /// token there is nothing to read. `from` and `to` are the names of the objects.
    void read(const api::Endpoint &endpoint, const QString &from, const QString &to);
    /// Nothing more is read, and nothing is said about it.
    void stop();
    [[nodiscard]] bool isReading() const { return m_reader.isReading(); }

Q_SIGNALS:
    /// When all that is shown was read (UTC); invalid as long as it was not.
    void readAtChanged(const QDateTime &readAt);
    /// What was being read is there, or will not come; not where another reading took its place.
    void ended();

private:
    void finish(const live::PairReading &reading);

    live::PairReader &m_reader;
    limits::Document &m_document;
    LimitsPanel &m_panel;
    const support::Clock &m_clock;
    QString m_from;
    QString m_to;
};

} // namespace ui::editor
