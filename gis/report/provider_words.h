#pragma once

#include "gis/store/store.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace raquette::report {

/// The records behind providers, by id.
class ProviderRecords {
public:
    explicit ProviderRecords(const model::Dataset& dataset);
    /// None for a contract.
    const model::Actor* of(const analysis::Provider& provider) const;

private:
    std::unordered_map<std::string, const model::Actor*> venues_;
    std::unordered_map<std::string, const model::Actor*> actors_;
};

/// The functions a record holds, as people read them, between commas; empty where no list says any.
std::string functionsText(const model::Actor* record, model::Language language);

/// What anybody may know of a provider, a line each: its commune, functions, type, labels, capacity. Never a private field.
std::vector<std::string> publicLines(const store::StudyState& state, const ProviderRecords& records, const analysis::Provider& provider,
                                     model::Language language);

/// The name of a commune by its code; empty for none.
std::string communeName(const model::Reference& reference, const std::string& code);

}  // namespace raquette::report
