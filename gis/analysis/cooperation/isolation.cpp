#include "gis/analysis/cooperation/isolation.h"

#include <tbb/parallel_for.h>
#include <algorithm>

namespace raquette::analysis {

namespace {

using Found = std::optional<StructureMap::Found>;

class Loneliness {
public:
    explicit Loneliness(const Structures& structures)
        : structures_(structures), byFunction_(mapsByFunction(structures)), all_(structures, withFunctions()) {}

    void measure(const Structure& from, Isolation& row) const {
        if (!from.at || from.functions.empty()) return;
        if (const Found same = nearestSame(from)) {
            row.nearestSame = same->distance;
            row.nearestSameId = structures_.all[same->structure].record->id;
            row.nearestSameName = structures_.all[same->structure].record->name;
        }
        if (const Found other = all_.nearestBringing(from)) {
            row.nearestOther = other->distance;
            row.nearestOtherId = structures_.all[other->structure].record->id;
            row.nearestOtherName = structures_.all[other->structure].record->name;
        }
    }

private:
    std::vector<std::uint32_t> withFunctions() const {
        std::vector<std::uint32_t> members;
        for (std::uint32_t i = 0; i < structures_.all.size(); ++i) {
            const Structure& one = structures_.all[i];
            if (one.isOpen && one.at && !one.functions.empty()) members.push_back(i);
        }
        return members;
    }

    /// Of its several functions' nearest the nearest; of equally near ones the first by id.
    Found nearestSame(const Structure& from) const {
        Found best;
        for (const std::uint32_t function : from.functions) {
            const Found found = byFunction_[function].nearestOther(from);
            if (!found) continue;
            const bool nearer =
                !best || found->distance < best->distance || (found->distance == best->distance && found->structure < best->structure);
            if (nearer) best = found;
        }
        return best;
    }

    const Structures& structures_;
    std::vector<StructureMap> byFunction_;
    StructureMap all_;
};

}  // namespace

std::vector<Isolation> isolationOf(const Structures& structures, const std::vector<Partners>& partners, const std::vector<int>& groups) {
    std::vector<std::uint32_t> open;
    for (std::uint32_t i = 0; i < structures.all.size(); ++i) {
        if (structures.all[i].isOpen && structures.all[i].where.inStudy) open.push_back(i);
    }
    const Loneliness loneliness(structures);
    std::vector<Isolation> rows(open.size());
    tbb::parallel_for(std::size_t{0}, open.size(), [&](std::size_t i) {
        const Structure& one = structures.all[open[i]];
        Isolation& row = rows[i];
        row.id = one.record->id;
        row.name = one.record->name;
        row.commune = one.record->place.commune;
        row.isVenue = one.isVenue;
        row.links = partners[open[i]].links;
        row.partners = partners[open[i]].count();
        row.ended = partners[open[i]].ended;
        row.group = groups[open[i]];
        loneliness.measure(one, row);
    });
    return rows;
}

}  // namespace raquette::analysis
