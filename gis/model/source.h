#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace raquette::model {

enum class SourceKind { Actors, Venues, Contracts, Amounts, Grants, Links, Activity };

/// `actors venues contracts amounts grants links activity`.
std::string_view name(SourceKind kind);
std::optional<SourceKind> sourceKindNamed(std::string_view name);
/// Whether what it lists names records of other sources, which must be known first.
bool refersToOthers(SourceKind kind);

/// One list somebody contributed, once read. For every source rows = kept + rejected + merged.
struct SourceSummary {
    std::string id;
    SourceKind kind = SourceKind::Actors;
    std::string path;  ///< as the study gives it
    std::string contributor;
    std::string licence;
    std::string date;  ///< ISO text, as precise as the study gives it
    std::optional<long> asked;
    std::optional<long> answered;
    bool statesSurveyed = false;  ///< the study says where this source looked, so that silence there means absence
    long rows = 0;
    long kept = 0;
    long rejected = 0;
    long merged = 0;
};

}  // namespace raquette::model
