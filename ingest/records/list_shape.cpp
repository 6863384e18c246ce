#include "ingest/records/list_shape.h"

#include "gis/text/fold.h"
#include "ingest/records/column_phrases.h"
#include "ingest/records/identifiers.h"
#include "ingest/table/cells.h"
#include "ingest/table/column_keys.h"
#include "ingest/table/folding.h"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <set>

namespace raquette::ingest {

namespace {

using model::SourceKind;

class Settler {
public:
    Settler(const model::SourceDeclaration& source, Table& table, ColumnMap& columns, std::vector<RecognisedColumn>& recognised)
        : source_(source), table_(table), columns_(columns), recognised_(recognised), first_(recognised.size() - table.header.size()) {
        for (const std::string& name : table.header) folded_.push_back(text::fold(name));
    }

    ListShape settle() {
        dropDeclarants();
        dropWhatIsNoFigure();
        dropWhatIsNoPosition();
        takeNumbersFromIds();
        takeSirens();
        tellPeopleFromStructures();
        tellVenuesFromTheirActors();
        takeOtherNames();
        composeAddress();
        shape_.isAddressBase = !columns_.has("name") && hasColumn("nom voie") && hasColumn("numero") && hasColumn("code insee");
        takeNetworks();
        answerQuestions();
        takeFigures();
        return std::move(shape_);
    }

private:
    bool hasColumn(std::string_view name) const { return std::ranges::find(folded_, name) != folded_.end(); }
    /// A column that is not used yet, nor private.
    bool isFree(std::size_t column) const { return !columns_.uses(column) && !table_.header[column].empty(); }
    bool isFromStudy(std::string_view key) const { return source_.columns.contains(std::string(key)); }

    void tell(std::size_t column, std::string key, std::string reason) {
        recognised_[first_ + column].key = std::move(key);
        recognised_[first_ + column].reason = std::move(reason);
    }

    void take(std::string_view key, std::size_t column, const std::string& reason) {
        columns_.keys[std::string(key)].push_back(column);
        tell(column, std::string(key), reason);
    }

    void release(std::string_view key, const std::string& reason) {
        const auto found = columns_.keys.find(key);
        if (found == columns_.keys.end()) return;
        for (const std::size_t column : found->second) tell(column, "", reason);
        columns_.keys.erase(found);
    }

    /// Whether most of what is typed there can be read so; an empty column cannot.
    template <class Reads>
    bool holdsMostly(std::size_t column, const Reads& reads) const {
        std::size_t typed = 0;
        std::size_t read = 0;
        for (const TableRow& row : table_.rows) {
            const std::string& cell = row.cells[column];
            if (saysNothing(cell)) continue;
            ++typed;
            if (reads(cell)) ++read;
        }
        return typed > 0 && read * 2 >= typed;
    }

    /// Who declared an association is nobody's business: not kept, not even as private.
    void dropDeclarants() {
        for (std::size_t i = 0; i < folded_.size(); ++i) {
            const auto is = [&](const std::string& word) { return folded_[i] == word || folded_[i].starts_with(word + " "); };
            const bool declarant = std::ranges::any_of(spellingsOf("declarant"), is);
            if (!declarant && !(std::ranges::any_of(spellingsOf("unread"), is) && isFree(i))) continue;
            for (auto& [key, used] : columns_.keys) std::erase(used, i);
            std::erase(columns_.personal, i);
            take("unread", i, declarant ? "the declarant's: never read" : "the centre of a postal code: says less than the commune");
            if (!declarant) continue;
            for (TableRow& row : table_.rows) row.cells[i].clear();
        }
        std::erase_if(columns_.keys, [](const auto& key) { return key.second.empty(); });
    }

