#pragma once

#include "gis/geometry/shape.h"
#include "gis/model/reference.h"
#include "gis/model/study.h"

#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace raquette::ingest {

/// What a row says of its place beside its address.
struct AddressContext {
    std::int32_t commune = model::nowhere;
    std::string method;    ///< what the commune is known by, for Place::method
    std::string postcode;  ///< tells streets of one name apart; empty when not stated
    std::string town;      ///< folded: the name of a former commune tells them apart too
};

/// The address of a row placed by its coordinates: needed only should other records turn out to share them.
struct KeptAddress {
    long row = 0;
    std::string file;  ///< which file of a folder the row stands in; empty where the source is one file
    geometry::LonLat at;
    std::string address;
    AddressContext context;
};

/// Those of the sources being read; may be kept from several threads.
class KeptAddresses {
public:
    void keep(const model::SourceDeclaration& source, KeptAddress address) {
        const std::scoped_lock lock(mutex_);
        bySource_[&source].push_back(std::move(address));
    }
    /// All of a source's, which are forgotten.
    std::vector<KeptAddress> take(const model::SourceDeclaration& source) {
        const std::scoped_lock lock(mutex_);
        const auto found = bySource_.find(&source);
        if (found == bySource_.end()) return {};
        std::vector<KeptAddress> taken = std::move(found->second);
        bySource_.erase(found);
        return taken;
    }

private:
    std::mutex mutex_;
    std::map<const model::SourceDeclaration*, std::vector<KeptAddress>> bySource_;
};

}  // namespace raquette::ingest
