#include "gis/roads/turn_stands.h"

#include <algorithm>
#include <limits>
#include <map>
#include <tuple>
#include <utility>

namespace raquette::roads {

namespace {

/// What is left of a path once its first drive is driven: from there on it is the same for all who have it left.
struct Rest {
    std::vector<Drive> drives;
    bool only = false;
};

/// How far one has come on a rest: to the end of so many of its drives, be it on or back.
struct Progress {
    std::uint32_t rest = 0;
    std::uint32_t drives = 0;

    auto operator<=>(const Progress&) const = default;
};

/// What is under way, and what follows from it.
struct State {
    std::uint32_t junction = 0;
    std::vector<Progress> under;                        ///< ascending
    std::vector<Drive> barred;                          ///< ascending
    std::vector<std::pair<Drive, std::uint32_t>> next;  ///< where one then stands otherwise than who comes free: drive and state
};

/// All states that a journey can come to, each once.
class States {
public:
    States(const Stretches& stretches, const DrivesAround& around, const std::vector<TurnPath>& paths)
        : stretches_(stretches), around_(around) {
        begin(paths);
        for (std::uint32_t i = 0; i < all.size(); ++i) goOnFrom(i);
    }

    std::vector<State> all;
    std::unordered_map<Drive, std::uint32_t> starts;  ///< by the first drive that matters, of who has driven nothing else that does

private:
    void begin(const std::vector<TurnPath>& paths) {
        std::vector<std::pair<Drive, Progress>> firsts;
        for (const TurnPath& path : paths) {
            most_ += 4 * path.drives.size();
            firsts.push_back({path.drives.front(), {restOf(path), 0}});
        }
        follow(firsts, [&](Drive drive, std::vector<Progress> under) { starts[drive] = stateOf(drive, std::move(under)); });
    }

    std::uint32_t restOf(const TurnPath& path) {
        Rest rest{{path.drives.begin() + 1, path.drives.end()}, path.only};
        const auto fresh = static_cast<std::uint32_t>(rests_.size());
        std::uint32_t known = fresh;
        if (rest.drives.size() > 1) known = longRests_.try_emplace({rest.only, rest.drives}, fresh).first->second;
        if (known == fresh) rests_.push_back(std::move(rest));
        return known;
    }

    /// Of one who goes on by a drive, on some rests. Rests of one drive are only come to as beginnings.
    std::uint32_t stateOf(Drive go, std::vector<Progress> under) {
        auto state = static_cast<std::uint32_t>(all.size());
        if (std::ranges::any_of(under, [&](const Progress& progress) { return rests_[progress.rest].drives.size() > 1; })) {
            state = known_.try_emplace(under, state).first->second;
        }
        if (state == all.size()) all.push_back({stretches_.end(go), std::move(under), {}, {}});
        return state;
    }

    /// By each drive, what is then under way.
    template <class Visit>
    static void follow(std::vector<std::pair<Drive, Progress>>& further, Visit visit) {
        std::ranges::sort(further);
        further.erase(std::unique(further.begin(), further.end()), further.end());
        for (auto first = further.begin(); first != further.end();) {
            const Drive go = first->first;
            std::vector<Progress> under;
            for (; first != further.end() && first->first == go; ++first) under.push_back(first->second);
            visit(go, std::move(under));
        }
    }

    void goOnFrom(std::uint32_t index) {
        std::vector<Drive> barred;
        std::vector<Drive> musts;
        std::vector<std::pair<Drive, Progress>> further;
        for (const Progress& progress : all[index].under) {
            const Rest& rest = rests_[progress.rest];
            const Drive next = rest.drives[progress.drives];
            const bool isLast = progress.drives + 1 == rest.drives.size();
            if (rest.only) musts.push_back(next);
            if (!rest.only && isLast) barred.push_back(next);
            if (!isLast) further.push_back({next, {progress.rest, progress.drives + 1}});
            if (!rest.only && progress.drives > 0) turnBack(progress, all[index].junction, further);
        }
        if (!musts.empty()) {
            for (const Drive go : leaving(all[index].junction)) {
                if (std::ranges::find(musts, go) == musts.end()) barred.push_back(go);
            }
        }
        std::ranges::sort(barred);
        barred.erase(std::unique(barred.begin(), barred.end()), barred.end());
        std::erase_if(further, [&](const auto& one) { return std::ranges::binary_search(barred, one.first); });
        addStarts(further);
        follow(further, [&](Drive go, std::vector<Progress> under) {
            const std::uint32_t to = stateOf(go, std::move(under));
            all[index].next.emplace_back(go, to);
        });
        all[index].barred = std::move(barred);
    }

