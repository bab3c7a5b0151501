#include "tests/bench/historygenerator.h"
#include <QCoreApplication>
#include <cstdio>
int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    std::puts(qPrintable(bench::generatedHistory(atoi(argv[1]))));
}
