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
    std::string ownId;  ///< as the source has it, even where `id` had to be another one
};

}  // namespace raquette::model
