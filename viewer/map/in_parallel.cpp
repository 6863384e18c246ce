#include "viewer/map/in_parallel.h"

#include <tbb/parallel_for.h>

namespace raquette::viewer {

void inParallel(std::size_t count, const std::function<void(std::size_t)>& work) {
    tbb::parallel_for(std::size_t{0}, count, [&](std::size_t i) { work(i); }, tbb::simple_partitioner());
}

}  // namespace raquette::viewer
