#pragma once

#include "gis/geometry/locator.h"
#include "gis/geometry/measure.h"
#include "gis/model/issue.h"
#include "gis/model/place.h"
#include "gis/model/study.h"
#include "ingest/place/address_book.h"
#include "ingest/place/coordinates.h"
#include "ingest/place/gazetteer.h"
#include "ingest/records/record_row.h"
#include "ingest/reference/population_land.h"

#include <memory>
#include <optional>
#include <vector>

namespace raquette::ingest {

/// Places rows, best rung first: coordinates, address in an extract (by the commune, else by the postal code), INSEE code, commune name +
/// postal code, commune name + département, département alone. Nothing is guessed: where several communes or streets fit, the row's issue
/// lists them, and the row stops at the rung before; without even a département it is rejected.
class Georeferencer {
public:
    /// Indexes the reference once; it must outlive this.
    explicit Georeferencer(const model::Reference& reference);

    /// Opens the study's address extracts; what is wrong with them is told in `issues`. Without a call there is no address rung.
    void useAddresses(const model::Study& study, model::Issues& issues);

    /// Where the row's record stands. Nothing when it cannot be placed at all: the row is then rejected.
    std::optional<model::Place> place(RecordRow& row) const;

    /// A record of the source being read, and the row it was placed from.
    struct PlacedRow {
        model::Place* place = nullptr;
        const TableRow* row = nullptr;
    };
    /// Whether its coordinates may turn out to say no more than its commune.
    static bool mayBeShared(const model::Place& place);
    /// Coordinates that several records of a commune share, or its own point, say no more than the commune (design §7, certainty): such a
    /// record goes to its address where an extract knows it. Called once for each source, when all its rows are placed.
    void settleSharedPositions(SourceReading& reading, std::vector<PlacedRow> placed) const;

    const Gazetteer& gazetteer() const { return gazetteer_; }

private:
    /// What a row says of its place beside its address.
    struct AddressContext {
        std::int32_t commune = model::nowhere;
        std::string method;    ///< what the commune is known by, for Place::method
        std::string postcode;  ///< tells streets of one name apart; empty when not stated
        std::string town;      ///< folded: the name of a former commune tells them apart too
    };
    /// The commune the row names, or what is known short of it.
    struct Named {
        std::int32_t commune = model::nowhere;
        std::int32_t departement = model::nowhere;
        std::string method;
        std::string postcode;                 ///< typed, wherever in the row
        std::int32_t rival = model::nowhere;  ///< the commune its name says, where its code says another
        bool rivalByPostcode = false;         ///< and the postal code with it
        std::vector<std::int32_t> mayBe;      ///< without a commune: those that its postal code or its name leaves open
        std::vector<std::int32_t> namesakes;  ///< without a commune or a département: those of that name, anywhere
        bool abroad = false;                  ///< in an overseas collectivity, which no reference has
        std::string abroadCode;
        std::string problemKey;  ///< why there is no commune, told if no coordinates place the row
        std::string problem;
        IssueValues problemValues;
    };
    struct Candidate {
        std::int32_t commune = model::nowhere;
        NameAgreement agreement;
    };

    // The commune: commune_rung.cpp.
    Named communeOf(RecordRow& row) const;
    void byCode(RecordRow& row, const std::string& insee, Named& named) const;
    void byName(RecordRow& row, Named& named) const;
    void findRival(RecordRow& row, Named& named) const;
    TownCell townOf(const RecordRow& row) const;
    /// The communes whose names agree best with the typed one, in its postal code, else in its départements.
    std::vector<Candidate> candidates(const CommuneName& typed, const std::string& postcode, const std::vector<std::int32_t>& departements,
                                      std::string& method) const;
    std::vector<Candidate> bestNamed(const CommuneName& typed, const std::vector<std::int32_t>& among, NameMatch worst) const;
    void tellUnderstood(RecordRow& row, const Candidate& chosen) const;
    /// The départements the row may lie in, by its postal code and its own words; all that is known when the name fails.
    std::vector<std::int32_t> departementsOf(RecordRow& row, const std::string& postcode, const std::string& inBrackets) const;
    void explain(const std::vector<std::int32_t>& candidates, const std::vector<std::int32_t>& namesakes, bool departementKnown,
                 model::Language language, Named& named) const;
    std::string described(const std::vector<std::int32_t>& communes, model::Language language) const;

    // Coordinates: position_rung.cpp.
    std::optional<geometry::LonLat> positionOf(RecordRow& row, const Named& named) const;
    const PositionReading* chosen(const PositionReadings& readings, const Named& named) const;
    /// Code and name say two communes: the code's, unless the position lies in the other and the postal code is its own.
    void settle(RecordRow& row, const std::optional<geometry::LonLat>& position, Named& named) const;
    /// A town's name alone is no place, but a position is beside one commune of that name; beside none, it is not believed.
    bool settleByPosition(RecordRow& row, geometry::LonLat at, Named& named) const;
    /// Nothing where the position is too far from its commune to be believed.
    std::optional<model::Place> atPosition(RecordRow& row, const Named& named, geometry::LonLat at) const;
    void fillFromPosition(RecordRow& row, model::Place& place) const;
    /// From a position to the commune: to its border where the reference has polygons, else to the disc of its uncertainty.
    model::Metres distanceTo(std::int32_t commune, geometry::LonLat at) const;
    bool liesIn(std::int32_t departement, geometry::LonLat at) const;
    bool isAtSea(geometry::LonLat at) const;
    /// To a département's outline; nothing where the reference has none.
    std::optional<model::Metres> distanceToDepartement(std::int32_t departement, geometry::LonLat at) const;

    // Addresses: address_rung.cpp.
    AddressContext contextOf(const RecordRow& row, const Named& named) const;
    std::optional<model::Place> atAddress(RecordRow& row, const AddressContext& context) const;
    /// Settles which commune is meant, where one alone of those it may be has the address.
    void settleByAddress(RecordRow& row, Named& named) const;
    void tellNotFound(RecordRow& row, const AddressAnswer& answer) const;

    // Positions that turn out to be shared: shared_positions.cpp.
    std::optional<model::Place> atAddressInstead(SourceReading& reading, const PlacedRow& placed) const;

    model::Place atCommune(RecordRow& row, const Named& named) const;

    Gazetteer gazetteer_;
    LandIndex communeLand_;              ///< empty where the reference has no outlines of communes
    geometry::Locator departementLand_;  ///< in degrees
    std::unique_ptr<AddressBook> addresses_;
};

}  // namespace raquette::ingest