    std::vector<Drive> leaving(std::uint32_t junction) const {
        std::vector<Drive> leaving;
        for (const Drive go : around_.leaving(stretches_.junctionPoints[junction])) {
            if (stretches_.start(go) == junction) leaving.push_back(go);  // not from the other side of a barrier
        }
        return leaving;
    }

    /// Who turns back between the first drive and the last has not left the stretch. Of rules upon rules over the same one, which there are
    /// too many ways to have under way, this is forgotten.
    void turnBack(const Progress& progress, std::uint32_t junction, std::vector<std::pair<Drive, Progress>>& further) const {
        if (all.size() > most_) return;
        const Drive go = reversed(rests_[progress.rest].drives[progress.drives - 1]);
        const std::vector<Drive> ways = leaving(junction);
        if (std::ranges::find(ways, go) != ways.end()) further.push_back({go, {progress.rest, progress.drives - 1}});
    }

    /// What goes on may also be the beginning of others.
    void addStarts(std::vector<std::pair<Drive, Progress>>& further) const {
        const std::size_t goingOn = further.size();
        for (std::size_t i = 0; i < goingOn; ++i) {
            const Drive go = further[i].first;
            const auto start = starts.find(go);
            if (start == starts.end()) continue;
            for (const Progress& other : all[start->second].under) further.emplace_back(go, other);
        }
    }

    const Stretches& stretches_;
    const DrivesAround& around_;
    std::vector<Rest> rests_;
    std::size_t most_ = 0;
    std::map<std::pair<bool, std::vector<Drive>>, std::uint32_t> longRests_;
    std::map<std::vector<Progress>, std::uint32_t> known_;
};

/// Of each state its class: from all states of one class one may do the same, now and later on. Class 0 is that of who comes free.
class Classes {
public:
    explicit Classes(const States& states) : states_(states), classes_(states.all.size(), unknown) {
        // What comes later in the list is mostly further on its way: where a state leads is then known already. Where it is not, a state
        // stands for itself, and two that are alike may stay two.
        std::map<Key, std::uint32_t> known;
        for (std::size_t i = classes_.size(); i-- > 0;) {
            const State& state = states.all[i];
            Key key{state.junction, state.barred, differences(state)};
            const bool isFree = state.barred.empty() && std::get<2>(key).empty();
            const auto fresh = static_cast<std::uint32_t>(known.size() + 1);
            classes_[i] = isFree ? 0 : known.try_emplace(std::move(key), fresh).first->second;
        }
    }

    std::uint32_t of(std::size_t state) const { return classes_[state]; }

    /// After which drives one stands otherwise than who comes free, and as what.
    std::vector<std::pair<Drive, std::uint32_t>> differences(const State& state) const {
        std::vector<std::pair<Drive, std::uint32_t>> different;
        for (const auto& [go, to] : state.next) {
            const auto free = states_.starts.find(go);
            const std::uint32_t there = known(to);
            if (there != (free == states_.starts.end() ? 0 : known(free->second))) different.emplace_back(go, there);
        }
        return different;
    }

private:
    using Key = std::tuple<std::uint32_t, std::vector<Drive>, std::vector<std::pair<Drive, std::uint32_t>>>;
    static constexpr std::uint32_t unknown = std::numeric_limits<std::uint32_t>::max();

    std::uint32_t known(std::uint32_t state) const { return classes_[state] == unknown ? unknown - 1 - state : classes_[state]; }

    const States& states_;
    std::vector<std::uint32_t> classes_;
};

}  // namespace

TurnStands turnStands(const Stretches& stretches, const DrivesAround& around, const std::vector<TurnPath>& paths) {
    TurnStands stands;
    stands.counts.assign(stretches.junctionPoints.size(), 1);
    stands.arrivals.assign(stretches.all.size() * 2, 0);
    const States states(stretches, around, paths);
    const Classes classes(states);
    std::map<std::uint32_t, std::uint32_t> standOf{{0, 0}};  // by class
    std::vector<std::uint32_t> shown;                        // of each class but that of who comes free a state
    for (std::uint32_t i = 0; i < states.all.size(); ++i) {
        const std::uint32_t junction = states.all[i].junction;
        if (!standOf.try_emplace(classes.of(i), stands.counts[junction]).second) continue;
        ++stands.counts[junction];
        shown.push_back(i);
    }
    for (const std::uint32_t i : shown) {
        const State& state = states.all[i];
        Stand stand{state.barred, classes.differences(state)};
        for (auto& [drive, arrival] : stand.arrivals) arrival = standOf.at(arrival);
        stands.ofJunction[state.junction].push_back(std::move(stand));
    }
    for (const auto& [drive, state] : states.starts) stands.arrivals[drive] = standOf.at(classes.of(state));
    return stands;
}

}  // namespace raquette::roads
