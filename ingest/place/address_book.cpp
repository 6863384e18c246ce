#include "ingest/place/address_book.h"

#include "gis/geometry/geodesic.h"
#include "gis/model/error.h"
#include "gis/store/sqlite.h"
#include "gis/text/catalogue.h"
#include "gis/text/fold.h"
#include "ingest/place/address_index.h"
#include "ingest/place/address_tables.h"
#include "ingest/place/commune_streets.h"
#include "ingest/place/extract_problem.h"
#include "ingest/place/uncertainty.h"
#include "ingest/table/folding.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <map>
#include <mutex>
#include <optional>
#include <utility>

namespace raquette::ingest {

namespace {

using geometry::LonLat;
using model::Metres;
using model::Precision;
using store::Database;
using store::Statement;
using Outcome = AddressAnswer::Outcome;

constexpr std::size_t mostCandidates = 3;
constexpr Metres metresANumber{10};               ///< at most, in towns; where numbers are metres along the road, 1
constexpr std::size_t mostStreetsKept = 300'000;  ///< in memory, some 60 MB; Paris has 7,000

const char* const streetColumns =
    "SELECT street.id, street.name, type, words, postcodes, former, lon, lat, extent, commune.name, commune.code FROM street JOIN commune "
    "ON commune.id = street.commune WHERE ";

struct Number {
    int number = 0;
    LonLat at;
    int kind = 0;
};

struct Extract {
    explicit Extract(const std::filesystem::path& index)
        : database(index, Database::Access::Read),
          streets(database, fmt::format("{}street.commune = ?", streetColumns)),
          elsewhere(database, fmt::format("{}words = ? AND type = ? LIMIT 50", streetColumns)),
          exact(database, "SELECT number, lon, lat, kind, rep FROM number WHERE street = ? AND number = ?"),
          below(database, "SELECT number, lon, lat, kind FROM number WHERE street = ? AND number < ? ORDER BY number DESC LIMIT 1"),
          above(database, "SELECT number, lon, lat, kind FROM number WHERE street = ? AND number > ? ORDER BY number LIMIT 1") {}

    Database database;
    Statement streets, elsewhere, exact, below, above;
};

ExtractStreet streetOf(const Statement& row, std::size_t extract) {
    ExtractStreet street;
    street.extract = extract;
    street.id = row.integer(0);
    street.display = row.text(1);
    street.name.type = row.text(2);
    const std::string words = row.text(3);
    for (const std::string_view word : wordsOf(words)) street.name.words.emplace_back(word);
    street.postcodes = row.text(4);
    street.former = text::fold(row.text(5));
    street.at = {row.real(6), row.real(7)};
    street.extent = row.real(8);
    street.town = row.text(9).empty() ? row.text(10) : row.text(9);
    return street;
}

std::string described(const ExtractStreet& street, const StreetAddress& address) {
    const std::string number =
        address.number ? fmt::format("{}{}{} ", *address.number, address.repetition.empty() ? "" : " ", address.repetition) : "";
    return fmt::format("{}{}, {}", number, street.display, street.town);
}

}  // namespace

struct AddressBook::Data {
    const Gazetteer& gazetteer;
    std::vector<std::unique_ptr<Extract>> extracts;
    std::map<std::int32_t, std::vector<std::pair<std::size_t, std::int64_t>>> known;  ///< commune → extract and its commune there
    std::map<std::int32_t, CommuneStreets> streets;                                   ///< of the communes asked for so far
    std::size_t streetsKept = 0;
    std::mutex mutex;

    explicit Data(const Gazetteer& places) : gazetteer(places) {}

    void learnCommunes(std::size_t extract) {
        Statement rows(extracts[extract]->database, "SELECT id, code FROM commune");
        while (rows.step()) {
            if (const auto found = gazetteer.byCode(rows.text(1))) known[found->commune].emplace_back(extract, rows.integer(0));
        }
    }

    const CommuneStreets& streetsOf(std::int32_t commune) {
        if (const auto found = streets.find(commune); found != streets.end()) return found->second;
        if (streetsKept > mostStreetsKept) {
            streets.clear();
            streetsKept = 0;
        }
        CommuneStreets& made = streets[commune];
        for (const auto& [extract, id] : known.at(commune)) {
            Statement& rows = extracts[extract]->streets;
            rows.reset();
            rows.bind(1, id);
            while (rows.step()) made.add(streetOf(rows, extract));
            rows.reset();
        }
        streetsKept += made.size();
        return made;
    }

