#include <QApplication>
#include <QMainWindow>
#include <QTableView>

// What any Qt Widgets program costs: a window of the usual size with an empty table in it.
int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    QMainWindow window;
    window.setCentralWidget(new QTableView);
    window.resize(1280, 800);
    window.show();
    return QApplication::exec();
}
