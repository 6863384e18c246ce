#include "gis/data_folder.h"
#include "gis/model/reference.h"
#include "ingest/reference/build.h"
#include "ingest/reference/embedded.h"
#include "ingest/reference/layer.h"
#include "ingest/reference/package.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace raquette::ingest {

namespace {

/// Units whose own population is not that of their communes, which would make shares and totals disagree.
void compare(const std::vector<model::Unit>& units, const char* level, const std::vector<std::int64_t>& people,
             std::vector<std::string>& differences) {
    for (std::size_t i = 0; i < units.size(); ++i) {
        if (units[i].population.value == people[i]) continue;
        differences.push_back(
            fmt::format("{}:{} {}: {} people, its communes {}", level, units[i].code, units[i].name, units[i].population.value, people[i]));
    }
}

void countCommunes(const model::Reference& reference, ReferenceInfo& info) {
    std::vector<std::int64_t> byEpci(reference.epcis.size(), 0);
    std::vector<std::int64_t> byDepartement(reference.departements.size(), 0);
    std::vector<std::int64_t> byRegion(reference.regions.size(), 0);
    for (const model::Commune& commune : reference.communes) {
        const std::int64_t people = commune.population.value;
        const auto departement = static_cast<std::size_t>(commune.departement);
        info.people += people;
        info.communesWithoutPeople += people == 0 ? 1U : 0U;
        info.communesWithoutPoint += commune.point ? 0U : 1U;
        byDepartement[departement] += people;
        byRegion[static_cast<std::size_t>(reference.departements[departement].parent)] += people;
        if (commune.epci == model::nowhere) {
            ++info.communesWithoutEpci;
        } else {
            byEpci[static_cast<std::size_t>(commune.epci)] += people;
        }
    }
    compare(reference.epcis, "epci", byEpci, info.differences);
    compare(reference.departements, "dep", byDepartement, info.differences);
    compare(reference.regions, "reg", byRegion, info.differences);
}

}  // namespace

ReferenceInfo referenceInfo(const std::filesystem::path& file, model::Language language) {
    const std::filesystem::path embedded = dataFolder() / "reference";
    ReferenceInfo info;
    const model::Reference reference =
        file.empty() ? readEmbeddedReference(embedded) : readReferencePackage(file, embeddedFormerCodes(embedded), language, info.issues);
    info.title = reference.title;
    info.attributions = reference.attributions;
    info.communes = reference.communes.size();
    info.epcis = reference.epcis.size();
    info.departements = reference.departements.size();
    info.regions = reference.regions.size();
    for (const geometry::GeoShape& shape : reference.communeShapes) info.vertices += shape.points.size();
    countCommunes(reference, info);
    if (!file.empty()) {
        for (const LayerSummary& layer : layersOf(file)) info.areas += layer.name == "areas" ? layer.rows : 0;
    }
    return info;
}

std::string describe(const ReferenceInfo& info) {
    std::string text = fmt::format("{}\n{}\n", info.title, fmt::join(info.attributions, "\n"));
    text += fmt::format("communes      {:>10}   without people {}, without EPCI {}, without point {}\n", info.communes,
                        info.communesWithoutPeople, info.communesWithoutEpci, info.communesWithoutPoint);
    text += fmt::format("EPCI          {:>10}\ndépartements  {:>10}\nrégions       {:>10}\n", info.epcis, info.departements, info.regions);
    if (info.areas > 0) text += fmt::format("named areas   {:>10}\n", info.areas);
    text += fmt::format("people        {:>10}\ncorners       {:>10}{}\n", info.people, info.vertices,
                        info.vertices == 0 ? "   (no commune polygons)" : "");
    constexpr std::size_t shown = 20;
    for (std::size_t i = 0; i < std::min(info.differences.size(), shown); ++i) text += info.differences[i] + "\n";
    if (info.differences.size() > shown) text += fmt::format("… and {} more\n", info.differences.size() - shown);
    return text;
}

}  // namespace raquette::ingest
