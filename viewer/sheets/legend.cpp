#include "gis/analysis/filiere/words.h"
#include "gis/text/catalogue.h"
#include "gis/text/numbers.h"
#include "viewer/map/circles.h"
#include "viewer/map/palette.h"
#include "viewer/sheets/content.h"
#include "viewer/sheets/wording.h"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <utility>

namespace raquette::viewer {

namespace {

using model::Language;
using text::say;

/// As few as tell every bound from the next: natural breaks and quantiles fall anywhere.
int decimalsFor(const std::vector<double>& bounds, Language language, double factor) {
    constexpr int most = 3;
    int decimals = 0;
    for (std::size_t i = 1; i < bounds.size(); ++i) {
        const auto alike = [&] {
            return text::decimal(language, bounds[i] * factor, decimals) == text::decimal(language, bounds[i - 1] * factor, decimals);
        };
        while (decimals < most && alike()) ++decimals;
    }
    return decimals;
}

/// `< 25`, `25–100`, …, `≥ 500`.
std::vector<std::string> classLabels(const std::vector<double>& bounds, Language language, const std::string& unit, double factor) {
    if (bounds.empty()) return {say(language, "classes.all")};
    const int decimals = decimalsFor(bounds, language, factor);
    const auto figure = [&](double bound) {
        return text::decimal(language, bound * factor, std::max(decimals, bound * factor < 1 ? 1 : 0));
    };
    std::vector<std::string> labels{"<\u00a0" + figure(bounds.front()) + unit};
    for (std::size_t i = 1; i < bounds.size(); ++i) labels.push_back(figure(bounds[i - 1]) + "–" + figure(bounds[i]) + unit);
    labels.push_back("≥\u00a0" + figure(bounds.back()) + unit);
    return labels;
}

/// Beside every bound where it is short; kilometres and minutes are said once, above: on small sheets they would not fit.
std::string unitText(Classes::Unit unit, Language language) {
    if (unit != Classes::Unit::Share) return "";
    return language == Language::French ? "\u202f%" : "%";
}

/// What is shared, seats or providers, is the service's to say.
std::string rampText(const std::string& column, const analysis::ServiceResult* result, Language language) {
    if (column != "accessibility" || result == nullptr) return say(language, "legend." + column);
    return say(language, "legend.accessibility." + std::string(model::name(result->service.access.supply)));
}

/// Of people whom nothing reaches, where there are any. Their cells have a size where the map shows some.
void addUnserved(std::vector<LegendEntry>& legend, const MapScene& scene, const DrawnSizes& sizes, Language language) {
    const auto live = [](const PeopleBin& bin) { return bin.people > 0; };
    if (std::ranges::none_of(scene.lands, [&](const LandScene& land) { return std::ranges::any_of(land.people.bins, live); })) return;
    const std::string words = sizes.binSide <= 0
                                  ? say(language, "legend.unserved-anywhere")
                                  : say(language, "legend.unserved", {{"side", text::distance(language, model::Metres{sizes.binSide})}});
    legend.push_back({Sign::Ramp, words, classLabels(palette(Theme::Light).unservedBounds, language, "", 1)});
}

void addProviders(std::vector<LegendEntry>& legend, const analysis::ServiceResult& result, Language language) {
    const std::string count = text::number(language, static_cast<std::int64_t>(result.providers.size()));
    legend.push_back({Sign::Provider, fmt::format("{} ({})", result.service.label.in(language), count), {}});
}

/// Signs of venues and actors that are on the map; members, others and unknown apart where the study knows of any.
void addRecords(std::vector<LegendEntry>& legend, const MapScene& scene, Language language) {
    struct Entry {
        DotKind kind;
        Belonging belonging;
        Sign sign;
        const char* key;
    };
    constexpr std::array entries{Entry{DotKind::Venue, Belonging::NotTold, Sign::Venue, "legend.venue"},
                                 Entry{DotKind::Venue, Belonging::Member, Sign::VenueMember, "legend.venue.member"},
                                 Entry{DotKind::Venue, Belonging::NotMember, Sign::VenueNotMember, "legend.venue.not-member"},
                                 Entry{DotKind::Venue, Belonging::Unknown, Sign::VenueUnknown, "legend.venue.unknown"},
                                 Entry{DotKind::Actor, Belonging::NotTold, Sign::Actor, "legend.actor"},
                                 Entry{DotKind::Actor, Belonging::Member, Sign::ActorMember, "legend.actor.member"},
                                 Entry{DotKind::Actor, Belonging::NotMember, Sign::ActorNotMember, "legend.actor.not-member"},
                                 Entry{DotKind::Actor, Belonging::Unknown, Sign::ActorUnknown, "legend.actor.unknown"}};
    std::set<std::pair<DotKind, Belonging>> seen;
    for (const LandScene& land : scene.lands) {
        for (const Dot& dot : land.dots) seen.emplace(dot.kind, dot.belonging);
    }
    // Of a list without any place the sign is told all the same.
    if (seen.empty()) seen.emplace(scene.layer.kind == LayerKind::Actors ? DotKind::Actor : DotKind::Venue, Belonging::NotTold);
    for (const Entry& entry : entries) {
        if (seen.contains({entry.kind, entry.belonging})) legend.push_back({entry.sign, say(language, entry.key), {}});
    }
}

void addReach(std::vector<LegendEntry>& legend, const MapScene& scene, const analysis::ServiceResult& result, Language language) {
    const bool byDistance =
        !std::holds_alternative<model::Level>(result.service.reach) && !std::holds_alternative<model::ScopeReach>(result.service.reach);
    const std::string form = byDistance ? ".near" : ".territory";
    const std::vector<std::pair<std::string, std::string>> values{{"reach", reachText(language, result.service.reach)},
                                                                  {"service", inSentence(result.service.label.in(language))}};
    legend.push_back({Sign::Covered, say(language, "legend.covered" + form, values), {}});
    const bool possible = std::any_of(scene.lands.begin(), scene.lands.end(), [](const LandScene& land) {
        return !land.possible.shape.empty() && !(land.possible.shape == land.covered.shape);
    });
    if (possible) legend.push_back({Sign::Possible, say(language, "legend.possible"), {}});
    if (scene.layer.kind == LayerKind::Coverage) {
        legend.push_back({Sign::NotCoveredPlain, say(language, "legend.uncovered" + form, values), {}});
        return;
    }
    legend.push_back({Sign::Hole, say(language, "legend.uncovered" + form, values), {}});
    const bool notSurveyed = std::any_of(result.gaps.begin(), result.gaps.end(),
                                         [](const analysis::Gap& gap) { return gap.cause == analysis::Cause::NotSurveyed; });
    if (notSurveyed) legend.push_back({Sign::NotSurveyed, say(language, "legend.not-surveyed"), {}});
}

/// Of numbers whose circles fit: where they have grown, smaller ones.
void addCircles(std::vector<LegendEntry>& legend, const MapScene& scene, double growth, Language language) {
    const double most = static_cast<double>(scene.mostCounted) / (growth * growth);
    LegendEntry entry{Sign::Circles, say(language, "legend.count." + scene.layer.column), {}, {}};
    for (const std::int64_t count : roundCounts(std::max<std::int64_t>(1, std::llround(std::floor(most))))) {
        entry.classes.push_back(text::number(language, count));
        entry.shares.push_back(static_cast<double>(count) / most);
    }
    legend.push_back(std::move(entry));
}

/// Each kind of basket with how many territories it is of; a rarer basket is told by the one it was put with.
void addBaskets(std::vector<LegendEntry>& legend, const store::StudyState& state, const MapScene& scene, Language language) {
    for (std::size_t i = scene.baskets.size(); i-- > 0;) {
        const analysis::BasketKinds::Kind& kind = scene.baskets[i];
        const std::vector<std::pair<std::string, std::string>> values{
            {"basket", analysis::basketWords(state.analysis, kind.reached, language)},
            {"n", text::number(language, static_cast<std::int64_t>(kind.territories))},
            {"near", text::number(language, static_cast<std::int64_t>(kind.differing))}};
        LegendEntry entry{Sign::Step, say(language, kind.differing > 0 ? "legend.basket.near" : "legend.basket", values), {}};
        entry.step = i;
        entry.steps = scene.baskets.size();
        legend.push_back(std::move(entry));
    }
}

void addRecordsOf(std::vector<LegendEntry>& legend, const MapScene& scene, LayerKind kind, Language language) {
    if (kind == LayerKind::Contracts) {
        legend.push_back({Sign::Contract, say(language, "legend.contract"), {}});
    } else if (kind == LayerKind::Links) {
        legend.push_back({Sign::Simple, say(language, "legend.link-simple"), {}});
        legend.push_back({Sign::Double, say(language, "legend.link-double"), {}});
        legend.push_back({Sign::Triple, say(language, "legend.link-triple"), {}});
        legend.push_back({Sign::Actor, say(language, "legend.actor"), {}});
    } else {
        addRecords(legend, scene, language);
    }
}

}  // namespace

MapPart partOf(const LegendEntry& entry, LayerKind layer) {
    switch (entry.sign) {
        case Sign::Covered:
        case Sign::Possible:
            return MapPart::Covered;
        case Sign::Hole:
        case Sign::NotSurveyed:
        case Sign::NotCoveredPlain:
            return MapPart::Holes;
        case Sign::Ramp:
            return layer == LayerKind::Gaps ? MapPart::People : MapPart::Territories;
        case Sign::NoData:
        case Sign::Step:
            return MapPart::Territories;
        case Sign::Number:
            return MapPart::Numbers;
        case Sign::Contract:
            return MapPart::Contracts;
        case Sign::Simple:
        case Sign::Double:
        case Sign::Triple:
            return MapPart::Links;
        case Sign::Departement:
        case Sign::Borders:
            return MapPart::Borders;
        case Sign::Circles:
            return MapPart::Circles;
        default:
            return MapPart::Dots;
    }
}

std::vector<LegendEntry> legendOf(const store::StudyState& state, const MapScene& scene, const DrawnSizes& sizes, Language language,
                                  const MapLook& look) {
    std::vector<LegendEntry> legend;
    const analysis::ServiceResult* result = scene.service ? &state.analysis.services[*scene.service] : nullptr;
    switch (scene.layer.kind) {
        case LayerKind::Gaps:
        case LayerKind::Coverage:
            if (result == nullptr) break;  // parseLayer gives these layers a service
            addReach(legend, scene, *result, language);
            if (scene.layer.kind == LayerKind::Gaps) {
                addUnserved(legend, scene, sizes, language);
                if (!result->gaps.empty()) legend.push_back({Sign::Number, say(language, "legend.number"), {}});
            }
            addProviders(legend, *result, language);
            break;
        case LayerKind::Indicators: {
            const bool share = scene.classes.unit == Classes::Unit::Share;
            legend.push_back({Sign::Ramp, rampText(scene.layer.column, result, language),
                              classLabels(scene.classes.upperBounds, language, unitText(scene.classes.unit, language), share ? 100 : 1)});
            legend.push_back({Sign::NoData, say(language, "legend.no-data"), {}});
            break;
        }
        case LayerKind::Counts:
            addCircles(legend, scene, sizes.circleGrowth, language);
            break;
        case LayerKind::Baskets:
            addBaskets(legend, state, scene, language);
            break;
        case LayerKind::Territories:
            break;
        default:
            addRecordsOf(legend, scene, scene.layer.kind, language);
            break;
    }
    for (const LayerKind over : scene.layer.over) addRecordsOf(legend, scene, over, language);
    const bool faded = std::any_of(scene.lands.begin(), scene.lands.end(),
                                   [](const LandScene& land) { return std::ranges::any_of(land.dots, &Dot::faded); });
    if (faded)
        legend.push_back(
            {Sign::Unconfirmed, say(language, "legend.unconfirmed", {{"n", text::number(language, state.study.review.stale)}}), {}});
    const bool regions = std::any_of(scene.lands.begin(), scene.lands.end(), [](const LandScene& land) { return !land.regions.empty(); });
    legend.push_back(regions ? LegendEntry{Sign::Borders, say(language, "legend.borders"), {}}
                             : LegendEntry{Sign::Departement, say(language, "legend.departement"), {}});
    std::erase_if(legend, [&](const LegendEntry& entry) { return !look.shows(partOf(entry, scene.layer.kind)); });
    return legend;
}

}  // namespace raquette::viewer
