#include "gis/analysis/accessibility/floating_catchment.h"

#include "gis/analysis/accessibility/pair_weights.h"

#include <tbb/blocked_range.h>
#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>
#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

namespace raquette::analysis {

namespace {

using geometry::Strips;

constexpr double stripsPerReach = 10;

template <class Point>
std::vector<geometry::LonLat> positions(const std::vector<Point>& points) {
    std::vector<geometry::LonLat> out;
    out.reserve(points.size());
    for (const Point& point : points) out.push_back(point.at);
    return out;
}

/// Four sums side by side: always the same ones, so that the total is always the same.
double dot(const double* a, const double* b, std::size_t count) {
    std::array<double, 4> sums{};
    std::size_t i = 0;
    for (; i + 4 <= count; i += 4) {
        for (std::size_t lane = 0; lane < 4; ++lane) sums[lane] += a[i + lane] * b[i + lane];
    }
    for (; i < count; ++i) sums[0] += a[i] * b[i];
    return (sums[0] + sums[1]) + (sums[2] + sums[3]);
}

/// A provider in the order of sums, which is by place and not by row.
struct Source {
    geometry::EarthPlace place;
    geometry::LonLat at;
    double supply = 0;
    double each = 0;  ///< for one person next door
    double seats = 0;
    double unknown = 0;
};

class TwoSteps {
public:
    TwoSteps(const std::vector<SharingPeople>& demand, const std::vector<SupplyPoint>& supply, model::Metres reach,
             const model::Access& access)
        : places_(positions(demand)),
          people_(places_, peopleOf(demand), reach.value / stripsPerReach),
          weights_(access, reach),
          reach_(reach.value) {
        const bool bySeats = access.supply == model::Supply::Capacity;
        for (const SupplyPoint& point : supply) {
            const auto seats = static_cast<double>(point.seats.value_or(0));
            sources_.push_back({geometry::EarthPlace(point.at), point.at, bySeats ? seats : 1.0, 0, seats, point.seats ? 0.0 : 1.0});
        }
        std::ranges::sort(sources_, {}, [](const Source& source) {
            return std::tuple(source.at.lat, source.at.lon, source.supply, source.seats, source.unknown);
        });
    }

    FloatingCatchment found() {
        share();
        add();
        return std::move(found_);
    }

private:
    static std::vector<double> peopleOf(const std::vector<SharingPeople>& demand) {
        std::vector<double> people;
        people.reserve(demand.size());
        for (const SharingPeople& point : demand) people.push_back(point.people);
        return people;
    }

    /// First step: each provider's supply over the weighed people around it.
    void share() {
        tbb::parallel_for(tbb::blocked_range<std::size_t>(0, sources_.size(), 16), [&](const auto& range) {
            PairBuffer& buffer = buffers_.local();
            for (std::size_t s = range.begin(); s != range.end(); ++s) {
                Source& source = sources_[s];
                const double around = source.supply > 0 ? weighedPeople(source, buffer) : 0;
                source.each = around > 0 ? source.supply / around : 0;
            }
        });
        for (const Source& source : sources_) (source.each > 0 ? found_.shared : found_.unreaching) += source.supply;
    }

    double weighedPeople(const Source& source, PairBuffer& buffer) const {
        double sum = 0;
        const Strips::Run near = people_.near(source.place, reach_);
        for (std::size_t strip = near.begin; strip < near.end; ++strip) {
            for (const Strips::Run& run : people_.runs(people_.all()[strip], source.place, reach_)) {
                if (run.begin >= run.end) continue;
                weights_.weigh(source.place, source.at, people_, run, places_, buffer);
                sum += dot(buffer.weights.data(), people_.weights().data() + run.begin, run.end - run.begin);
            }
        }
        return sum;
    }

    /// Second step, strip by strip: all providers near a strip give to its people, in their order.
    void add() {
        const std::size_t count = people_.size();
        access_.assign(count, 0);
        providers_.assign(count, 0);
        unknown_.assign(count, 0);
        seats_.assign(count, 0);
        const std::vector<Strips::Strip>& strips = people_.all();
        tbb::parallel_for(tbb::blocked_range<std::size_t>(0, strips.size(), 1), [&](const auto& range) {
            PairBuffer& buffer = buffers_.local();
            for (std::size_t strip = range.begin(); strip != range.end(); ++strip) addTo(strips[strip], buffer);
        });
        inGivenOrder();
    }

    void addTo(const Strips::Strip& strip, PairBuffer& buffer) {
        const auto z = [](const Source& source) { return source.place.z; };
        const auto first = std::ranges::lower_bound(sources_, strip.leastZ - reach_ - 1, {}, z);  // one metre: more than rounding
        const auto last = std::ranges::upper_bound(first, sources_.end(), strip.mostZ + reach_ + 1, {}, z);
        for (auto source = first; source != last; ++source) {
            for (const Strips::Run& run : people_.runs(strip, source->place, reach_)) {
                if (run.begin >= run.end) continue;
                weights_.weigh(source->place, source->at, people_, run, places_, buffer);
                give(*source, run, buffer);
            }
        }
    }

    void give(const Source& source, Strips::Run run, const PairBuffer& buffer) {
        const std::size_t count = run.end - run.begin;
        const double* const weights = buffer.weights.data();
        const double* const inside = buffer.inside.data();
        double* const access = access_.data() + run.begin;
        double* const providers = providers_.data() + run.begin;
        for (std::size_t i = 0; i < count; ++i) {
            access[i] += source.each * weights[i];
            providers[i] += inside[i];
        }
        if (source.seats > 0) addTimes(source.seats, inside, count, seats_.data() + run.begin);
        if (source.unknown > 0) addTimes(source.unknown, inside, count, unknown_.data() + run.begin);
    }

    static void addTimes(double factor, const double* inside, std::size_t count, double* sums) {
        for (std::size_t i = 0; i < count; ++i) sums[i] += factor * inside[i];
    }

    void inGivenOrder() {
        const std::size_t count = people_.size();
        found_.access.resize(count);
        found_.providers.resize(count);
        found_.unknown.resize(count);
        found_.seats.resize(count);
        tbb::parallel_for(tbb::blocked_range<std::size_t>(0, count, 8192), [&](const auto& range) {
            for (std::size_t i = range.begin(); i != range.end(); ++i) {
                const std::uint32_t at = people_.order()[i];
                found_.access[at] = access_[i];
                found_.providers[at] = static_cast<std::uint32_t>(providers_[i]);
                found_.unknown[at] = static_cast<std::uint32_t>(unknown_[i]);
                found_.seats[at] = static_cast<std::int64_t>(seats_[i]);
            }
        });
    }

    std::vector<geometry::LonLat> places_;
    Strips people_;
    PairWeights weights_;
    double reach_;
    std::vector<Source> sources_;
    tbb::enumerable_thread_specific<PairBuffer> buffers_;
    std::vector<double> access_, providers_, unknown_, seats_;  ///< in the order of strips; whole numbers but the first
    FloatingCatchment found_;
};

}  // namespace

FloatingCatchment floatingCatchment(const std::vector<SharingPeople>& demand, const std::vector<SupplyPoint>& supply, model::Metres reach,
                                    const model::Access& access) {
    return TwoSteps(demand, supply, reach, access).found();
}

}  // namespace raquette::analysis
