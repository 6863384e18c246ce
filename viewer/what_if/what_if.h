#pragma once

#include "viewer/what_if/trial.h"

#include <QObject>
#include <memory>
#include <optional>

namespace raquette::model {
enum class Language;
}
namespace raquette::store {
struct ScenarioReport;
}

namespace raquette::viewer {

class MapWidget;
class WhatIfPanel;

/// “What if a place opened here?”: brings together the trial of a service, its panel and the map on which places are dragged.
class WhatIf : public QObject {
    Q_OBJECT

public:
    WhatIf(MapWidget* map, WhatIfPanel* panel);
    ~WhatIf() override;

    /// Begins, or goes on, with a service of a study. `ground` is of the same study; the service can be changed (analysis::canChange).
    void begin(std::shared_ptr<const store::StudyState> state, std::shared_ptr<const Ground> ground, std::size_t service);
    void end();
    bool isRunning() const { return trial_.isRunning(); }
    bool isBusy() const;
    void setLanguage(model::Language language);

    void open(geometry::LonLat at);
    void close(const std::string& id);
    /// A click on the map: true when it opened a place, because one was asked for.
    bool click(geometry::LonLat at);
    const Plan& plan() const { return trial_.plan(); }
    /// Throws model::Error when the file cannot be written, or read, or is of another service.
    void save(const QString& path, const QString& name) const;
    void load(const QString& path);
    /// The scenario as it stands with its answer; none before the first answer.
    std::optional<store::ScenarioReport> report(const QString& name) const;
    std::shared_ptr<const store::StudyState> state() const { return state_; }
    /// The best communes for one to three more places are added, worked out beside the event loop.
    void addBestPlaces(std::uint32_t count);
    void showMarks();

signals:
    void ended();

private:
    void put(const Plan& plan);
    NamedPlan named(const QString& name) const;
    void dragged(const QString& id, double x, double y, bool dropped);
    void show(const Plan& plan, const analysis::ScenarioAnswer& answer);

    MapWidget* map_;
    WhatIfPanel* panel_;
    Trial trial_;
    std::shared_ptr<const store::StudyState> state_;
    std::optional<analysis::ScenarioAnswer> answer_;
    std::optional<Plan> draft_;  ///< of another time, until something else is tried
    Plan shown_;
    bool opening_ = false;
    Latest<std::vector<geometry::LonLat>> best_;
};

}  // namespace raquette::viewer
