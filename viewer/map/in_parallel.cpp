#include "viewer/map/in_parallel.h"

#include <tbb/parallel_for.h>
#include <QThread>
#include <QThreadPool>

namespace raquette::viewer {

namespace {

/// Qt fills large shapes on threads of its pool and waits for them: works that wait for us must not hold them all.
void leaveRoomForFills() {
    constexpr int mostWaiting = 6;  // works of the window at once: scenes, pictures, answers, searches
    static const bool left = [] {
        QThreadPool::globalInstance()->setMaxThreadCount(QThread::idealThreadCount() + mostWaiting);
        return true;
    }();
    static_cast<void>(left);
}

}  // namespace

void inParallel(std::size_t count, const std::function<void(std::size_t)>& work) {
    leaveRoomForFills();
    tbb::parallel_for(std::size_t{0}, count, [&](std::size_t i) { work(i); }, tbb::simple_partitioner());
}

}  // namespace raquette::viewer
