#pragma once

#include <QMainWindow>
#include <memory>

namespace raquette::store {
struct StudyState;
}
namespace raquette::model {
enum class Language;
}

namespace raquette::viewer {

/// The window of a study: question at the left, map, card of what was clicked at the right, table of holes below. Holds only views;
/// the study it shows never changes.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(std::shared_ptr<const store::StudyState> state);
    ~MainWindow() override;

    void setLanguage(model::Language language);
    /// Shows a hole of the current service on the map, in the card and in the table.
    void goToGap(std::size_t gap);
    /// Shows the commune, venue or actor whose name comes first with these letters; false when there is none.
    bool search(const QString& text);
    void saveMap(const QString& path);
    bool isSettled() const;

private:
    void build();
    void showQuestion();
    void showOptions();
    void identifyAt(double x, double y, double reach);
    void showCard();
    void askWhereToSave();

    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace raquette::viewer
