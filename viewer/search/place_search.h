#pragma once

#include "gis/store/store.h"

#include <string>
#include <string_view>
#include <vector>

namespace raquette::viewer {

/// Something that can be looked for by name.
struct NamedPlace {
    enum class Kind { Commune, Territory, Venue, Actor };
    Kind kind = Kind::Commune;
    std::string name;
    std::string id;     ///< of a record; `commune:42218`, `epci:…`, `dep:42`
    std::string where;  ///< what tells it from others of its name: its département
    geometry::LonLat at;
    std::int64_t weight = 0;  ///< people: of two that fit as well, the larger first
};

/// What a search is for.
enum class PlaceKinds { All, Territories, Records };

/// Finds communes, EPCI, départements, venues and actors by name: accents, capitals and signs do not matter, a name may be begun or any of
/// its words, and typing errors are forgiven where nothing fits without. Made once for a study; safe to share between threads.
class PlaceSearch {
public:
    explicit PlaceSearch(const store::StudyState& state);
    /// The best first, at most so many. Nothing for a text without a letter or digit.
    std::vector<NamedPlace> find(std::string_view typed, std::size_t most, PlaceKinds kinds = PlaceKinds::All) const;

private:
    struct Entry {
        NamedPlace place;
        std::string folded;
    };
    void add(NamedPlace place);

    std::vector<Entry> entries_;
};

}  // namespace raquette::viewer
