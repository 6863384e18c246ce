#include "viewer/search/place_search.h"

#include "gis/geometry/measure.h"
#include "gis/text/fold.h"
#include "gis/text/spelling.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

namespace raquette::viewer {

namespace {

std::vector<std::string_view> wordsOf(std::string_view folded) {
    std::vector<std::string_view> words;
    while (!folded.empty()) {
        const std::size_t end = std::min(folded.find(' '), folded.size());
        if (end > 0) words.push_back(folded.substr(0, end));
        folded.remove_prefix(std::min(end + 1, folded.size()));
    }
    return words;
}

bool begins(std::string_view text, std::string_view with) {
    return text.substr(0, with.size()) == with;
}

/// How well a name fits what was typed: 0 is the name itself; none when it does not.
std::optional<int> exactFit(std::string_view name, std::string_view typed) {
    if (name == typed) return 0;
    if (begins(name, typed)) return 1;
    const std::size_t word = name.find(" " + std::string(typed));
    if (word != std::string_view::npos) return 2;
    const std::vector<std::string_view> words = wordsOf(name);
    const auto beginsAWord = [&](std::string_view wanted) {
        return std::ranges::any_of(words, [&](std::string_view here) { return begins(here, wanted); });
    };
    return std::ranges::all_of(wordsOf(typed), beginsAWord) ? std::optional(3) : std::nullopt;
}

/// The same with typing errors forgiven, against the beginning of the name as long as what was typed, or one letter more or less.
std::optional<int> nearFit(std::string_view name, std::string_view typed) {
    const int forgiven = text::forgivenErrors(typed.size());
    if (forgiven == 0) return std::nullopt;
    int least = forgiven + 1;
    const auto compare = [&](std::string_view text) {
        for (const std::size_t length : {typed.size(), typed.size() + 1, typed.size() - 1}) {
            least = std::min(least, text::typingErrors(text.substr(0, std::min(length, text.size())), typed, forgiven));
        }
    };
    compare(name);
    const auto space = name.find(' ');
    if (space != std::string_view::npos) compare(name.substr(space + 1));
    return least <= forgiven ? std::optional(10 + least) : std::nullopt;
}

std::optional<geometry::LonLat> middleOf(const geometry::GeoShape& shape) {
    if (shape.empty()) return std::nullopt;
    const geometry::Box box = boxOf(shape);
    return geometry::LonLat{(box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2};
}

}  // namespace

PlaceSearch::PlaceSearch(const store::StudyState& state) {
    const auto departementOf = [&](std::int32_t index) {
        return index == model::nowhere ? std::string() : state.reference.departements[static_cast<std::size_t>(index)].name;
    };
    const auto ofCommune = [&](const std::string& code) {
        const std::int32_t at = indexOf(state.reference.communes, code);
        return at == model::nowhere ? std::string() : state.reference.communes[static_cast<std::size_t>(at)].name;
    };
    for (const model::Unit& departement : state.reference.departements) {
        if (const auto at = middleOf(departement.shape))
            add({NamedPlace::Kind::Territory, departement.name, "dep:" + departement.code, departement.code, *at,
                 departement.population.value});
    }
    std::vector<std::optional<geometry::LonLat>> seats(state.reference.epcis.size());  // of an EPCI, its largest commune
    std::vector<std::int64_t> largest(seats.size(), -1);
    for (const model::Commune& commune : state.reference.communes) {
        if (!commune.point) continue;
        add({NamedPlace::Kind::Commune, commune.name, "commune:" + commune.code, departementOf(commune.departement), *commune.point,
             commune.population.value});
        if (commune.epci == model::nowhere || commune.population.value <= largest[static_cast<std::size_t>(commune.epci)]) continue;
        largest[static_cast<std::size_t>(commune.epci)] = commune.population.value;
        seats[static_cast<std::size_t>(commune.epci)] = commune.point;
    }
    for (std::size_t i = 0; i < seats.size(); ++i) {
        const model::Unit& epci = state.reference.epcis[i];
        if (seats[i]) add({NamedPlace::Kind::Territory, epci.name, "epci:" + epci.code, "EPCI", *seats[i], epci.population.value});
    }
    for (const model::Venue& venue : state.dataset.venues) {
        if (venue.place.position)
            add({NamedPlace::Kind::Venue, venue.name, venue.id, ofCommune(venue.place.commune), *venue.place.position});
    }
    for (const model::Actor& actor : state.dataset.actors) {
        if (actor.place.position)
            add({NamedPlace::Kind::Actor, actor.name, actor.id, ofCommune(actor.place.commune), *actor.place.position});
    }
}

void PlaceSearch::add(NamedPlace place) {
    std::string folded = text::fold(place.name);
    entries_.push_back({std::move(place), std::move(folded)});
}

std::vector<NamedPlace> PlaceSearch::find(std::string_view typed, std::size_t most, PlaceKinds kinds) const {
    const std::string folded = text::fold(typed);
    if (folded.empty()) return {};
    std::vector<std::pair<int, const Entry*>> found;
    const auto isWanted = [&](const NamedPlace& place) {
        const bool isTerritory = place.kind == NamedPlace::Kind::Commune || place.kind == NamedPlace::Kind::Territory;
        return kinds == PlaceKinds::All || isTerritory == (kinds == PlaceKinds::Territories);
    };
    const auto look = [&](auto fit) {
        for (const Entry& entry : entries_) {
            if (!isWanted(entry.place)) continue;
            if (const auto rank = fit(entry.folded, folded)) found.emplace_back(*rank, &entry);
        }
    };
    look(exactFit);
    if (found.empty()) look(nearFit);
    const auto key = [](const auto& one) {
        return std::tuple(one.first, -one.second->place.weight, std::string_view(one.second->folded),
                          std::string_view(one.second->place.id));
    };
    const std::size_t shown = std::min(most, found.size());
    std::ranges::partial_sort(found, found.begin() + static_cast<std::ptrdiff_t>(shown), {}, key);
    std::vector<NamedPlace> places;
    for (std::size_t i = 0; i < shown; ++i) places.push_back(found[i].second->place);
    return places;
}

}  // namespace raquette::viewer
