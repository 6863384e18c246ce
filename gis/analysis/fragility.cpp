#include "gis/analysis/fragility.h"

namespace raquette::analysis {

std::vector<model::Inhabitants> onlyReached(const model::Reference& reference, const PeopleReach& people, std::size_t providers) {
    std::vector<model::Inhabitants> only(providers);
    for (std::size_t i = 0; i < people.sole.size(); ++i) {
        if (people.sole[i] != noProvider) only[people.sole[i]].value += reference.people[i].people;
    }
    return only;
}

}  // namespace raquette::analysis
