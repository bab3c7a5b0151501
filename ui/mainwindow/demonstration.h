#pragma once

#include "app/submission/runner.h"

#include <QObject>
#include <QTimer>

namespace limits {
class Document;
}

namespace ui::mainwindow {

class MainWindow;

/// Does the main job once in the window, as a person would: reads what the account has, enters
/// two limits, opens the review, submits. Then it prints what was sent and what came back, saves a
/// picture of the window and ends the program, with 0 when every limit was stored.
class Demonstration final : public QObject
{
    Q_OBJECT
public:
    /// All of them must outlive the demonstration, which begins as soon as the limits are read.
    Demonstration(MainWindow &window, limits::Document &document, submission::Runner &runner,
                  const QString &picture, QObject *parent = nullptr);

private:
    void fill();
    void goOn();
    void report(const ::history::Record &record);

    MainWindow &m_window;
    limits::Document &m_document;
    submission::Runner &m_runner;
    QString m_picture;
    QTimer m_step; ///< while something is waited for
};

} // namespace ui::mainwindow
