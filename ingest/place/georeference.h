#pragma once

#include "gis/geometry/measure.h"
#include "gis/model/place.h"
#include "ingest/place/coordinates.h"
#include "ingest/place/gazetteer.h"
#include "ingest/records/record_row.h"

#include <optional>
#include <vector>

namespace raquette::ingest {

/// Places rows, best rung first: coordinates, INSEE code, commune name + postal code, commune name + département, département alone.
/// Nothing is guessed: where several communes fit, the row's issue lists them, and the row is kept without a position if its département is
/// known, else rejected.
class Georeferencer {
public:
    /// Indexes the reference once; it must outlive this.
    explicit Georeferencer(const model::Reference& reference);

    /// Where the row's record stands. Nothing when it cannot be placed at all: the row is then rejected.
    std::optional<model::Place> place(RecordRow& row) const;

    /// Coordinates that several records of a commune share, or its own point, say no more than the commune: see design §7, certainty.
    void downgradeSharedPositions(std::vector<model::Place*>& places) const;

    const Gazetteer& gazetteer() const { return gazetteer_; }

private:
    /// The commune the row names, or what is known short of it.
    struct Named {
        std::int32_t commune = model::nowhere;
        std::int32_t departement = model::nowhere;
        std::string method;
        bool abroad = false;  ///< in an overseas collectivity, which no reference has
        std::string abroadCode;
        std::string problemKey;  ///< why there is no commune, told if no coordinates place the row
        std::string problem;
        IssueValues problemValues;
    };

    Named communeOf(RecordRow& row) const;
    void byCode(RecordRow& row, const std::string& insee, Named& named) const;
    void byName(RecordRow& row, Named& named) const;
    /// The départements the row may lie in, by its postal code and its own words; all that is known when the name fails.
    std::vector<std::int32_t> departementsOf(RecordRow& row, const std::string& postcode, const std::string& inBrackets) const;
    void explain(const std::vector<std::int32_t>& candidates, const std::vector<std::int32_t>& namesakes, bool departementKnown,
                 model::Language language, Named& named) const;
    std::optional<geometry::LonLat> positionOf(RecordRow& row, const Named& named) const;
    model::Place atPosition(RecordRow& row, const Named& named, geometry::LonLat at) const;
    model::Place atCommune(RecordRow& row, const Named& named) const;
    void fillFromPosition(RecordRow& row, model::Place& place) const;
    /// From a position to the commune: to its border where the reference has polygons, else to the disc of its uncertainty.
    model::Metres distanceTo(std::int32_t commune, geometry::LonLat at) const;
    std::string described(const std::vector<std::int32_t>& communes, model::Language language) const;

    Gazetteer gazetteer_;
    std::vector<geometry::Box> communeBoxes_;
};

}  // namespace raquette::ingest
