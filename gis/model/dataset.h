#pragma once

#include "gis/model/actor.h"
#include "gis/model/contract.h"
#include "gis/model/grant.h"
#include "gis/model/issue.h"
#include "gis/model/link.h"
#include "gis/model/provenance.h"
#include "gis/model/quality.h"
#include "gis/model/remark.h"
#include "gis/model/source.h"
#include "gis/model/venue.h"

#include <vector>

namespace raquette::model {

/// All the records of a study, frozen once ingested, with what was wrong in the sources.
struct Dataset {
    std::vector<Actor> actors;
    std::vector<Venue> venues;
    std::vector<Contract> contracts;
    std::vector<Amount> amounts;
    std::vector<Grant> grants;
    std::vector<Activity> activities;
    std::vector<Link> links;
    std::vector<SourceSummary> sources;
    Issues issues;
    std::vector<Provenance> provenance;  ///< of the records that several rows were merged into
    std::vector<Question> questions;     ///< left to a person
    Quality quality;
    std::vector<Remark> remarks;  ///< accepted comments, and contests whether answered or not
    DiagnosisStanding diagnosis;
};

}  // namespace raquette::model
