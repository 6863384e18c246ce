#include "tests/gis/analysis/country.h"

#include "gis/analysis/cooperation/study_cooperation.h"

#include <algorithm>
#include <set>

namespace raquette::testing {

Country::Country() : DrawnWorld({"123", "456"}) {
    reference.departements.push_back({"87", "Haute-Vienne", {}, 0, {}});
    for (std::size_t i = 3; i < 6; ++i) reference.communes[i].departement = reference.people[i].departement = 1;
}

void Country::add(const std::string& name, double column, double row, const std::vector<std::string>& functions) {
    model::Actor actor;
    actor.id = actor.name = name;
    actor.functions = model::shared(functions);
    const auto commune = static_cast<std::size_t>(row) * 3 + static_cast<std::size_t>(column);
    actor.place = {at(column, row), model::Precision::Exact, {}, "coordinates", reference.communes[commune].code, row < 1 ? "23" : "87"};
    dataset.actors.push_back(actor);
}

model::Link& Country::link(const std::vector<std::string>& parties, model::Intensity intensity) {
    model::Link link;
    link.id = "l" + std::to_string(dataset.links.size());
    for (const std::string& party : parties) {
        const auto known = std::ranges::find(dataset.actors, party, [](const model::Actor& actor) { return actor.id.str(); });
        link.parties.push_back(party);
        link.partyIds.push_back(known == dataset.actors.end() ? "" : party);
    }
    link.intensity = intensity;
    dataset.links.push_back(link);
    return dataset.links.back();
}

analysis::Cooperation Country::cooperation() const {
    const analysis::StudyArea area = analysis::studyArea(study, reference);
    return analysis::cooperationOf(study, reference, analysis::StudyTerritories(study, reference, area),
                                   analysis::structuresOf(study, reference, area, dataset), dataset);
}

Country threeAndOne() {
    Country country;
    country.add("a", 0.5, 0.5, {"création"});
    country.add("b", 1.5, 0.5, {"diffusion"});
    country.add("c", 0.5, 1.5, {"diffusion", "répétition"});
    country.add("d", 2.5, 1.5, {"création"});
    return country;
}

Country randomCountry(std::mt19937& random, int actors, int links) {
    Country country;
    const std::vector<std::string> functions{"création", "répétition", "diffusion", "festival", "cirque"};
    for (int i = 0; i < actors; ++i) {
        std::vector<std::string> some;
        for (const std::string& function : functions) {
            if (random() % 3 == 0) some.push_back(function);
        }
        country.add("n" + std::to_string(i), static_cast<double>(random() % 300) / 100, static_cast<double>(random() % 200) / 100, some);
        if (random() % 4 == 0) country.dataset.actors.back().place.position = country.dataset.actors.front().place.position;
    }
    for (int i = 0; i < links; ++i) {
        std::set<std::string> parties;
        for (unsigned p = 0; p < 2 + random() % 3; ++p) parties.insert("n" + std::to_string(random() % static_cast<unsigned>(actors + 2)));
        country.link({parties.begin(), parties.end()}, static_cast<model::Intensity>(random() % 4));
    }
    return country;
}

const analysis::Isolation& isolationOf(const analysis::Cooperation& found, const std::string& id) {
    return *std::ranges::find(found.isolation, id, &analysis::Isolation::id);
}

}  // namespace raquette::testing
