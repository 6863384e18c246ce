#pragma once

#include "gis/analysis/scenario/scenario.h"

#include <string>
#include <string_view>
#include <vector>

namespace raquette::viewer {

/// What someone tries out: places opened, moved and closed for one service.
struct Plan {
    struct Opened {
        std::string id;  ///< `+1`, `+2`…: never a record's
        geometry::LonLat at;
        bool operator==(const Opened&) const = default;
    };
    struct Moved {
        std::string id;  ///< of a record
        geometry::LonLat to;
        bool operator==(const Moved&) const = default;
    };

    std::vector<Opened> opened;
    std::vector<Moved> moved;
    std::vector<std::string> closed;  ///< ids of records

    bool empty() const { return opened.empty() && moved.empty() && closed.empty(); }
    void open(geometry::LonLat at);
    /// A record that is moved is closed where it is.
    void close(const std::string& id);
    /// An opened place or a record, by its id.
    void move(const std::string& id, geometry::LonLat to);
    void remove(const std::string& id);
    bool operator==(const Plan&) const = default;
};

analysis::ScenarioChange changeOf(const Plan& plan);

/// A plan with its name and the service it is for, as kept in a file.
struct NamedPlan {
    std::string name;
    std::string service;
    Plan plan;
    bool operator==(const NamedPlan&) const = default;
};
/// JSON, for people and programs.
std::string text(const NamedPlan& named);
/// Throws model::Error saying what is wrong with the text.
NamedPlan planFrom(std::string_view text);

/// Steps that can be taken back and taken again.
class PlanHistory {
public:
    const Plan& now() const { return steps_[at_]; }
    /// A new step; what was taken back is forgotten. The same plan again is no step.
    void put(Plan plan);
    /// Plans kept, the empty one at the beginning included.
    std::size_t steps() const { return steps_.size(); }
    bool canUndo() const { return at_ > 0; }
    bool canRedo() const { return at_ + 1 < steps_.size(); }
    void undo();
    void redo();

private:
    std::vector<Plan> steps_{Plan()};
    std::size_t at_ = 0;
};

}  // namespace raquette::viewer
