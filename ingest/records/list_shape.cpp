#include "ingest/records/list_shape.h"

#include "ingest/records/column_phrases.h"
#include "ingest/records/identifiers.h"
#include "ingest/records/list_questions.h"
#include "ingest/records/settled_columns.h"
#include "ingest/table/cells.h"

#include <algorithm>
#include <set>

namespace raquette::ingest {

namespace {

using model::SourceKind;

/// Who declared an association is nobody's business: not kept, not even as private.
void dropDeclarants(SettledColumns& columns) {
    for (std::size_t i = 0; i < columns.count(); ++i) {
        const auto is = [&](const std::string& word) { return columns.folded(i) == word || columns.folded(i).starts_with(word + " "); };
        const bool declarant = std::ranges::any_of(spellingsOf("declarant"), is);
        if (!declarant && !(std::ranges::any_of(spellingsOf("unread"), is) && columns.isFree(i))) continue;
        for (auto& [key, used] : columns.map().keys) std::erase(used, i);
        std::erase(columns.map().personal, i);
        columns.take("unread", i, declarant ? "the declarant's: never read" : "the centre of a postal code: says less than the commune");
        if (!declarant) continue;
        for (TableRow& row : columns.table().rows) {
            std::vector<std::string_view> cells = row.cells.views();
            cells[i] = {};
            row.cells = cells;
        }
    }
    std::erase_if(columns.map().keys, [](const auto& key) { return key.second.empty(); });
}

/// A column wrongly taken may be what another key was looking for: `objet` is what an association is for.
void releaseToOthers(SettledColumns& columns, std::string_view key, const std::string& reason) {
    const auto found = columns.map().keys.find(key);
    if (found == columns.map().keys.end()) return;
    const std::size_t column = found->second.front();
    columns.release(key, reason);
    for (const std::string_view other : {"notes", "type", "status", "opened"}) {
        const auto& words = spellingsOf(other);
        if (columns.has(other) || std::ranges::find(words, columns.folded(column)) == words.end()) continue;
        return columns.take(other, column, columns.folded(column));
    }
}

void dropWhatIsNoFigure(SettledColumns& columns) {
    if (columns.source().kind != SourceKind::Actors && columns.source().kind != SourceKind::Venues) return;
    for (const std::string_view key : {"year", "fte", "staff", "budget", "events", "admissions", "members", "amount", "asked", "granted"}) {
        const auto found = columns.map().keys.find(key);
        if (found == columns.map().keys.end() || columns.isFromStudy(key)) continue;
        const bool money = key == "budget" || key == "amount" || key == "asked" || key == "granted";
        const auto reads = [&](std::string_view cell) {
            if (key == "year") return readYear(cell).has_value();
            return money ? readMoney(cell).has_value() : readDecimal(cell).has_value();
        };
        if (!columns.holdsMostly(found->second.front(), reads)) releaseToOthers(columns, key, "holds no figures");
    }
    const bool money = columns.has("granted") || columns.has("asked") || columns.has("amount");
    if (!money && !columns.isFromStudy("scheme")) releaseToOthers(columns, "scheme", "");
}

/// `position` is where an association stands on the map for some, whether it still exists for others.
void dropWhatIsNoPosition(SettledColumns& columns) {
    const auto found = columns.map().keys.find("coordinates");
    if (found == columns.map().keys.end() || columns.isFromStudy("coordinates")) return;
    const std::size_t column = found->second.front();
    const auto hasDigit = [](std::string_view cell) { return cell.find_first_of("0123456789") != std::string::npos; };
    if (columns.holdsMostly(column, hasDigit)) return;
    columns.release("coordinates", "holds no positions");
    if (!columns.has("status") && columns.holdsMostly(column, [](std::string_view cell) { return cell.size() == 1; })) {
        columns.take("status", column, "one letter, as the national register of associations has it");
    }
}

/// In a national register the id of an organisation is its number.
void takeNumbersFromIds(SettledColumns& columns) {
    const auto ids = columns.map().keys.find("id");
    if (ids == columns.map().keys.end()) return;
    const std::size_t column = ids->second.front();
    const auto isRna = [](std::string_view cell) { return !identifiersIn(cell).rna.empty(); };
    const auto isNumber = [](std::string_view cell) { return !identifiersIn(cell).siret.empty(); };
    if (!columns.has("rna") && columns.holdsMostly(column, isRna)) columns.map().keys["rna"] = {column};
    if (!columns.has("siret") && columns.holdsMostly(column, isNumber)) columns.map().keys["siret"] = {column};
}

/// A SIREN beside the SIRET, and the number that makes a SIRET of it: what the one lacks the others say.
void takeSirens(SettledColumns& columns) {
    if (!columns.has("siret")) return;
    if (const auto siren = columns.freeColumn("siren beside")) columns.take("siren", *siren, columns.folded(*siren));
    if (const auto nic = columns.freeColumn("nic")) columns.take("nic", *nic, columns.folded(*nic));
}

/// Whether the names are those of people: first names stand beside them, and no structure has a column.
bool namesArePeoples(SettledColumns& columns) {
    const bool firstNames = std::ranges::any_of(columns.allFolded(), [](const std::string& name) {
        return name == "prenom" || name == "prenoms" || name.starts_with("prenom ") || name == "first name" || name == "firstname";
    });
    const auto name = columns.map().keys.find("name");
    if (!firstNames || name == columns.map().keys.end() || columns.isFromStudy("name")) return false;
    static const std::set<std::string> surnames{"nom", "name", "nom de famille", "nom d usage", "last name", "surname", "lastname"};
    const std::size_t surname = name->second.front();
    if (!surnames.contains(columns.folded(surname))) return false;
    for (const std::string& spelling : spellingsOf("name")) {
        const auto other = std::ranges::find(columns.allFolded(), spelling);
        if (other == columns.allFolded().end() || surnames.contains(spelling)) continue;
        const auto column = static_cast<std::size_t>(other - columns.allFolded().begin());
        if (columns.map().isTaken(column)) continue;
        name->second = {column};
        columns.tell(column, "name", spelling + ": first names stand beside the other");
        columns.map().personal.push_back(surname);
        columns.tell(surname, "", "private: looks like a person's");
        return false;
    }
    return true;
}

/// In a list of actors the structure has the name, not the venue beside it, which stands for it where it has none.
void tellActorsFromTheirVenues(SettledColumns& columns) {
    const auto name = columns.map().keys.find("name");
    if (name == columns.map().keys.end() || columns.isFromStudy("name")) return;
    const std::size_t venue = name->second.front();
    const auto& venues = spellingsOf("venue name");
    const auto structure = columns.freeColumn("name");
    if (!structure || std::ranges::find(venues, columns.folded(venue)) == venues.end() ||
        std::ranges::find(venues, columns.folded(*structure)) != venues.end()) {
        return;
    }
    columns.release("name", "");
    columns.take("name", *structure, columns.folded(*structure));
    columns.take("other_name", venue, columns.folded(venue));
}

/// In a list of venues the structure named beside a venue is the one that runs it.
void tellVenuesFromTheirActors(SettledColumns& columns) {
    if (columns.source().kind == SourceKind::Actors) return tellActorsFromTheirVenues(columns);
    if (columns.source().kind != SourceKind::Venues || columns.isFromStudy("actor")) return;
    const auto isRunner = [&](std::size_t column) {
        return std::ranges::find(spellingsOf("runner"), columns.folded(column)) != spellingsOf("runner").end();
    };
    std::optional<std::size_t> runner;
    if (const auto actor = columns.map().keys.find("actor"); actor != columns.map().keys.end()) {
        const std::size_t column = actor->second.front();
        columns.release("actor", "");
        if (isRunner(column)) runner = column;
    }
    if (!columns.isFromStudy("name")) {
        if (const auto venue = columns.freeColumn("venue name")) {
            if (const auto name = columns.map().keys.find("name"); name != columns.map().keys.end()) {
                if (!runner) runner = name->second.front();
                columns.release("name", "");
            }
            columns.take("name", *venue, columns.folded(*venue));
        } else if (!columns.has("name") && runner) {
            columns.take("name", *runner, columns.folded(*runner));
            return;
        }
    }
    if (!runner) runner = columns.freeColumn("runner");
    if (!runner) runner = columns.freeColumn("name");
    if (runner) columns.take("actor", *runner, columns.folded(*runner));
}

void takeOtherNames(SettledColumns& columns) {
    for (const std::string& spelling : spellingsOf("other name")) {
        for (std::size_t i = 0; i < columns.count(); ++i) {
            if (columns.folded(i) != spelling || !columns.isFree(i)) continue;
            columns.take(columns.has("name") ? "other_name" : "name", i, spelling);
        }
    }
}

bool isAddressPart(const SettledColumns& columns, std::size_t column, std::string_view part) {
    const std::string& key = columns.toldKey(column);
    return key == "address" || (key == "id" && part == "address number" && !columns.isFromStudy("id"));
}

/// Number, bis or ter, kind of street and its name, each in its column.
void composeAddress(SettledColumns& columns) {
    if (columns.isFromStudy("address")) return;
    std::vector<std::size_t> parts;
    bool named = false;
    for (const std::string_view part : {"address number", "address repetition", "address type", "address name"}) {
        for (const std::string& spelling : spellingsOf(part)) {
            const auto found = std::ranges::find(columns.allFolded(), spelling);
            if (found == columns.allFolded().end()) continue;
            const auto column = static_cast<std::size_t>(found - columns.allFolded().begin());
            if (!columns.isFree(column) && !isAddressPart(columns, column, part)) continue;
            parts.push_back(column);
            named = named || part == "address name";
            break;
        }
    }
    if (!named || parts.size() < 2) return;
    const auto whole = columns.map().keys.find("address");
    if (whole != columns.map().keys.end() && std::ranges::find(parts, whole->second.front()) == parts.end()) {
        for (const std::size_t column : parts) {
            columns.release("id", column);
            columns.take("address_parts", column, "the whole address has its own column");
        }
        return;
    }
    columns.release("address", "");
    for (const std::size_t column : parts) {
        columns.release("id", column);
        columns.take("address", column, "one part of the address");
    }
}

}  // namespace

ListShape settleColumns(const model::SourceDeclaration& source, Table& table, ColumnMap& map, std::vector<RecognisedColumn>& recognised) {
    SettledColumns columns(source, table, map, recognised);
    ListShape shape;
    dropDeclarants(columns);
    dropWhatIsNoFigure(columns);
    dropWhatIsNoPosition(columns);
    takeNumbersFromIds(columns);
    takeSirens(columns);
    shape.surnameIsName = namesArePeoples(columns);
    tellVenuesFromTheirActors(columns);
    takeOtherNames(columns);
    composeAddress(columns);
    shape.isAddressBase =
        !columns.has("name") && columns.hasColumn("nom voie") && columns.hasColumn("numero") && columns.hasColumn("code insee");
    shape.networks = takeNetworks(columns);
    answerQuestions(columns);
    shape.figures = takeFigures(columns);
    return shape;
}

}  // namespace raquette::ingest
