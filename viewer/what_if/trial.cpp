#include "viewer/what_if/trial.h"

#include <mutex>
#include <utility>

namespace raquette::viewer {

/// Made ready by the first answer, beside the event loop; keeps what it is made of alive.
struct Trial::Prepared {
    std::shared_ptr<const store::StudyState> state;
    std::shared_ptr<const Ground> ground;
    std::size_t service = 0;
    std::once_flag once;
    std::unique_ptr<const analysis::Scenario> scenario;

    const analysis::Scenario& ready() {
        std::call_once(once, [this] {
            scenario = std::make_unique<const analysis::Scenario>(state->study, state->reference, ground->area(),
                                                                  state->analysis.services[service]);
        });
        return *scenario;
    }
};

Trial::Trial(QObject* parent)
    : QObject(parent),
      answers_([this](Answered answered) { emit this->answered(answered.plan, answered.answer); },
               [this](const std::string& problem) { emit failed(QString::fromStdString(problem)); }) {}

Trial::~Trial() = default;

void Trial::start(std::shared_ptr<const store::StudyState> state, std::shared_ptr<const Ground> ground, std::size_t service) {
    stop();
    state_ = std::move(state);
    service_ = service;
    prepared_ = std::make_shared<Prepared>();
    prepared_->state = state_;
    prepared_->ground = std::move(ground);
    prepared_->service = service;
    ask({});
}

void Trial::stop() {
    answers_.drop();
    state_.reset();
    prepared_.reset();
    history_ = {};
}

void Trial::preview(const Plan& plan) {
    if (isRunning()) ask(plan);
}

void Trial::put(const Plan& plan) {
    if (!isRunning()) return;
    history_.put(plan);
    ask(history_.now());
}

void Trial::undo() {
    history_.undo();
    if (isRunning()) ask(history_.now());
}

void Trial::redo() {
    history_.redo();
    if (isRunning()) ask(history_.now());
}

void Trial::ask(const Plan& plan) {
    answers_.ask([prepared = prepared_, plan] { return Answered{plan, prepared->ready().answer(changeOf(plan))}; });
}

}  // namespace raquette::viewer
