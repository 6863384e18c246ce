#pragma once

#include "gis/geometry/shape.h"
#include "gis/model/issue.h"
#include "gis/model/place.h"
#include "gis/model/study.h"
#include "ingest/place/gazetteer.h"
#include "ingest/place/street_address.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace raquette::ingest {

/// What is asked: an address in a commune known otherwise, or tried.
struct AddressQuestion {
    const StreetAddress& address;
    std::int32_t commune = model::nowhere;
    std::string postcode;     ///< tells streets of one name apart; empty when not stated
    std::string townTyped;    ///< folded: the name of a former commune tells them apart too
    bool inPostcode = false;  ///< a street of another postal code is no answer: nothing but that code says which commune it is
};

struct AddressAnswer {
    enum class Outcome {
        NoExtract,  ///< no extract knows this commune
        NotFound,   ///< no street of the commune agrees; `candidates` are alike there or elsewhere, for a person to choose from
        Ambiguous,  ///< several agree alike: `candidates`
        Found
    };
    Outcome outcome = Outcome::NoExtract;
    geometry::LonLat at;
    model::Precision precision = model::Precision::Street;
    model::Metres uncertainty;
    std::string fields;     ///< what agreed, for Place::method: `number+street`, `street`, `locality`, `nearest-number+street`
    std::string official;   ///< `12 bis Rue de la République, Saint-Étienne`
    int typingErrors = 0;   ///< forgiven in the street's name
    int nearestNumber = 0;  ///< the number taken where the typed one is not known; 0 otherwise
    std::vector<std::string> candidates;
};

/// Addresses of Base Adresse Nationale extracts, looked up inside the stated commune only. Safe to share between threads.
///
/// The street decides first (see agreement() in street_name.h): it must agree, and better than any other of the commune. Then the
/// number: known, the address is exact; not known, the nearest number of the street; none typed, the street's middle. How far the street's
/// other numbers lie is the uncertainty, not a constant.
class AddressBook {
public:
    /// Opens, and where needed makes, the index of each extract of the study. One that is missing or broken is told in `issues`, and the
    /// study runs without it. Nothing when the study has none that can be read.
    static std::unique_ptr<AddressBook> open(const model::Study& study, const Gazetteer& gazetteer, model::Issues& issues);

    AddressBook(const Gazetteer& gazetteer, const std::vector<std::filesystem::path>& indexes);
    ~AddressBook();
    AddressBook(const AddressBook&) = delete;
    AddressBook& operator=(const AddressBook&) = delete;
    AddressBook(AddressBook&&) = delete;
    AddressBook& operator=(AddressBook&&) = delete;

    AddressAnswer find(const AddressQuestion& question) const;
    /// Whether an extract has streets of that commune.
    bool knows(std::int32_t commune) const;

private:
    struct Data;
    std::unique_ptr<Data> data_;
};

}  // namespace raquette::ingest