    /// The same street in other communes of the same département or postal code: never used, told when they are few.
    std::vector<std::string> elsewhere(const AddressQuestion& question) {
        std::vector<std::string> found;
        const std::int32_t departement = gazetteer.commune(question.commune).departement;
        for (const StreetName& name : question.address.streets) {
            if (name.words.empty()) continue;
            const std::string words = fmt::format("{}", fmt::join(name.words, " "));
            for (std::size_t i = 0; i < extracts.size(); ++i) {
                Statement& rows = extracts[i]->elsewhere;
                rows.reset();
                rows.bind(1, words).bind(2, name.type);
                while (rows.step()) {
                    const auto commune = gazetteer.byCode(rows.text(10));
                    if (!commune || commune->commune == question.commune) continue;
                    const ExtractStreet street = streetOf(rows, i);
                    const bool near = gazetteer.commune(commune->commune).departement == departement ||
                                      (!question.postcode.empty() && street.postcodes.find(question.postcode) != std::string::npos);
                    if (near) found.push_back(described(street, question.address));
                }
                rows.reset();
            }
        }
        if (found.size() > mostCandidates) found.clear();  // `Rue de l’Église` is everywhere: no help
        return found;
    }

    std::optional<Number> neighbour(Statement& rows, const ExtractStreet& street, int number) {
        rows.reset();
        rows.bind(1, street.id).bind(2, std::int64_t{number});
        std::optional<Number> found;
        if (rows.step()) found = Number{static_cast<int>(rows.integer(0)), {rows.real(1), rows.real(2)}, static_cast<int>(rows.integer(3))};
        rows.reset();
        return found;
    }

    /// The number itself, with its repetition where that is known; else the number without.
    std::optional<Number> exactly(const ExtractStreet& street, int number, const std::string& repetition) {
        Statement& rows = extracts[street.extract]->exact;
        rows.reset();
        rows.bind(1, street.id).bind(2, std::int64_t{number});
        std::optional<Number> found;
        while (rows.step()) {
            const std::string rep = rows.text(4);
            const bool same = rep == repetition || (!rep.empty() && !repetition.empty() && rep.front() == repetition.front());
            if (found && !same) continue;
            found = Number{number, {rows.real(1), rows.real(2)}, static_cast<int>(rows.integer(3))};
            if (same) break;
        }
        rows.reset();
        return found;
    }

    void placeAtNumber(const ExtractStreet& street, const StreetAddress& address, AddressAnswer& answer) {
        const int wanted = *address.number;
        const auto exact = exactly(street, wanted, address.repetition);
        if (exact) {
            answer.at = exact->at;
            const bool onSegment = exact->kind >= segmentKind;
            answer.precision = onSegment ? Precision::Street : Precision::Exact;
            answer.uncertainty = onSegment ? uncertainty::street : uncertainty::exact;
            answer.fields = "number+street";
            return;
        }
        const auto below = neighbour(extracts[street.extract]->below, street, wanted);
        const auto above = neighbour(extracts[street.extract]->above, street, wanted);
        if (!below && !above) return placeOnStreet(street, answer);
        const bool lower = below && (!above || wanted - below->number <= above->number - wanted);
        const Number& nearest = lower ? *below : *above;
        answer.at = nearest.at;
        answer.nearestNumber = nearest.number;
        answer.precision = Precision::Street;
        // Between two known numbers: no farther than the other one. Beyond the last: anywhere along the street, which may go on.
        Metres off = metresANumber * std::abs(wanted - nearest.number);
        if (below && above) {
            off = geometry::geodesicDistance(below->at, above->at);
        } else {
            off += Metres{street.extent} + geometry::geodesicDistance(street.at, nearest.at);
        }
        answer.uncertainty = std::max(off + uncertainty::exact, uncertainty::street);
        answer.fields = "nearest-number+street";
    }

    void placeOnStreet(const ExtractStreet& street, AddressAnswer& answer) {
        const bool locality = isLocality(street.name);
        answer.at = street.at;
        answer.precision = locality ? Precision::Locality : Precision::Street;
        answer.uncertainty = std::max(Metres{street.extent} + uncertainty::exact, locality ? uncertainty::locality : uncertainty::street);
        answer.fields = locality ? "locality" : "street";
    }

