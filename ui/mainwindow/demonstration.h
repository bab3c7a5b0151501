#pragma once

#include "app/submission/runner.h"

#include <QObject>

namespace limits {
class Document;
}

namespace ui::mainwindow {

class MainWindow;

/// Does the main job once in the window, as a person would: types two limits into the table, opens
/// the review, submits. Then it prints what was sent and what came back, saves a picture of the
/// window and ends the program, with 0 when every limit was stored.
class Demonstration final : public QObject
{
    Q_OBJECT
public:
    /// All of them must outlive the demonstration, which begins at once.
    Demonstration(MainWindow &window, limits::Document &document, submission::Runner &runner,
                  const QString &picture, QObject *parent = nullptr);

private:
    void fill();
    void submit();
    void report(const ::history::Record &record);

    MainWindow &m_window;
    limits::Document &m_document;
    QString m_picture;
};

} // namespace ui::mainwindow
