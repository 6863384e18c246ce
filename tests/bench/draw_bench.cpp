#include "gis/analysis/classing/classing.h"
#include "gis/store/store.h"
#include "viewer/background/background.h"
#include "viewer/canvas/map_widget.h"
#include "viewer/map/map_style.h"
#include "viewer/map/picture.h"

#include <fmt/format.h>
#include <sys/resource.h>
#include <QApplication>
#include <QMouseEvent>
#include <QWheelEvent>
#include <algorithm>
#include <array>
#include <chrono>
#include <ctime>
#include <exception>
#include <memory>
#include <thread>

// Times the drawing of a store's communes at 1600 × 1200: `raquette-bench-draw STORE LAYER [FOLDER [ADDRESS]]` draws France, a région and a
// town cold (geometry in memory and projected, no picture and no outline kept), then moves a real map widget along a path. With a folder
// the pictures are left there to be looked at. With the address of a tile server (`http://127.0.0.1:…/{z}/{x}/{y}.png`) the widget is moved
// along the path once more, over its background map.

namespace {

using namespace raquette;

using Instant = std::chrono::steady_clock::time_point;

Instant now() {
    return std::chrono::steady_clock::now();
}

double secondsSince(Instant start) {
    return std::chrono::duration<double>(now() - start).count();
}

/// Of the calling thread, or of all: what something costs whoever else keeps the machine busy.
double cpuSeconds(clockid_t clock = CLOCK_THREAD_CPUTIME_ID) {
    timespec time{};
    clock_gettime(clock, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

double peakMegabytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;  // NOLINT(cppcoreguidelines-pro-type-union-access): glibc's field
}

constexpr QSize size(1600, 1200);

/// The views of the peer's script.
const std::array<std::pair<const char*, viewer::Box>, 2> closer{
    {{"région", {700000, 6440000, 900000, 6600000}}, {"town", {800000, 6480000, 840000, 6510000}}}};

viewer::MapOptions asInTheWindow() {
    viewer::MapOptions options;
    options.scale = 0.8;
    options.places = true;
    return options;
}

void drawCold(const viewer::MapScene& scene, const char* name, const viewer::Box& box, const std::string& folder) {
    const viewer::MapView view = viewer::fitted(box, QRectF(QPointF(0, 0), size));
    const viewer::MapOptions options = asInTheWindow();
    std::vector<double> times;
    QImage picture;
    const double cpu = cpuSeconds(CLOCK_PROCESS_CPUTIME_ID);
    constexpr int draws = 11;
    for (int i = 0; i < draws; ++i) {
        const Instant start = now();
        picture = viewer::pictureOf(scene, viewer::Land::Mainland, view, options);
        times.push_back(secondsSince(start));
    }
    const double used = (cpuSeconds(CLOCK_PROCESS_CPUTIME_ID) - cpu) / draws;
    std::ranges::sort(times);
    fmt::print("  {}: median {:.4f} s, worst {:.4f} s; {:.4f} s of processor time on all cores\n", name, times[times.size() / 2],
               times.back(), used);
    if (!folder.empty()) picture.save(QString::fromStdString(folder + "/" + name + ".png"));
}

/// One frame is what a person waits for: the move handled, finished pictures taken over, the widget painted.
class Walk {
public:
    explicit Walk(viewer::MapWidget& map) : map_(map) {}

    void drag(QPoint by, int frames) {
        const QPointF from = map_.rect().center();
        mouse(QEvent::MouseButtonPress, from);
        for (int i = 1; i <= frames; ++i) frame([&] { mouse(QEvent::MouseMove, from + QPointF(by) * i); });
        mouse(QEvent::MouseButtonRelease, from + QPointF(by) * frames);
    }
    void zoom(int notches) {
        const int turn = notches > 0 ? 120 : -120;
        for (int i = 0; i < std::abs(notches); ++i) {
            frame([&] {
                QWheelEvent event(map_.rect().center(), map_.rect().center(), {}, {0, turn}, Qt::NoButton, Qt::NoModifier,
                                  Qt::NoScrollPhase, false);
                QApplication::sendEvent(&map_, &event);
            });
            for (int still = 0; still < 3; ++still) frame([] {});
        }
    }
    void rest(int frames) {
        for (int i = 0; i < frames; ++i) frame([] {});
    }
    std::vector<double> times;
    std::vector<double> cpuTimes;

private:
    void mouse(QEvent::Type type, QPointF at) {
        const Qt::MouseButtons held = type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton;
        QMouseEvent event(type, at, at, type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton, held, Qt::NoModifier);
        QApplication::sendEvent(&map_, &event);
    }
    template <class Move>
    void frame(Move move) {
        constexpr std::chrono::microseconds period(16667);
        const Instant start = now();
        const double cpu = cpuSeconds();
        move();
        QApplication::processEvents();
        map_.repaint();
        times.push_back(secondsSince(start));
        cpuTimes.push_back(cpuSeconds() - cpu);
        std::this_thread::sleep_until(start + period);
    }

    viewer::MapWidget& map_;
};

void walk(const std::shared_ptr<const viewer::MapScene>& scene, viewer::Background* background = nullptr) {
    viewer::MapWidget map;
    if (background) map.setBackground(background);
    map.setOptions(asInTheWindow());
    map.resize(size);
    map.showScene(scene, viewer::Land::Mainland);
    map.show();
    const Instant start = now();
    while (!map.isSettled()) QApplication::processEvents(QEventLoop::WaitForMoreEvents);
    fmt::print("  first picture of the widget: {:.3f} s\n", secondsSince(start));
    Walk path(map);
    path.drag({-8, 5}, 60);
    path.rest(20);
    path.zoom(8);
    path.drag({10, -4}, 60);
    path.zoom(8);
    path.rest(20);
    path.drag({-14, -9}, 60);
    path.zoom(-16);
    path.rest(20);
    std::ranges::sort(path.times);
    std::ranges::sort(path.cpuTimes);
    const auto at = [](const std::vector<double>& times, double part) {
        return 1000 * times[static_cast<std::size_t>(part * static_cast<double>(times.size() - 1))];
    };
    fmt::print(
        "  path: drag 60 × (−8, 5), rest 20, in 8 notches, drag 60 × (10, −4), in 8, rest 20, drag 60 × (−14, −9), out 16, rest 20, at 60 "
        "a "
        "second\n  {} frames: p50 {:.2f} ms, p95 {:.2f} ms, worst {:.2f} ms; of processor time p50 {:.2f} ms, p95 {:.2f} ms\n",
        path.times.size(), at(path.times, 0.5), at(path.times, 0.95), at(path.times, 1), at(path.cpuTimes, 0.5), at(path.cpuTimes, 0.95));
}

/// From choosing natural breaks to the picture, as in the window: the figures sorted, the same geometry in other classes, drawn.
void recolour(const viewer::MapScene& scene, const store::StudyState& state, const viewer::LandScene& land) {
    if (scene.layer.kind != viewer::LayerKind::Indicators) return;
    const Instant start = now();
    const std::vector<double> bounds = analysis::classBounds(viewer::figuresOf(scene), analysis::Classing::Jenks, analysis::mostClasses);
    const double sorted = secondsSince(start);
    const viewer::MapScene other = viewer::restyled(scene, state, {bounds, viewer::Ramp::Warm});
    const double styled = secondsSince(start);
    const viewer::MapView view = viewer::fitted(land.extent, QRectF(QPointF(), QSizeF(size)));
    viewer::pictureOf(other, viewer::Land::Mainland, view, asInTheWindow());
    fmt::print("  other classes: natural breaks {:.3f} s, scene {:.3f} s, picture {:.3f} s; {:.3f} s in all\n", sorted, styled - sorted,
               secondsSince(start) - styled, secondsSince(start));
}

void bench(const char* store, const char* layer, const std::string& folder, const char* address) {
    Instant start = now();
    const store::StudyState state = store::readStore(store);
    const double read = secondsSince(start);
    start = now();
    const double cpu = cpuSeconds(CLOCK_PROCESS_CPUTIME_ID);
    const auto scene = std::make_shared<const viewer::MapScene>(viewer::makeScene(state, viewer::parseLayer(layer, state.study)));
    const double made = secondsSince(start);
    const double madeCpu = cpuSeconds(CLOCK_PROCESS_CPUTIME_ID) - cpu;
    const viewer::LandScene* land = scene->find(viewer::Land::Mainland);
    if (!land) throw std::runtime_error("the store has no mainland to draw");
    std::size_t vertices = 0;
    for (const viewer::AreaPiece& area : land->areas) vertices += area.piece.shape.points.size();
    fmt::print(
        "draw {}, {} × {}: {} areas of {} vertices on the mainland; read {:.3f} s, scene {:.3f} s ({:.3f} of "
        "processor time)\n",
        layer, size.width(), size.height(), land->areas.size(), vertices, read, made, madeCpu);
    drawCold(*scene, "France", land->extent, folder);
    for (const auto& [name, box] : closer) drawCold(*scene, name, box, folder);
    recolour(*scene, state, *land);
    walk(scene);
    if (address) {
        viewer::Background background({QString::fromUtf8(address), {}, 19}, {});
        background.setOn(true);
        start = now();
        const auto under = std::make_shared<const viewer::MapScene>(
            viewer::makeScene(state, viewer::parseLayer(layer, state.study), viewer::Plane::WebMercator));
        fmt::print("  over a background map: scene {:.3f} s\n", secondsSince(start));
        walk(under, &background);
    }
    fmt::print("  peak {:.0f} MB\n", peakMegabytes());
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3 || argc > 5) {
        fmt::print(stderr, "Usage: raquette-bench-draw STORE LAYER [FOLDER [ADDRESS]]\n");
        return 2;
    }
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    try {
        bench(argv[1], argv[2], argc > 3 ? argv[3] : "", argc > 4 ? argv[4] : nullptr);
    } catch (const std::exception& error) {
        fmt::print(stderr, "raquette-bench-draw: {}\n", error.what());
        return 1;
    }
    return 0;
}
