#pragma once

#include "gis/geometry/shape.h"
#include "ingest/place/street_name.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace raquette::ingest {

/// A street of an extract.
struct ExtractStreet {
    std::size_t extract = 0;  ///< which of the study's extracts
    std::int64_t id = 0;
    std::string display;
    StreetName name;
    std::string postcodes;  ///< between spaces
    std::string former;     ///< the commune it was in before a merger
    std::string town;       ///< as the extract names it
    geometry::LonLat at;
    double extent = 0;  ///< how far its farthest address is, metres
};

/// The streets of one commune, found by their words.
class CommuneStreets {
public:
    void add(ExtractStreet street);

    struct Match {
        const ExtractStreet* street = nullptr;
        StreetAgreement agreement;
    };
    /// The streets that agree best with a typed name: several when they agree alike.
    std::vector<Match> best(const StreetName& typed) const;
    /// Those that share a word with it, for a person to choose from.
    std::vector<const ExtractStreet*> alike(const StreetName& typed, std::size_t most) const;

    std::size_t size() const { return streets_.size(); }

private:
    /// Streets that may agree: those with one of the typed words, or with a word a few typing errors away.
    std::vector<std::uint32_t> candidates(const StreetName& typed, bool withErrors) const;
    void addWithErrors(std::string_view word, std::vector<std::uint32_t>& found) const;

    std::vector<ExtractStreet> streets_;
    std::unordered_map<std::string, std::vector<std::uint32_t>> byWord_;
    std::vector<std::vector<const std::string*>> wordsByLength_;
    std::unordered_map<std::string, std::vector<std::uint32_t>> wordless_;  ///< `La Place`: by type
};

}  // namespace raquette::ingest
