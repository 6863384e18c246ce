#pragma once

#include "gis/model/period.h"
#include "gis/model/place.h"
#include "gis/model/private_fields.h"
#include "gis/model/record.h"
#include "gis/model/shared_text.h"

#include <optional>
#include <vector>

namespace raquette::model {

/// An organisation of the filière: association, SCIC, SARL, collective, network…
struct Actor {
    SharedText id;
    Origin origin;
    SharedText name;
    std::vector<SharedText> functions;  ///< words of data/vocabulary/functions.csv, else the source's own
    SharedText type;
    std::vector<SharedText> labels;
    SharedText legalForm;
    SharedText network;
    Membership member = Membership::Unknown;
    bool itinerant = false;  ///< says it has no place of its own: listed, provides nothing by distance
    SharedText status;       ///< `open` `closed` `planned`, else the source's word; empty when not said
    std::optional<PartialDate> opened;
    std::optional<PartialDate> closed;
    std::optional<PartialDate> confirmed;  ///< when a list or a contribution last said anything of it
    std::optional<long> capacity;          ///< people, of its largest room
    SharedText address;
    SharedText siret;
    SharedText rna;
    SharedText website;
    SharedText notes;
    PrivateFields privateFields;
    Place place;
    std::vector<NetworkMembership> memberships;  ///< network by network; `network` and `member` sum them up
    SharedText ownId;                            ///< as the source has it, even where `id` had to be another one
};

/// Nobody has said anything of it for so many months before a day. Never of one whose lists have no date, nor for zero months.
bool isUnconfirmed(const Actor& actor, Day day, long months);

/// Keeps once what many records of a list say alike: functions, networks, where they come from.
void shareTexts(Actor& actor, TextPool& texts);

}  // namespace raquette::model
