#include "viewer/panels/compare_pane.h"

#include "gis/geometry/measure.h"
#include "gis/geometry/overlay.h"
#include "gis/text/catalogue.h"
#include "gis/text/numbers.h"
#include "viewer/canvas/map_widget.h"
#include "viewer/map/marks.h"
#include "viewer/panels/time_bar.h"
#include "viewer/sheets/wording.h"
#include "viewer/study/latest.h"
#include "viewer/study/restudy.h"
#include "viewer/text/words.h"

#include <QLabel>
#include <QVBoxLayout>
#include <algorithm>
#include <chrono>
#include <utility>

namespace raquette::viewer {

namespace {

using State = std::shared_ptr<const store::StudyState>;

/// The second map: what it shows and how it differs.
struct Second {
    State state;
    std::shared_ptr<const MapScene> scene;
    MapMarks marks;
};

std::optional<std::size_t> serviceOf(const Second& second) {
    const auto& service = second.scene->service;
    return service && *service < second.state->analysis.services.size() ? service : std::nullopt;
}

/// What answers in the first study as this service does in the second.
std::optional<std::size_t> serviceIn(const store::StudyState& first, const std::string& id) {
    const auto& services = first.analysis.services;
    for (std::size_t i = 0; i < services.size(); ++i) {
        if (services[i].service.id == id) return i;
    }
    return services.empty() ? std::nullopt : std::optional<std::size_t>(0);
}

/// The same layer of another study: of the service of that name, else of its first.
Layer layerIn(const store::StudyState& other, const std::string& name, const model::Study& study) {
    Layer layer = parseLayer(name, study);
    if (!isAboutService(layer.kind)) return layer;
    if (const auto service = serviceIn(other, layer.service)) layer.service = other.analysis.services[*service].service.id;
    return parseLayer(text(layer), other.study);
}

const geometry::GeoShape* coveredBy(const store::StudyState& state, std::size_t service) {
    const auto& coverages = state.analysis.services[service].coverages;
    const auto nominal = std::ranges::find(coverages, analysis::Certainty::Nominal, &analysis::Coverage::certainty);
    return nominal == coverages.end() ? nullptr : &nominal->shape;
}

/// Where the second covers more, or less, than the first.
MapMarks differenceOf(const State& first, const Second& second, Land land, Plane plane) {
    MapMarks marks;
    const auto service = serviceOf(second);
    const auto there = service ? serviceIn(*first, second.state->analysis.services[*service].service.id) : std::nullopt;
    if (!there) return marks;
    const geometry::GeoShape* before = coveredBy(*first, *there);
    const geometry::GeoShape* after = coveredBy(*second.state, *service);
    if (!before || !after) return marks;
    const geometry::PlaneShape from = byLand(*before)[land];
    const geometry::PlaneShape to = byLand(*after)[land];
    const auto add = [&](MapMarks::AreaKind kind, geometry::PlaneShape shape) {
        if (shape.empty()) return;
        if (plane != Plane::OfLand) shape = geometry::toPlane(frameOf(land, plane), geometry::toLonLat(frameOf(land), shape));
        marks.areas.push_back({kind, pieceOf(std::move(shape))});
    };
    add(MapMarks::AreaKind::Gained, geometry::difference(to, from));
    add(MapMarks::AreaKind::Lost, geometry::difference(from, to));
    return marks;
}

/// Whether two studies look at land in common, by the boxes around it.
bool meet(const store::StudyState& a, const store::StudyState& b) {
    return a.analysis.studyArea.empty() || b.analysis.studyArea.empty() ||
           geometry::boxOf(a.analysis.studyArea).touches(geometry::boxOf(b.analysis.studyArea));
}

/// Two studies have lands and people of their own: shares compare, sums do not.
QString otherText(const store::StudyState& state, const analysis::Indicator& second, const analysis::Indicator& first,
                  model::Language language) {
    const auto shareText = [&](const analysis::Indicator& of) {
        return of.coveredShare ? text::percent(language, *of.coveredShare) : text::say(language, "cli.column.without-figure");
    };
    return words(language, "compare.other",
                 {{"title", state.study.title.in(language)},
                  {"year", std::to_string(model::yearOf(state.study.date))},
                  {"here", shareText(second)},
                  {"there", shareText(first)}});
}

}  // namespace

struct ComparePane::Parts {
    MapWidget* map = nullptr;
    TimeBar* time = nullptr;
    QLabel* difference = nullptr;
    State base, first;
    State other;  ///< none: the second map is of the same study
    std::string layer;
    Land land{};
    MapStyle style;  ///< the same classes as the first map
    Plane plane{};
    model::Language language = model::Language::French;
    Second second;
    bool sameLand = true;  ///< both studies look at land in common: the maps move together
    std::unique_ptr<Latest<Second>> answer;
};

ComparePane::ComparePane(QWidget* parent) : QWidget(parent), parts_(std::make_unique<Parts>()) {
    Parts& p = *parts_;
    p.map = new MapWidget;
    p.time = new TimeBar;
    p.difference = new QLabel;
    p.difference->setObjectName(QStringLiteral("heading"));
    p.difference->setMargin(6);
    p.difference->setTextFormat(Qt::PlainText);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(p.difference);
    column->addWidget(p.map, 1);
    column->addWidget(p.time);
    p.answer = std::make_unique<Latest<Second>>(
        [this](Second second) {
            parts_->second = std::move(second);
            parts_->sameLand = meet(*parts_->first, *parts_->second.state);
            const auto& lands = parts_->second.scene->lands;
            const bool there = lands.empty() || parts_->second.scene->find(parts_->land);
            parts_->map->showScene(parts_->second.scene, there ? parts_->land : lands.front().land);
            parts_->map->setMarks(parts_->second.marks);
            say();
        },
        [this](const std::string& problem) { parts_->difference->setText(qt(problem)); });
    connect(p.time, &TimeBar::yearChanged, this, &ComparePane::ask);
    connect(p.map, &MapWidget::viewMoved, this, [this] {
        if (parts_->sameLand) emit viewMoved();
    });
}

ComparePane::~ComparePane() = default;

void ComparePane::compare(State base, State first, const std::string& layer, Land land, Plane plane, const MapStyle& style) {
    Parts& p = *parts_;
    p.style = style;
    const bool begins = p.base != base;
    p.base = std::move(base);
    p.first = std::move(first);
    p.layer = layer;
    p.land = land;
    p.plane = plane;
    if (begins) showYears();
    ask();
}

/// The same study at first as it was, another study as it is.
void ComparePane::showYears() {
    const Parts& p = *parts_;
    const State& shown = p.other ? p.other : p.base;
    const Years years = yearsOf(*shown);
    p.time->showYears(years, p.other ? model::yearOf(shown->study.date) : years.first);
}

void ComparePane::setOther(State other) {
    Parts& p = *parts_;
    p.other = std::move(other);
    p.second = {};
    if (!p.base) return;
    showYears();
    ask();
}

bool ComparePane::hasOther() const {
    return parts_->other != nullptr;
}

void ComparePane::ask() {
    const Parts& p = *parts_;
    p.time->setLanguage(p.language, (p.other ? p.other : p.base)->study.date);
    p.answer->ask([other = p.other, base = p.base, first = p.first, layer = p.layer, land = p.land, plane = p.plane, style = p.style,
                   year = p.time->year()] {
        const store::StudyState& from = other ? *other : *first;  // the same study with the reaches of the first map
        Second second;
        Asked asked = askedBy(from, 0);
        asked.day = model::inYear(other ? other->study.date : base->study.date, year);
        second.state = other && asked.day == other->study.date ? other : answeredAnew(from, asked);
        second.scene =
            std::make_shared<const MapScene>(makeScene(*second.state, layerIn(*second.state, layer, first->study), plane, style));
        second.marks = differenceOf(first, second, land, plane);
        return second;
    });
}

void ComparePane::say() {
    const Parts& p = *parts_;
    if (!p.second.scene) return;
    const auto service = serviceOf(p.second);
    const auto inFirst = service ? serviceIn(*p.first, p.second.state->analysis.services[*service].service.id) : std::nullopt;
    if (!inFirst || p.second.state->analysis.services[*service].indicators.empty() ||
        p.first->analysis.services[*inFirst].indicators.empty()) {
        p.difference->clear();
        return;
    }
    const analysis::Indicator& second = p.second.state->analysis.services[*service].indicators.front();
    const analysis::Indicator& first = p.first->analysis.services[*inFirst].indicators.front();
    if (p.other) {
        p.difference->setText(otherText(*p.second.state, second, first, p.language));
        return;
    }
    const model::Inhabitants here = second.coveredPopulation;
    const model::Inhabitants there = first.coveredPopulation;
    const char* key = here.value >= there.value ? "compare.more" : "compare.less";
    p.difference->setText(words(p.language, here == there ? "compare.same" : key,
                                {{"here", std::to_string(model::yearOf(p.second.state->study.date))},
                                 {"there", std::to_string(model::yearOf(p.first->study.date))},
                                 {"people", peopleText(p.language, {std::abs(here.value - there.value)})}}));
}

void ComparePane::setBackground(Background* background) {
    parts_->map->setBackground(background);
}

void ComparePane::setOptions(const MapOptions& options) {
    parts_->map->setOptions(options);
}

void ComparePane::follow(const MapView& view, Plane plane) {
    if (parts_->sameLand) parts_->map->follow(view, plane);
}

Plane ComparePane::plane() const {
    return parts_->map->plane();
}

const MapView& ComparePane::view() const {
    return parts_->map->view();
}

void ComparePane::setLanguage(model::Language language) {
    parts_->language = language;
    parts_->map->setAccessibleName(words(language, "window.other-map"));
    if (const State& from = parts_->other ? parts_->other : parts_->base) parts_->time->setLanguage(language, from->study.date);
    say();
}

void ComparePane::setYear(int year) {
    parts_->time->setYear(year);
}

QString ComparePane::shownText() const {
    return parts_->difference->text();
}

bool ComparePane::isSettled() const {
    return !parts_->answer->isBusy() && (!parts_->second.scene || parts_->map->isSettled());
}

}  // namespace raquette::viewer
