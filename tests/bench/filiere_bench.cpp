#include "gis/analysis/analysis.h"
#include "gis/analysis/cooperation/study_cooperation.h"
#include "gis/analysis/filiere/functions.h"
#include "gis/model/error.h"
#include "gis/text/functions.h"
#include "ingest/reference/reference.h"

#include <fmt/format.h>
#include <charconv>
#include <chrono>
#include <exception>
#include <random>
#include <string_view>
#include <utility>

// Times functions and cooperation on all communes of the embedded reference: `raquette-bench-filiere ACTORS WAY` draws, with a fixed seed,
// actors of one to three functions and half as many links of two to four. WAY is `spread` (over all communes), `towns` (by their people)
// or `one` (all within 10 km of one another: the most pairs there can be).

namespace {

using namespace raquette;

double lap(std::chrono::steady_clock::time_point& since) {
    const auto now = std::chrono::steady_clock::now();
    return std::chrono::duration<double>(now - std::exchange(since, now)).count();
}

class Draw {
public:
    Draw(const model::Reference& reference, std::string_view way)
        : reference_(reference), way_(way), communes_(weighted(reference, way)), one_(communes_(random_)) {}

    model::Dataset dataset(long actors) {
        model::Dataset dataset;
        for (long i = 0; i < actors; ++i) dataset.actors.push_back(actor(i));
        for (long i = 0; i < actors / 2; ++i) {
            model::Link link;
            link.id = fmt::format("l{}", i);
            for (std::size_t p = 0; p < 2 + below(3); ++p) {
                link.parties.push_back(fmt::format("n{}", below(static_cast<std::size_t>(actors))));
            }
            link.partyIds = link.parties;
            link.intensity = static_cast<model::Intensity>(below(4));
            dataset.links.push_back(link);
        }
        return dataset;
    }

private:
    /// Communes whose point is known, alike or by their people.
    static std::discrete_distribution<std::size_t> weighted(const model::Reference& reference, std::string_view way) {
        std::vector<double> weights;
        for (const model::Commune& commune : reference.communes) {
            const double weight = way == "towns" ? static_cast<double>(commune.population.value) : 1;
            weights.push_back(commune.point ? weight : 0);
        }
        return {weights.begin(), weights.end()};
    }

    std::size_t below(std::size_t n) { return static_cast<std::size_t>(random_() % n); }

    model::Actor actor(long number) {
        const std::size_t index = way_ == "one" ? one_ : communes_(random_);
        const model::Commune& commune = reference_.communes[index];
        const auto& functions = text::filiereFunctions();
        model::Actor actor;
        actor.id = fmt::format("n{}", number);
        actor.name = fmt::format("Association {}", number);
        for (std::size_t f = 0; f < 1 + below(3); ++f) actor.functions.emplace_back(functions[below(functions.size())]);
        geometry::LonLat at = commune.point.value();
        at.lon += static_cast<double>(below(8000)) * 1e-5;
        at.lat += static_cast<double>(below(5000)) * 1e-5;
        const std::string& departement = reference_.departements[static_cast<std::size_t>(commune.departement)].code;
        actor.place = {at, model::Precision::Exact, {50}, "coordinates", commune.code, departement};
        return actor;
    }

    const model::Reference& reference_;
    std::string_view way_;
    std::mt19937_64 random_{20260101};
    std::discrete_distribution<std::size_t> communes_;
    std::size_t one_;
};

void bench(long actors, std::string_view way) {
    model::Study study;
    study.date = std::chrono::sys_days{std::chrono::year{2026} / 1 / 1};
    model::Issues issues;
    const model::Reference reference = ingest::readReference(study, issues);
    const model::Dataset dataset = Draw(reference, way).dataset(actors);
    const analysis::StudyArea area = analysis::studyArea(study, reference);
    auto clock = std::chrono::steady_clock::now();
    const analysis::StudyTerritories territories(study, reference, area);
    const analysis::Structures structures = analysis::structuresOf(study, reference, area, dataset);
    const double read = lap(clock);
    const analysis::Filiere filiere = analysis::functionsOf(study, reference, territories, structures);
    const double functions = lap(clock);
    const analysis::Cooperation found = analysis::cooperationOf(study, reference, territories, structures, dataset);
    const double cooperation = lap(clock);
    fmt::print("structures {:.3f} functions {:.3f} cooperation {:.3f} rows {} pairs {}\n", read, functions, cooperation,
               filiere.presences.size(), found.complementarities.size() + static_cast<std::size_t>(found.complementaritiesLeftOut));
}

}  // namespace

int main(int argc, char** argv) {
    long actors = 0;
    const std::string_view count = argc == 3 ? argv[1] : "";
    const std::string_view way = argc == 3 ? argv[2] : "";
    std::from_chars(count.data(), count.data() + count.size(), actors);
    if (actors < 1 || (way != "spread" && way != "towns" && way != "one")) {
        fmt::print(stderr, "Usage: raquette-bench-filiere ACTORS spread|towns|one\n");
        return 2;
    }
    try {
        bench(actors, way);
    } catch (const std::exception& error) {
        fmt::print(stderr, "raquette-bench-filiere: {}\n", error.what());
        return 1;
    }
    return 0;
}
