#include "ingest/contributions/remarks.h"

#include "ingest/contributions/erased_value.h"
#include "ingest/contributions/history.h"
#include "ingest/contributions/record_fields.h"
#include "ingest/table/cells.h"

#include <map>

namespace raquette::ingest {

namespace {

using model::ContributionStatus;
using model::HistoryAct;
using model::Remark;

bool isShown(const Remark& remark) {
    if (remark.status == ContributionStatus::Accepted) return true;
    return remark.contests && remark.status != ContributionStatus::Reverted;
}

}  // namespace

std::vector<Remark> remarksOf(Shelf& shelf, const std::vector<HistoryAct>& history, std::vector<std::string>& problems) {
    std::map<std::string, const HistoryAct*> settled;  // by contribution, the last act that accepted or refused it
    for (const HistoryAct& act : history) {
        if (act.what == HistoryAct::What::Accepted || act.what == HistoryAct::What::Refused) settled[act.contribution] = &act;
    }
    std::map<std::string, ContributionStatus> statuses;
    for (const Standing& standing : standings(history)) statuses[standing.id] = standing.status;
    std::vector<std::string> brought;
    for (const HistoryAct& act : history) {
        if (act.what == HistoryAct::What::Proposed) brought.push_back(act.contribution);
    }
    std::vector<Remark> remarks;
    for (const model::Contribution& contribution : shelf.readable(brought, problems)) {
        for (const model::FieldChange& change : contribution.changes) {
            if (!isRemark(change.field)) continue;
            Remark remark{contribution.id,
                          change.record,
                          change.field == "contest",
                          change.after,
                          holdsPersonalData(change.after) || isErased(change.after),
                          contribution.organisation,
                          contribution.date,
                          statuses.at(contribution.id),
                          {},
                          {}};
            const auto answer = settled.find(contribution.id);
            if (remark.contests && !remark.isOpen() && answer != settled.end()) {
                remark.answer = told(answer->second->reason);
                remark.answeredBy = answer->second->organisation;
            }
            if (isShown(remark)) remarks.push_back(std::move(remark));
        }
    }
    return remarks;
}

}  // namespace raquette::ingest
