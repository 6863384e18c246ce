#include "viewer/what_if/what_if.h"

#include "gis/analysis/siting/siting.h"
#include "gis/model/error.h"
#include "gis/model/language.h"
#include "gis/store/scenario_file.h"
#include "viewer/canvas/map_widget.h"
#include "viewer/map/lettering.h"
#include "viewer/what_if/draft.h"
#include "viewer/what_if/plan_marks.h"
#include "viewer/what_if/what_if_panel.h"

#include <fmt/format.h>
#include <QFile>
#include <QSaveFile>
#include <utility>

namespace raquette::viewer {

namespace {

constexpr double secondsForBest = 10;

std::vector<geometry::LonLat> bestPlaces(const store::StudyState& state, std::size_t service, const Plan& plan, std::uint32_t count) {
    const analysis::ServiceResult& result = state.analysis.services[service];
    std::vector<analysis::Provider> there;
    for (const analysis::Provider& provider : result.providers) {
        const auto closes = std::ranges::find(plan.closed, provider.id) != plan.closed.end() ||
                            std::ranges::find(plan.moved, provider.id, &Plan::Moved::id) != plan.moved.end();
        if (!closes) there.push_back(provider);
    }
    for (const geometry::LonLat& at : changeOf(plan).opened) {
        analysis::Provider opened;
        opened.at = at;
        there.push_back(opened);
    }
    analysis::SitingQuestion question;
    if (const auto* metres = std::get_if<model::Metres>(&result.service.reach)) question.reach = *metres;
    if (const auto* minutes = std::get_if<model::Minutes>(&result.service.reach)) question.time = *minutes;
    question.count = count;
    question.candidates = analysis::communeCandidates(state.study, state.reference);
    question.seconds = secondsForBest;
    std::vector<geometry::LonLat> places;
    for (const analysis::SitedPlace& place : analysis::site(state.study, state.reference, there, question).places) {
        places.push_back(place.candidate.at);
    }
    return places;
}

}  // namespace

WhatIf::WhatIf(MapWidget* map, WhatIfPanel* panel)
    : QObject(map),
      map_(map),
      panel_(panel),
      best_(
          [this](const std::vector<geometry::LonLat>& places) {
              Plan plan = trial_.plan();
              for (const geometry::LonLat& at : places) plan.open(at);
              put(plan);
          },
          [this](const std::string& problem) { panel_->showProblem(qt(problem)); }) {
    connect(&trial_, &Trial::answered, this, &WhatIf::show);
    connect(&trial_, &Trial::failed, panel_, &WhatIfPanel::showProblem);
    connect(map_, &MapWidget::placeDragged, this, &WhatIf::dragged);
    connect(panel_, &WhatIfPanel::openAsked, this, [this] {
        opening_ = true;
        map_->setCursor(Qt::CrossCursor);
    });
    connect(panel_, &WhatIfPanel::removeAsked, this, [this](const QString& id) {
        Plan plan = trial_.plan();
        plan.remove(id.toStdString());
        put(plan);
    });
    connect(panel_, &WhatIfPanel::undoAsked, this, [this] {
        trial_.undo();
        put(trial_.plan());
    });
    connect(panel_, &WhatIfPanel::redoAsked, this, [this] {
        trial_.redo();
        put(trial_.plan());
    });
    connect(panel_, &WhatIfPanel::bestPlacesAsked, this, [this] { addBestPlaces(1); });
    connect(panel_, &WhatIfPanel::resumeAsked, this, [this] {
        if (draft_) put(*draft_);
    });
    connect(panel_, &WhatIfPanel::leaveAsked, this, &WhatIf::end);
}

WhatIf::~WhatIf() = default;

void WhatIf::begin(std::shared_ptr<const store::StudyState> state, std::shared_ptr<const Ground> ground, std::size_t service) {
    if (trial_.isRunning() && state == state_ && service == trial_.service()) return;
    state_ = std::move(state);
    answer_.reset();
    shown_ = {};
    trial_.start(state_, std::move(ground), service);
    draft_ = draftOf(*state_, state_->analysis.services[service].service.id);
    if (draft_ && draft_->empty()) draft_.reset();
    panel_->showPlan(*state_, service, trial_.history());
    panel_->offerDraft(draft_.has_value());
    showMarks();
}

void WhatIf::end() {
    if (!trial_.isRunning()) return;
    trial_.stop();
    best_.drop();
    opening_ = false;
    answer_.reset();
    shown_ = {};
    map_->setMarks({});
    emit ended();
}

bool WhatIf::isBusy() const {
    return trial_.isBusy() || best_.isBusy();
}

void WhatIf::setLanguage(model::Language language) {
    panel_->setLanguage(language);
    if (!trial_.isRunning()) return;
    panel_->showPlan(*state_, trial_.service(), trial_.history());
    if (answer_) panel_->showAnswer(*answer_);
}

void WhatIf::open(geometry::LonLat at) {
    Plan plan = trial_.plan();
    plan.open(at);
    put(plan);
}

void WhatIf::close(const std::string& id) {
    Plan plan = trial_.plan();
    plan.close(id);
    put(plan);
}

bool WhatIf::click(geometry::LonLat at) {
    if (!trial_.isRunning() || !std::exchange(opening_, false)) return false;
    map_->setCursor(Qt::OpenHandCursor);
    open(at);
    return true;
}

void WhatIf::put(const Plan& plan) {
    trial_.put(plan);
    shown_ = plan;
    // A scenario of another time is kept until two things are tried: the first comes with the window's “what if a place opened here?”.
    if (!draft_ || plan == *draft_ || trial_.history().steps() > 2) {
        draft_.reset();
        keepDraft(*state_, named({}));
    }
    panel_->showPlan(*state_, trial_.service(), trial_.history());
    panel_->offerDraft(draft_.has_value());
    showMarks();
}

NamedPlan WhatIf::named(const QString& name) const {
    return {name.toStdString(), state_->analysis.services[trial_.service()].service.id, trial_.plan()};
}

void WhatIf::dragged(const QString& id, double x, double y, bool dropped) {
    if (!trial_.isRunning()) return;
    Plan plan = trial_.plan();
    plan.move(id.toStdString(), geometry::toLonLat(frameOf(map_->land(), map_->plane()), geometry::PlanePoint{x, y}));
    if (dropped) {
        put(plan);
        return;
    }
    shown_ = plan;
    trial_.preview(plan);
    showMarks();
}

void WhatIf::show(const Plan& plan, const analysis::ScenarioAnswer& answer) {
    if (!trial_.isRunning()) return;
    answer_ = answer;
    panel_->showAnswer(answer);
    if (plan == shown_) showMarks();
}

void WhatIf::showMarks() {
    if (trial_.isRunning())
        map_->setMarks(marksOf(*state_, trial_.service(), shown_, answer_ ? &*answer_ : nullptr, map_->land(), map_->plane()));
}

void WhatIf::save(const QString& path, const QString& name) const {
    QSaveFile file(path);
    const std::string content = text(named(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content.data(), static_cast<qint64>(content.size())) < 0 || !file.commit()) {
        throw model::Error(fmt::format("The scenario was not written to {}: {}.", path.toStdString(), file.errorString().toStdString()));
    }
}

void WhatIf::load(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        throw model::Error(fmt::format("The scenario {} cannot be read: {}.", path.toStdString(), file.errorString().toStdString()));
    }
    const NamedPlan named = planFrom(file.readAll().toStdString());
    const std::string& own = state_->analysis.services[trial_.service()].service.id;
    if (named.service != own) {
        throw model::Error(fmt::format("This scenario is for the service “{}”; “{}” is shown.", named.service, own));
    }
    put(named.plan);
}

std::optional<store::ScenarioReport> WhatIf::report(const QString& name) const {
    if (!answer_ || !trial_.isRunning()) return std::nullopt;
    const analysis::ServiceResult& result = state_->analysis.services[trial_.service()];
    store::ScenarioReport report{name.toStdString(), result.service.id, {}, *answer_};
    const auto provider = [&](const std::string& id) { return std::ranges::find(result.providers, id, &analysis::Provider::id); };
    const auto nameOf = [&](const std::string& id) { return provider(id) == result.providers.end() ? id : provider(id)->name; };
    const Plan& plan = trial_.plan();
    for (const Plan::Opened& one : plan.opened) report.places.push_back({one.id, "opened", {}, one.at});
    for (const Plan::Moved& one : plan.moved) report.places.push_back({one.id, "moved", nameOf(one.id), one.to});
    for (const std::string& id : plan.closed) {
        if (provider(id) != result.providers.end()) report.places.push_back({id, "closed", nameOf(id), provider(id)->at});
    }
    return report;
}

void WhatIf::addBestPlaces(std::uint32_t count) {
    best_.ask(
        [state = state_, service = trial_.service(), plan = trial_.plan(), count] { return bestPlaces(*state, service, plan, count); });
}

}  // namespace raquette::viewer
