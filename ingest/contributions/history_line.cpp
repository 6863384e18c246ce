#include "ingest/contributions/history_line.h"

#include "gis/model/error.h"
#include "ingest/contributions/history.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

namespace raquette::ingest {

namespace {

using model::HistoryAct;
using nlohmann::json;
using nlohmann::ordered_json;
using What = HistoryAct::What;

constexpr std::array<std::string_view, 10> acts{"proposed", "discussed", "voted",   "resolved", "accepted",
                                                "refused",  "reverted",  "debated", "adopted",  "erased"};

ordered_json document(const HistoryAct& act) {
    const bool ofDiagnosis = !act.diagnosis.empty();
    ordered_json line{{"on", act.on},
                      {"act", name(act.what)},
                      {ofDiagnosis ? "diagnosis" : "contribution", ofDiagnosis ? act.diagnosis : act.contribution},
                      {"organisation", act.organisation}};
    if (!act.by.empty()) line["by"] = act.by;
    if (!act.reason.empty()) line["reason"] = act.reason;
    if (act.what == What::Voted) line["vote"] = act.yes ? "yes" : "no";
    if (act.what == What::Resolved) {
        line["record"] = act.choice.record;
        line["field"] = act.choice.field;
        line["before"] = act.choice.before;
        line["value"] = act.choice.after;
    }
    if (!act.digests.empty()) line["digests"] = act.digests;
    return line;
}

HistoryAct read(const json& line) {
    HistoryAct act;
    const auto* const known = std::ranges::find(acts, line.at("act").get<std::string>());
    if (known == acts.end()) throw model::Error("an act that this version does not know");
    act.what = static_cast<What>(known - acts.begin());
    line.at("on").get_to(act.on);
    const bool ofDiagnosis = act.what == What::Debated || act.what == What::Adopted;
    if (act.what != What::Erased)
        line.at(ofDiagnosis ? "diagnosis" : "contribution").get_to(ofDiagnosis ? act.diagnosis : act.contribution);
    line.at("organisation").get_to(act.organisation);
    act.by = line.value("by", "");
    act.reason = line.value("reason", "");
    act.yes = line.value("vote", "") == "yes";
    act.digests = line.value("digests", std::vector<std::string>());
    act.choice = {line.value("record", ""), line.value("field", ""), line.value("before", ""), line.value("value", "")};
    return act;
}

}  // namespace

std::string_view name(What what) {
    return acts.at(static_cast<std::size_t>(what));
}

std::string historyLine(const HistoryAct& act) {
    return document(act).dump(-1, ' ', false, json::error_handler_t::replace);
}

HistoryAct actOfLine(std::string_view line) {
    return read(json::parse(line));
}

}  // namespace raquette::ingest
