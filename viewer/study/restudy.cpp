#include "viewer/study/restudy.h"

#include "gis/analysis/scenario/scenario.h"

namespace raquette::viewer {

Asked askedBy(const store::StudyState& state, std::size_t service) {
    Asked asked{state.study.date, service, std::nullopt};
    if (service >= state.study.services.size()) return asked;
    if (const model::Service& own = state.study.services[service]; analysis::canChange(own, state.reference)) asked.reach = own.reach;
    return asked;
}

std::shared_ptr<const store::StudyState> answeredAnew(const store::StudyState& base, const Asked& asked, const std::stop_token& stop) {
    auto state = std::make_shared<store::StudyState>();
    state->study = base.study;
    state->reference = base.reference;
    state->dataset = base.dataset;
    state->study.date = asked.day;
    if (asked.reach && asked.service < state->study.services.size()) state->study.services[asked.service].reach = *asked.reach;
    state->analysis = analysis::analyse(state->study, state->reference, state->dataset, {.stop = stop});
    return state;
}

}  // namespace raquette::viewer
