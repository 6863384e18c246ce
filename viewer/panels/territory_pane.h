#pragma once

#include <QWidget>
#include <memory>

class QComboBox;

namespace raquette::store {
struct StudyState;
}
namespace raquette::model {
enum class Language;
enum class Level;
struct TerritoryId;
}  // namespace raquette::model

namespace raquette::viewer {

class DistributionView;
class SortedTable;
class TerritoryTableModel;

/// The territories of a level, each with what the service is to it, and how unequally they are covered.
class TerritoryPane : public QWidget {
    Q_OBJECT

public:
    explicit TerritoryPane(std::shared_ptr<const store::StudyState> state, QWidget* parent = nullptr);

    void setState(std::shared_ptr<const store::StudyState> state);
    void setService(std::size_t service);
    void setLanguage(model::Language language);
    /// Where the service has figures of that level.
    void setLevel(model::Level level);
    /// Its row, or that of the territory which holds it, stands out; none where there is no such row.
    void select(const model::TerritoryId& territory);
    void clearSelection();
    /// The box the level is chosen in, to be put where there is room for it.
    QComboBox* levelBox() const { return levels_; }

signals:
    void territoryChosen(const model::TerritoryId& territory);

private:
    void listLevels();
    void showLevel();

    TerritoryTableModel* model_;
    SortedTable* table_;
    DistributionView* distribution_;
    QComboBox* levels_;
    model::Language language_;
};

}  // namespace raquette::viewer
