#pragma once

#include "gis/model/period.h"
#include "gis/model/place.h"
#include "gis/model/record.h"

#include <optional>
#include <string>
#include <vector>

namespace raquette::model {

/// An organisation of the filière: association, SCIC, SARL, collective, network…
struct Actor {
    std::string id;
    Origin origin;
    std::string name;
    std::vector<std::string> functions;  ///< words of data/vocabulary/functions.csv, else the source's own
    std::string type;
    std::vector<std::string> labels;
    std::string legalForm;
    std::string network;
    Membership member = Membership::Unknown;
    std::string status;  ///< `open` `closed` `planned`, else the source's word; empty when not said
    std::optional<PartialDate> opened;
    std::optional<PartialDate> closed;
    std::optional<long> capacity;  ///< people, of its largest room
    std::string address;
    std::string siret;
    std::string rna;
    std::string website;
    std::string notes;
    PrivateFields privateFields;
    Place place;
    std::vector<NetworkMembership> memberships;  ///< network by network; `network` and `member` sum them up
    bool itinerant = false;                      ///< says it has no place of its own: listed, provides nothing by distance
};

}  // namespace raquette::model
