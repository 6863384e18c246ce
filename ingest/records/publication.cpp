#include "ingest/records/publication.h"

#include "gis/text/catalogue.h"
#include "gis/text/fold.h"
#include "ingest/records/identifiers.h"
#include "ingest/records/records.h"

#include <array>

namespace raquette::ingest {

namespace {

/// The State's lists give a person's SIREN where an organisation has a SIRET, in a column that says so.
bool hasPersonsNumber(const RecordRow& row) {
    if (text::fold(row.columnOf("siret")).find("personne physique") == std::string::npos) return false;
    IdentifierProblem ignored = IdentifierProblem::None;
    const Identifiers number = readBusinessNumber(row.text("siret"), ignored);
    return number.siret.empty() && !number.siren.empty();
}

bool isSoleTrader(const RecordRow& row) {
    const auto form = row.vocabularies().legalForms.find(row.text("legal_form"));
    return form && *form == "entreprise individuelle";
}

std::string unnamed(const RecordRow& row) {
    IdentifierProblem ignored = IdentifierProblem::None;
    const Identifiers number = readBusinessNumber(row.text("siret"), ignored);
    const std::string known = number.siret.empty() ? number.siren : number.siret;
    return known.empty() ? std::string() : text::say(row.language(), "record.natural-person", {{"number", known}});
}

bool refusesPublication(const RecordRow& row) {
    const std::string word = text::fold(row.text("publication"));
    return word == "n" || word == "p" || word == "non" || word == "no";
}

}  // namespace

std::string nameOf(RecordRow& row) {
    std::string name = row.text("name");
    if (row.source().kind == model::SourceKind::Actors && hasPersonsNumber(row)) {
        // The only names that are not the person's own are those of a place or a sign.
        const std::string sign = row.text("other_name");
        return sign.empty() ? unnamed(row) : sign;
    }
    if (name.empty()) name = row.text("other_name");
    return name.empty() ? unnamed(row) : name;
}

void honourRefusal(RecordRow& row, model::Actor& actor) {
    if (row.source().kind == model::SourceKind::Actors && hasPersonsNumber(row) && row.text("name") != actor.name) {
        static constexpr std::array<std::string_view, 1> personsName{"name"};
        actor.privateFields["name"] = row.text("name");
        row.withhold(personsName);
    }
    if (!refusesPublication(row)) return;
    static constexpr std::array<std::string_view, 4> withheld{"address", "longitude", "latitude", "coordinates"};
    if (isSoleTrader(row) && !actor.name.empty()) {
        actor.privateFields["name"] = actor.name;
        actor.name = unnamed(row);
    }
    if (std::string address = row.joined("address"); !address.empty()) actor.privateFields["address"] = std::move(address);
    row.withhold(withheld);
    row.noteAlike("publication", "refuses-publication");
}

void readRunners(RecordRow& row, model::Venue& venue) {
    const std::string runners = row.text("actor");
    if (runners.empty()) return;
    if (hasPersonsNumber(row)) {
        static constexpr std::array<std::string_view, 1> person{"actor"};
        venue.privateFields["actor"] = runners;
        row.withhold(person);
    } else {
        venue.actors = namesIn(runners);
    }
}

void rejectNameless(RecordRow& row) {
    if (row.shape().isAddressBase) return row.rejectAlike("", "address-base");
    if (row.has("name")) return row.reject("name", "no-name");
    row.rejectAlike("", "no-name-column");
}

}  // namespace raquette::ingest
