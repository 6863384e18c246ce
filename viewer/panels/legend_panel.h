#pragma once

#include <QWidget>
#include <memory>
#include <vector>

namespace raquette::model {
enum class Language;
}

namespace raquette::viewer {

struct Layer;
struct LegendEntry;
class MapLook;
struct MapScene;
enum class Ramp;

/// What the signs and colours of the map mean; of classes, how many territories are in each, as bars.
class LegendPanel : public QWidget {
    Q_OBJECT

public:
    explicit LegendPanel(QWidget* parent = nullptr);
    ~LegendPanel() override;

    void showLegend(std::vector<LegendEntry> entries, const MapScene& scene, const MapLook& look, model::Language language);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double rowsHeight(const LegendEntry& entry, double width) const;

    std::vector<LegendEntry> entries_;
    std::vector<std::size_t> counts_;  ///< of territories by class; empty where the ramp is not of territories
    std::unique_ptr<const Layer> layer_;
    std::unique_ptr<const MapLook> look_;
    model::Language language_{};
    Ramp ramp_{};
};

}  // namespace raquette::viewer
