#include "gis/analysis/surveyed.h"
#include "ingest/quality/quality.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace raquette::ingest {

namespace {

using model::SurveyState;

/// Lists with hundreds of free words for functions are crossed with every territory for the most used ones only.
constexpr std::size_t crossedFunctions = 40;

bool listsStructures(model::SourceKind kind) {
    return kind == model::SourceKind::Actors || kind == model::SourceKind::Venues;
}

/// Where a list of territories is, as the analysis marks what was surveyed.
analysis::Surveyed markedBy(const model::Study& study, const model::Reference& reference, std::vector<model::TerritoryId> territories) {
    model::Study one;
    one.areas = study.areas;
    one.sources.resize(1);
    one.sources[0].surveyed = territories.empty() ? std::vector{model::TerritoryId{}} : std::move(territories);
    return analysis::surveyedFor({}, one, reference);
}

/// Of each département: all of it, some of its communes, or none.
std::vector<SurveyState> statesOf(const analysis::Surveyed& marked, const model::Reference& reference) {
    std::vector<SurveyState> states(reference.departements.size(), SurveyState::No);
    for (std::size_t i = 0; i < reference.communes.size(); ++i) {
        const std::int32_t departement = reference.communes[i].departement;
        if (departement != model::nowhere && marked.communes[i] != 0) states[static_cast<std::size_t>(departement)] = SurveyState::Partly;
    }
    for (std::size_t d = 0; d < states.size(); ++d) {
        if (marked.departements[d] != 0) states[d] = SurveyState::Yes;
    }
    return states;
}

struct SourceSurvey {
    const model::SourceDeclaration* source = nullptr;
    std::vector<SurveyState> states;  ///< empty: the source does not say where it looked
    std::set<std::string> functions;  ///< it has records of
};

class Crossing {
public:
    Crossing(const model::Study& study, const model::Reference& reference, const model::Dataset& dataset)
        : reference_(reference), inStudy_(statesOf(markedBy(study, reference, study.area), reference)) {
        for (const model::SourceDeclaration& source : study.sources) {
            if (!listsStructures(source.kind)) continue;
            SourceSurvey& survey = surveys_[source.id];
            survey.source = &source;
            if (source.surveyed) survey.states = statesOf(markedBy(study, reference, *source.surveyed), reference);
        }
        std::map<std::string, std::set<std::string>> rowsOfMerged;
        for (const model::Provenance& said : dataset.provenance) {
            if (said.field == "name") rowsOfMerged[said.record].insert(said.origin.source);
        }
        const auto count = [&](const model::Actor& record) {
            std::set<std::string> sources{record.origin.source};
            if (const auto more = rowsOfMerged.find(record.id); more != rowsOfMerged.end()) sources = more->second;
            add(record, sources);
        };
        std::ranges::for_each(dataset.actors, count);
        std::ranges::for_each(dataset.venues, count);
    }

    std::vector<model::Completeness> rows() const {
        std::vector<model::Completeness> rows;
        const std::set<std::string> crossed = mostUsed();
        for (const auto& [function, places] : counts_) {
            for (std::size_t d = 0; d < reference_.departements.size(); ++d) {
                const auto here = places.find(d);
                if (here == places.end() && (inStudy_[d] == SurveyState::No || !crossed.contains(function))) continue;
                rows.push_back(row(function, d, here == places.end() ? Count{} : here->second));
            }
        }
        return rows;
    }

private:
    struct Count {
        long records = 0;
        std::set<std::string> sources;
    };

    void add(const model::Actor& record, const std::set<std::string>& sources) {
        const std::int32_t departement = indexOf(reference_.departements, record.place.departement);
        std::vector<std::string> functions(record.functions.begin(), record.functions.end());
        if (functions.empty()) functions.push_back(record.type);  // a list of festivals is about festivals
        for (const std::string& function : functions) {
            for (const std::string& source : sources) {
                if (const auto survey = surveys_.find(source); survey != surveys_.end()) survey->second.functions.insert(function);
            }
            auto& places = counts_[function];
            if (departement == model::nowhere) continue;
            Count& count = places[static_cast<std::size_t>(departement)];
            ++count.records;
            count.sources.insert(sources.begin(), sources.end());
        }
    }

    std::set<std::string> mostUsed() const {
        std::vector<std::pair<long, std::string>> uses;
        for (const auto& [function, places] : counts_) {
            long records = 0;
            for (const auto& [departement, count] : places) records += count.records;
            uses.emplace_back(-records, function);
        }
        std::ranges::sort(uses);
        if (uses.size() > crossedFunctions) uses.resize(crossedFunctions);
        std::set<std::string> most;
        for (const auto& [records, function] : uses) most.insert(function);
        return most;
    }

    model::Completeness row(const std::string& function, std::size_t departement, const Count& here) const {
        model::Completeness row;
        row.function = function;
        row.territory = {model::Level::Departement, reference_.departements[departement].code};
        row.records = here.records;
        const auto addTo = [](std::optional<long>& sum, const std::optional<long>& more) {
            if (more) sum = sum.value_or(0) + *more;
        };
        for (const auto& [id, survey] : surveys_) {
            const bool lists = here.sources.contains(id);
            const SurveyState state = survey.states.empty() ? SurveyState::NotStated : survey.states[departement];
            const bool looked = state >= SurveyState::Partly && survey.functions.contains(function);
            if (survey.functions.contains(function)) row.surveyed = std::max(row.surveyed, state);
            if (looked) addTo(row.asked, survey.source->asked);
            if (looked) addTo(row.answered, survey.source->answered);
            if (looked || lists) row.confirmed = std::max(row.confirmed, survey.source->date);
        }
        return row;
    }

    const model::Reference& reference_;
    std::vector<SurveyState> inStudy_;
    std::map<std::string, SourceSurvey> surveys_;
    std::map<std::string, std::map<std::size_t, Count>> counts_;
};

}  // namespace

std::vector<model::Completeness> completenessOf(const model::Study& study, const model::Reference& reference,
                                                const model::Dataset& dataset) {
    return Crossing(study, reference, dataset).rows();
}

}  // namespace raquette::ingest
