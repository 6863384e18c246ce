#pragma once

#include "viewer/study/ground.h"
#include "viewer/study/latest.h"
#include "viewer/what_if/plan.h"

#include <QObject>
#include <memory>

namespace raquette::viewer {

/// A service of a study under trial: answers every plan beside the event loop, the last one asked only.
class Trial : public QObject {
    Q_OBJECT

public:
    explicit Trial(QObject* parent = nullptr);
    ~Trial() override;

    /// `ground` of the same study; the service can be changed (analysis::canChange).
    void start(std::shared_ptr<const store::StudyState> state, std::shared_ptr<const Ground> ground, std::size_t service);
    void stop();
    bool isRunning() const { return state_ != nullptr; }
    bool isBusy() const { return answers_.isBusy(); }
    std::size_t service() const { return service_; }

    const Plan& plan() const { return history_.now(); }
    const PlanHistory& history() const { return history_; }
    /// A plan that is being changed by hand: answered, but no step yet.
    void preview(const Plan& plan);
    void put(const Plan& plan);
    void undo();
    void redo();

signals:
    void answered(const raquette::viewer::Plan& plan, const raquette::analysis::ScenarioAnswer& answer);
    void failed(const QString& problem);

private:
    struct Prepared;
    struct Answered {
        Plan plan;
        analysis::ScenarioAnswer answer;
    };
    void ask(const Plan& plan);

    std::shared_ptr<const store::StudyState> state_;
    std::shared_ptr<Prepared> prepared_;
    std::size_t service_ = 0;
    PlanHistory history_;
    Latest<Answered> answers_;
};

}  // namespace raquette::viewer