    AddressAnswer found(const CommuneStreets::Match& match, const AddressQuestion& question) {
        AddressAnswer answer;
        answer.outcome = Outcome::Found;
        answer.typingErrors = match.agreement.typingErrors;
        answer.official = described(*match.street, question.address);
        if (question.address.number) {
            placeAtNumber(*match.street, question.address, answer);
        } else {
            placeOnStreet(*match.street, answer);
        }
        return answer;
    }
};

namespace {

bool hasPostcode(const ExtractStreet& street, const std::string& postcode) {
    return street.postcodes.find(postcode) != std::string::npos;
}

/// Streets of one name are told apart by the postal code, then by the former commune. `Gambetta` alone, between a street and a square, is
/// not.
std::vector<CommuneStreets::Match> toldApart(std::vector<CommuneStreets::Match> matches, const AddressQuestion& question) {
    if (question.inPostcode) std::erase_if(matches, [&](const auto& match) { return !hasPostcode(*match.street, question.postcode); });
    const auto sameName = [&](const CommuneStreets::Match& match) { return match.street->name == matches.front().street->name; };
    if (matches.size() < 2 || !std::ranges::all_of(matches, sameName)) return matches;
    const auto keep = [&](auto test) {
        std::vector<CommuneStreets::Match> kept;
        std::ranges::copy_if(matches, std::back_inserter(kept), [&](const CommuneStreets::Match& match) { return test(*match.street); });
        if (!kept.empty()) matches = std::move(kept);
    };
    if (matches.size() > 1 && !question.postcode.empty())
        keep([&](const ExtractStreet& street) { return hasPostcode(street, question.postcode); });
    if (matches.size() > 1)
        keep([&](const ExtractStreet& street) { return !street.former.empty() && street.former == question.townTyped; });
    return matches;
}

}  // namespace

AddressBook::AddressBook(const Gazetteer& gazetteer, const std::vector<std::filesystem::path>& indexes)
    : data_(std::make_unique<Data>(gazetteer)) {
    for (const std::filesystem::path& index : indexes) {
        data_->extracts.push_back(std::make_unique<Extract>(index));
        data_->learnCommunes(data_->extracts.size() - 1);
    }
}

AddressBook::~AddressBook() = default;

AddressAnswer AddressBook::find(const AddressQuestion& question) const {
    const std::scoped_lock lock(data_->mutex);
    AddressAnswer answer;
    if (!data_->known.contains(question.commune)) return answer;
    const CommuneStreets& streets = data_->streetsOf(question.commune);
    for (const StreetName& reading : question.address.streets) {
        const auto matches = toldApart(streets.best(reading), question);
        if (matches.size() == 1) return data_->found(matches.front(), question);
        if (matches.empty() || answer.outcome == Outcome::Ambiguous) continue;
        answer.outcome = Outcome::Ambiguous;
        for (std::size_t i = 0; i < std::min(matches.size(), mostCandidates); ++i)
            answer.candidates.push_back(described(*matches[i].street, question.address));
    }
    if (answer.outcome == Outcome::Ambiguous) return answer;
    answer.outcome = Outcome::NotFound;
    if (question.address.streets.empty()) return answer;
    for (const ExtractStreet* street : streets.alike(question.address.streets.front(), mostCandidates))
        answer.candidates.push_back(described(*street, question.address));
    if (answer.candidates.empty()) answer.candidates = data_->elsewhere(question);
    return answer;
}

bool AddressBook::knows(std::int32_t commune) const {
    return data_->known.contains(commune);
}

std::unique_ptr<AddressBook> AddressBook::open(const model::Study& study, const Gazetteer& gazetteer, model::Issues& issues) {
    std::vector<std::filesystem::path> indexes;
    const auto tell = [&](const std::filesystem::path& extract, const ExtractProblem& problem) {
        model::Issue issue;
        issue.source = "addresses";
        issue.file = extract.filename().string();
        issue.rule = text::say(study.language, "issue.no-addresses.rule");
        issue.action = text::say(study.language, "issue.no-addresses.action", {{"why", problem.in(study.language)}});
        issues.push_back(std::move(issue));
    };
    for (const std::filesystem::path& extract : study.addresses) {
        try {
            indexes.push_back(addressIndexOf(extract));
        } catch (const ExtractProblem& problem) {
            tell(extract, problem);
        } catch (const model::Error& problem) {
            tell(extract, ExtractProblem("index", {{"file", extract.string()}, {"why", problem.what()}}));
        }
    }
    if (indexes.empty()) return nullptr;
    return std::make_unique<AddressBook>(gazetteer, indexes);
}

}  // namespace raquette::ingest
