#include "viewer/app/desk.h"
#include "viewer/app/main_window.h"
#include "viewer/app/start_window.h"
#include "viewer/canvas/map_widget.h"
#include "viewer/map/view.h"
#include "viewer/panels/card_panel.h"
#include "viewer/text/words.h"
#include "viewer/what_if/what_if_panel.h"

#include <fmt/format.h>
#include <sys/resource.h>
#include <QApplication>
#include <QSettings>
#include <QTemporaryDir>
#include <algorithm>
#include <chrono>
#include <fstream>
#include <functional>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

// Times a real window on a store, `raquette-bench-window STORE`: opened as from the command line until it can be used, until the map is
// drawn and until everything else is ready; a place tried out, dragged through the largest hole; the memory all that takes.

namespace {

using namespace raquette;

using Instant = std::chrono::steady_clock::time_point;

double secondsSince(Instant start) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

double peakMegabytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;  // NOLINT(cppcoreguidelines-pro-type-union-access): glibc's field
}

double residentMegabytes() {
    std::ifstream status("/proc/self/statm");
    double total = 0;
    double resident = 0;
    status >> total >> resident;
    constexpr double pagesOfMegabyte = 256;
    return resident / pagesOfMegabyte;
}

void until(const std::function<bool()>& done) {
    while (!done()) QApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

/// The places of a scenario follow the hand: a step is over when holes, people and map are those of the new place.
void drag(viewer::MainWindow& window, viewer::MapWidget& map) {
    window.goToGap(0);
    until([&] { return window.isSettled(); });
    const auto centre = map.view().centre;
    auto* card = window.findChild<viewer::CardPanel*>();
    if (!card->follow(viewer::words(model::Language::French, "card.open-here")))
        throw std::runtime_error("the largest hole has no card to try a place");
    until([&] { return window.isSettled(); });
    const auto* answer = window.findChild<viewer::WhatIfPanel*>();
    std::set<QString> answers;
    std::vector<double> times;
    constexpr int steps = 60;
    constexpr double stepMetres = 500;
    for (int i = 0; i <= steps; ++i) {
        const Instant start = std::chrono::steady_clock::now();
        emit map.placeDragged(QStringLiteral("+1"), centre.x + (i - 0.5 * steps) * stepMetres, centre.y, i == steps);
        until([&] { return window.isSettled(); });
        map.repaint();
        times.push_back(1000 * secondsSince(start));
        answers.insert(answer->shownText());
    }
    std::ranges::sort(times);
    fmt::print("  a place dragged {} steps of {} m, {} answers: p50 {:.1f} ms, p95 {:.1f} ms, worst {:.1f} ms a step\n", steps, stepMetres,
               answers.size(), times[times.size() / 2], times[times.size() * 95 / 100], times.back());
}

void bench(const QString& store, Instant start) {
    viewer::Desk desk;
    desk.start();
    QApplication::processEvents();
    fmt::print("window of {}\n  start window after {:.3f} s\n", store.toStdString(), secondsSince(start));
    desk.open(store);
    until([&] { return !desk.isBusy(); });
    if (!desk.window()) throw std::runtime_error(desk.startWindow()->shownProblem().toStdString());
    fmt::print("  window, its question and tables after {:.3f} s\n", secondsSince(start));
    auto* map = desk.window()->findChild<viewer::MapWidget*>(QStringLiteral("map"));
    bool drawn = false;
    QObject::connect(map, &viewer::MapWidget::settled, map, [&] { drawn = true; });
    until([&] { return drawn; });
    fmt::print("  map drawn after {:.3f} s\n", secondsSince(start));
    until([&] { return desk.window()->isSettled(); });
    fmt::print("  search and places of the ground ready after {:.3f} s\n", secondsSince(start));
    drag(*desk.window(), *map);
    fmt::print("  {:.0f} MB, at most {:.0f} MB\n", residentMegabytes(), peakMegabytes());
}

}  // namespace

int main(int argc, char** argv) {
    const Instant start = std::chrono::steady_clock::now();
    if (argc != 2) {
        fmt::print(stderr, "Usage: raquette-bench-window STORE\n");
        return 2;
    }
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    const QTemporaryDir settings;  // not the reader's own recent studies
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings.path());
    try {
        bench(QString::fromLocal8Bit(argv[1]), start);
    } catch (const std::exception& error) {
        fmt::print(stderr, "raquette-bench-window: {}\n", error.what());
        return 1;
    }
    return 0;
}
