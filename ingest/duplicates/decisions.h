#pragma once

#include "gis/model/actor.h"
#include "gis/model/issue.h"
#include "gis/model/study.h"

#include <optional>
#include <string>
#include <unordered_map>

namespace raquette::ingest {

/// The records that decisions name: by their own id, else by the one their source gave them. Only ids that some decision names are kept.
template <class Value>
class NamedRecords {
public:
    NamedRecords(const model::Study& study, bool aboutPlaces) {
        for (const model::Decision& decision : study.decisions) {
            if (decision.isPlace() != aboutPlaces) continue;
            for (const std::string& id : decision.records) named_.try_emplace(id);
        }
    }

    bool empty() const { return named_.empty(); }
    /// The first record of an id is the one that has it.
    void add(const model::Actor& record, Value value) {
        if (const auto found = named_.find(record.id.str()); found != named_.end() && !found->second.byId) found->second.byId = value;
        if (record.ownId.empty()) return;
        if (const auto found = named_.find(record.ownId.str()); found != named_.end() && !found->second.byOwnId)
            found->second.byOwnId = value;
    }
    /// Nothing when no record has or had that id.
    std::optional<Value> find(const std::string& id) const {
        const auto found = named_.find(id);
        if (found == named_.end()) return std::nullopt;
        return found->second.byId ? found->second.byId : found->second.byOwnId;
    }

private:
    struct Holders {
        std::optional<Value> byId;
        std::optional<Value> byOwnId;
    };
    std::unordered_map<std::string, Holders> named_;
};

/// A decision that no longer has its record does nothing, and says so.
void noteUnknownId(const model::Study& study, const model::Decision& decision, const std::string& id, model::Issues& issues);

}  // namespace raquette::ingest
