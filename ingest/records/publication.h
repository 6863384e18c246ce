#pragma once

#include "gis/model/venue.h"
#include "ingest/records/record_row.h"

namespace raquette::ingest {

/// The name of a row's structure. Of a natural person who gave no trade name there is only a person's name: then it is a plain word with
/// the public number, and the name stays private.
std::string nameOf(RecordRow& row);

/// Honours a refusal of publication (`statutDiffusion` N or P in SIRENE): no address, no position finer than the commune, and of a natural
/// person no name. What is withheld stays among the private fields.
void honourRefusal(RecordRow& row, model::Actor& actor);

/// Who runs a venue; a natural person does so in private.
void readRunners(RecordRow& row, model::Venue& venue);

/// Puts aside a row without a name; a whole list without names is told once.
void rejectNameless(RecordRow& row);

}  // namespace raquette::ingest
