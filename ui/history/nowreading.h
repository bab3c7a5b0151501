#pragma once

#include "app/live/pairreader.h"

#include <QWidget>

#include <vector>

namespace ui::widgets {
class Banner;
}

namespace ui::history {

/// Reads what an account has now: its progress, then nothing or what failed and why.
class NowReading : public QWidget
{
    Q_OBJECT
public:
    /// `reader` and `known` must outlive this.
    NowReading(api::Endpoint endpoint, api::Reader &reader, const limits::AssociationTypes &known,
               QWidget *parent = nullptr);

    /// The directions to read; begins at once.
    void read(std::vector<limits::Pair> pairs);
    [[nodiscard]] bool isReading() const { return m_reader.isReading(); }
    /// What was read so far.
    [[nodiscard]] const std::vector<limits::LivePair> &pairs() const { return m_read; }

Q_SIGNALS:
    /// pairs() or isReading() has another value.
    void changed();

private:
    void begin();
    void stop();
    void finish(const live::PairReading &reading);
    void showProblem(const QString &title, const QString &words, const QString &next);

    api::Endpoint m_endpoint;
    live::PairReader m_reader;
    std::vector<limits::Pair> m_pairs;
    std::vector<limits::LivePair> m_read;
    QWidget *m_progress;
    QWidget *m_failed;
    widgets::Banner *m_words;
};

} // namespace ui::history