    void dropWhatIsNoFigure() {
        if (source_.kind != SourceKind::Actors && source_.kind != SourceKind::Venues) return;
        for (const std::string_view key :
             {"year", "fte", "staff", "budget", "events", "admissions", "members", "amount", "asked", "granted"}) {
            const auto found = columns_.keys.find(key);
            if (found == columns_.keys.end() || isFromStudy(key)) continue;
            const bool money = key == "budget" || key == "amount" || key == "asked" || key == "granted";
            const auto reads = [&](const std::string& cell) {
                if (key == "year") return readYear(cell).has_value();
                return money ? readMoney(cell).has_value() : readDecimal(cell).has_value();
            };
            if (!holdsMostly(found->second.front(), reads)) releaseToOthers(key, "holds no figures");
        }
        const bool money = columns_.has("granted") || columns_.has("asked") || columns_.has("amount");
        if (!money && !isFromStudy("scheme")) releaseToOthers("scheme", "");
    }

    /// A column wrongly taken may be what another key was looking for: `objet` is what an association is for.
    void releaseToOthers(std::string_view key, const std::string& reason) {
        const auto found = columns_.keys.find(key);
        if (found == columns_.keys.end()) return;
        const std::size_t column = found->second.front();
        release(key, reason);
        for (const std::string_view other : {"notes", "type", "status", "opened"}) {
            const auto& words = spellingsOf(other);
            if (columns_.has(other) || std::ranges::find(words, folded_[column]) == words.end()) continue;
            return take(other, column, folded_[column]);
        }
    }

    /// `position` is where an association stands on the map for some, whether it still exists for others.
    void dropWhatIsNoPosition() {
        const auto found = columns_.keys.find("coordinates");
        if (found == columns_.keys.end() || isFromStudy("coordinates")) return;
        const std::size_t column = found->second.front();
        const auto hasDigit = [](const std::string& cell) { return cell.find_first_of("0123456789") != std::string::npos; };
        if (holdsMostly(column, hasDigit)) return;
        release("coordinates", "holds no positions");
        if (!columns_.has("status") && holdsMostly(column, [](const std::string& cell) { return cell.size() == 1; })) {
            take("status", column, "one letter, as the national register of associations has it");
        }
    }

    void tellPeopleFromStructures() {
        const bool firstNames = std::ranges::any_of(folded_, [](const std::string& name) {
            return name == "prenom" || name == "prenoms" || name.starts_with("prenom ") || name == "first name" || name == "firstname";
        });
        const auto name = columns_.keys.find("name");
        if (!firstNames || name == columns_.keys.end() || isFromStudy("name")) return;
        static const std::set<std::string> surnames{"nom", "name", "nom de famille", "nom d usage", "last name", "surname", "lastname"};
        const std::size_t surname = name->second.front();
        if (!surnames.contains(folded_[surname])) return;
        for (const std::string& spelling : spellingsOf("name")) {
            const auto other = std::ranges::find(folded_, spelling);
            if (other == folded_.end() || surnames.contains(spelling)) continue;
            const auto column = static_cast<std::size_t>(other - folded_.begin());
            if (columns_.uses(column)) continue;
            name->second = {column};
            tell(column, "name", spelling + ": first names stand beside the other");
            columns_.personal.push_back(surname);
            tell(surname, "", "private: looks like a person's");
            return;
        }
        shape_.surnameIsName = true;
    }

    /// In a national register the id of an organisation is its number.
    void takeNumbersFromIds() {
        const auto ids = columns_.keys.find("id");
        if (ids == columns_.keys.end()) return;
        const std::size_t column = ids->second.front();
        const auto isRna = [](const std::string& cell) { return !identifiersIn(cell).rna.empty(); };
        const auto isNumber = [](const std::string& cell) { return !identifiersIn(cell).siret.empty(); };
        if (!columns_.has("rna") && holdsMostly(column, isRna)) columns_.keys["rna"] = {column};
        if (!columns_.has("siret") && holdsMostly(column, isNumber)) columns_.keys["siret"] = {column};
    }

    /// A SIREN beside the SIRET, and the number that makes a SIRET of it: what the one lacks the others say.
    void takeSirens() {
        if (!columns_.has("siret")) return;
        if (const auto siren = freeColumn("siren beside")) take("siren", *siren, folded_[*siren]);
        if (const auto nic = freeColumn("nic")) take("nic", *nic, folded_[*nic]);
    }

