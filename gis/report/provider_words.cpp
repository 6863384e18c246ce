#include "gis/report/provider_words.h"

#include "gis/text/catalogue.h"
#include "gis/text/functions.h"
#include "gis/text/numbers.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace raquette::report {

namespace {

using model::Language;

std::string joined(const std::vector<std::string>& words) {
    return fmt::format("{}", fmt::join(words, ", "));
}

}  // namespace

ProviderRecords::ProviderRecords(const model::Dataset& dataset) {
    for (const model::Venue& venue : dataset.venues) venues_.emplace(venue.id.str(), &venue);
    for (const model::Actor& actor : dataset.actors) actors_.emplace(actor.id.str(), &actor);
}

const model::Actor* ProviderRecords::of(const analysis::Provider& provider) const {
    if (provider.kind == model::RecordKind::Contracts) return nullptr;
    const auto& records = provider.kind == model::RecordKind::Venues ? venues_ : actors_;
    const auto found = records.find(provider.id);
    return found == records.end() ? nullptr : found->second;
}

std::string functionsText(const model::Actor* record, Language language) {
    std::vector<std::string> functions;
    if (record == nullptr) return {};
    for (const model::SharedText& word : record->functions) functions.push_back(text::functionLabel(language, word.str()));
    return joined(functions);
}

std::string communeName(const model::Reference& reference, const std::string& code) {
    const std::int32_t at = indexOf(reference.communes, code);
    return at == model::nowhere ? std::string() : reference.communes[static_cast<std::size_t>(at)].name;
}

std::vector<std::string> publicLines(const store::StudyState& state, const ProviderRecords& records, const analysis::Provider& provider,
                                     Language language) {
    std::vector<std::string> lines{communeName(state.reference, provider.commune)};
    if (const model::Actor* record = records.of(provider)) {
        lines.push_back(functionsText(record, language));
        lines.push_back(record->type.str());
        std::vector<std::string> labels;
        for (const model::SharedText& label : record->labels) labels.push_back(label.str());
        lines.push_back(joined(labels));
        if (record->capacity)
            lines.push_back(text::say(language, "report.map.capacity", {{"n", text::number(language, *record->capacity)}}));
    }
    std::erase(lines, std::string());
    return lines;
}

}  // namespace raquette::report
