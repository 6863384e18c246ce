#pragma once

#include "viewer/panels/study_table_model.h"

#include <optional>
#include <vector>

namespace raquette::analysis {
struct Indicator;
struct Portion;
}  // namespace raquette::analysis
namespace raquette::model {
enum class Level;
struct TerritoryId;
}  // namespace raquette::model

namespace raquette::viewer {

/// What one service is to the territories of a level. What is not known is « – », never zero.
class TerritoryTableModel : public StudyTableModel {
    Q_OBJECT

public:
    enum Column { Name, People, CoveredShare, NotCovered, Providers, NearestKm, ColumnCount };

    explicit TerritoryTableModel(std::shared_ptr<const store::StudyState> state, QObject* parent = nullptr);

    void setLevel(model::Level level);
    model::Level level() const { return level_; }
    /// Of communes to régions, those the service has figures of.
    std::vector<model::Level> levels() const;

    const model::TerritoryId& territoryOf(int row) const;
    /// The row of a territory, or of that which holds it where rows are of a higher level.
    std::optional<int> rowOf(const model::TerritoryId& territory) const;
    /// Covered shares, where they are known.
    std::vector<analysis::Portion> shares() const;

    int rowCount(const QModelIndex& parent = {}) const override;

protected:
    void gather() override;
    QString shown(std::size_t row, int column) const override;
    QVariant bare(std::size_t row, int column) const override;
    bool isFigure(int column) const override { return column != Name; }
    QString idOf(std::size_t row) const override;

private:
    struct Row {
        const analysis::Indicator* figures;  ///< of the state
        QString name;                        ///< kept: sorting asks for it again and again
    };
    std::vector<Row> rows_;
    model::Level level_;
};

}  // namespace raquette::viewer