    /// In a list of venues the structure named beside a venue is the one that runs it.
    void tellVenuesFromTheirActors() {
        if (source_.kind == SourceKind::Actors) return tellActorsFromTheirVenues();
        if (source_.kind != SourceKind::Venues || isFromStudy("actor")) return;
        const auto isRunner = [&](std::size_t column) {
            return std::ranges::find(spellingsOf("runner"), folded_[column]) != spellingsOf("runner").end();
        };
        std::optional<std::size_t> runner;
        if (const auto actor = columns_.keys.find("actor"); actor != columns_.keys.end()) {
            const std::size_t column = actor->second.front();
            release("actor", "");
            if (isRunner(column)) runner = column;
        }
        if (!isFromStudy("name")) {
            if (const auto venue = freeColumn("venue name")) {
                if (const auto name = columns_.keys.find("name"); name != columns_.keys.end()) {
                    if (!runner) runner = name->second.front();
                    release("name", "");
                }
                take("name", *venue, folded_[*venue]);
            } else if (!columns_.has("name") && runner) {
                take("name", *runner, folded_[*runner]);
                return;
            }
        }
        if (!runner) runner = freeColumn("runner");
        if (!runner) runner = freeColumn("name");
        if (runner) take("actor", *runner, folded_[*runner]);
    }

    /// In a list of actors the structure has the name, not the venue beside it, which stands for it where it has none.
    void tellActorsFromTheirVenues() {
        const auto name = columns_.keys.find("name");
        if (name == columns_.keys.end() || isFromStudy("name")) return;
        const std::size_t venue = name->second.front();
        const auto& venues = spellingsOf("venue name");
        const auto structure = freeColumn("name");
        if (!structure || std::ranges::find(venues, folded_[venue]) == venues.end() ||
            std::ranges::find(venues, folded_[*structure]) != venues.end()) {
            return;
        }
        release("name", "");
        take("name", *structure, folded_[*structure]);
        take("other_name", venue, folded_[venue]);
    }

    /// The best named free column among the spellings of a key.
    std::optional<std::size_t> freeColumn(std::string_view key) const {
        for (const std::string& spelling : spellingsOf(key)) {
            for (std::size_t i = 0; i < folded_.size(); ++i) {
                if (folded_[i] == spelling && isFree(i)) return i;
            }
        }
        return std::nullopt;
    }

    void takeOtherNames() {
        for (const std::string& spelling : spellingsOf("other name")) {
            for (std::size_t i = 0; i < folded_.size(); ++i) {
                if (folded_[i] != spelling || !isFree(i)) continue;
                take(columns_.has("name") ? "other_name" : "name", i, spelling);
            }
        }
    }

    /// Number, bis or ter, kind of street and its name, each in its column.
    void composeAddress() {
        if (isFromStudy("address")) return;
        std::vector<std::size_t> parts;
        bool named = false;
        for (const std::string_view part : {"address number", "address repetition", "address type", "address name"}) {
            for (const std::string& spelling : spellingsOf(part)) {
                const auto found = std::ranges::find(folded_, spelling);
                if (found == folded_.end()) continue;
                const auto column = static_cast<std::size_t>(found - folded_.begin());
                if (!isFree(column) && !isAddressPart(column, part)) continue;
                parts.push_back(column);
                named = named || part == "address name";
                break;
            }
        }
        if (!named || parts.size() < 2) return;
        const auto whole = columns_.keys.find("address");
        if (whole != columns_.keys.end() && std::ranges::find(parts, whole->second.front()) == parts.end()) {
            for (const std::size_t column : parts) {
                release("id", column);
                take("address_parts", column, "the whole address has its own column");
            }
            return;
        }
        release("address", "");
        for (const std::size_t column : parts) {
            release("id", column);
            take("address", column, "one part of the address");
        }
    }

    bool isAddressPart(std::size_t column, std::string_view part) const {
        const std::string& key = recognised_[first_ + column].key;
        return key == "address" || (key == "id" && part == "address number" && !isFromStudy("id"));
    }
    void release(std::string_view key, std::size_t column) {
        const auto found = columns_.keys.find(key);
        if (found != columns_.keys.end() && found->second.front() == column) columns_.keys.erase(found);
    }

    struct Answer {
        std::string_view key;
        std::size_t column = 0;
        std::size_t score = 0;
        std::string reason;
    };

