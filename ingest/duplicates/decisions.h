#pragma once

#include "gis/model/actor.h"
#include "gis/model/issue.h"
#include "gis/model/study.h"

#include <string>
#include <unordered_map>

namespace raquette::ingest {

/// Records by the ids decisions name them by: their own, else the one their source gave them.
template <class Value>
class IdIndex {
public:
    void add(const model::Actor& record, Value value) {
        byId_.emplace(record.id, value);
        if (!record.ownId.empty()) byOwnId_.emplace(record.ownId, value);
    }
    /// Null when no record has or had that id.
    const Value* find(const std::string& id) const {
        if (const auto found = byId_.find(id); found != byId_.end()) return &found->second;
        const auto own = byOwnId_.find(id);
        return own == byOwnId_.end() ? nullptr : &own->second;
    }

private:
    std::unordered_map<std::string, Value> byId_;
    std::unordered_map<std::string, Value> byOwnId_;
};

/// A decision that no longer has its record does nothing, and says so.
void noteUnknownId(const model::Study& study, const model::Decision& decision, const std::string& id, model::Issues& issues);

}  // namespace raquette::ingest