    /// The headers of a form are questions: the longest name of a key that one holds is what it asks for.
    void answerQuestions() {
        std::vector<Answer> answers;
        for (std::size_t i = 0; i < folded_.size(); ++i) {
            const std::string& name = table_.header[i];
            const bool question = name.find('?') != std::string::npos || wordsOf(folded_[i]).size() >= 4;
            if (!question || !isFree(i) || figureNamed(source_.kind, name)) continue;
            const std::string bare = barePhrase(text::fold(std::string_view(name).substr(0, name.find('('))));
            for (const std::string_view key : columnKeys(source_.kind)) {
                if (columns_.has(key)) continue;
                if (Answer answer = answered(key, i, bare); answer.score > 0) answers.push_back(std::move(answer));
            }
        }
        std::ranges::stable_sort(answers, std::greater<>(), &Answer::score);
        for (const Answer& answer : answers) {
            if (isFree(answer.column) && !columns_.has(answer.key)) take(answer.key, answer.column, answer.reason);
        }
    }

    static Answer answered(std::string_view key, std::size_t column, const std::string& bare) {
        constexpr std::size_t whole = 1000;
        constexpr std::size_t longest = 4;  // words: beyond, the question is about something else than what one of its words says
        Answer answer{key, column, 0, ""};
        const bool asksName = bare.starts_with("nom ") || bare.starts_with("raison sociale") || bare.starts_with("name ");
        for (const std::string& spelling : spellingsOf(key)) {
            const std::string phrase = barePhrase(spelling);
            if (phrase.empty()) continue;
            const bool held = holdsPhrase(bare, phrase) && wordsOf(bare).size() <= longest && (key != "name" || asksName);
            const std::size_t score = bare == phrase ? whole : (held ? phrase.size() : 0);
            if (score <= answer.score) continue;
            answer.score = score;
            answer.reason = fmt::format("question: {}", spelling);
        }
        return answer;
    }

    void takeNetworks() {
        const auto says = [](const std::string& cell) { return readMembership(cell).has_value(); };
        if (const auto member = columns_.keys.find("member"); member != columns_.keys.end() && member->second.size() > 1) {
            for (const std::size_t column : member->second) {
                const std::string network = networkNamed(table_.header[column]);
                shape_.networks.push_back({column, network.empty() ? table_.header[column] : network});
            }
            columns_.keys["memberships"] = member->second;
            columns_.keys.erase(member);
        }
        if (source_.kind != SourceKind::Actors && source_.kind != SourceKind::Venues) return;
        for (std::size_t i = 0; i < folded_.size(); ++i) {
            if (!isFree(i)) continue;
            const std::string network = networkNamed(table_.header[i]);
            if (network.empty() || !holdsMostly(i, says)) continue;
            shape_.networks.push_back({i, network});
            take("memberships", i, fmt::format("belongs to {}", network));
        }
    }

    void takeFigures() {
        if (source_.kind == SourceKind::Links) return;
        for (std::size_t i = 0; i < folded_.size(); ++i) {
            if (!isFree(i)) continue;
            auto figure = figureNamed(source_.kind, table_.header[i]);
            if (!figure) continue;
            const bool money = figure->key == "budget" || figure->key == "granted" || figure->key == "asked" || figure->key == "amount";
            const auto reads = [&](const std::string& cell) { return money ? readMoney(cell).has_value() : readDecimal(cell).has_value(); };
            if (!holdsMostly(i, reads)) continue;
            figure->column = i;
            take("figures", i, "");
            tell(i, fmt::format("{} {}", figure->key, figure->year), "a figure and its year");
            shape_.figures.push_back(std::move(*figure));
        }
    }

    const model::SourceDeclaration& source_;
    Table& table_;
    ColumnMap& columns_;
    std::vector<RecognisedColumn>& recognised_;
    std::size_t first_;  ///< where the columns of this source begin in `recognised_`
    std::vector<std::string> folded_;
    ListShape shape_;
};

}  // namespace

ListShape settleColumns(const model::SourceDeclaration& source, Table& table, ColumnMap& columns,
                        std::vector<RecognisedColumn>& recognised) {
    return Settler(source, table, columns, recognised).settle();
}

}  // namespace raquette::ingest
