#pragma once

#include <QMainWindow>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace raquette::store {
struct StudyState;
}
namespace raquette::model {
enum class Language;
struct TerritoryId;
}  // namespace raquette::model

namespace raquette::viewer {

struct Card;
struct CardLink;
struct Chosen;
struct ExportChoice;
struct Identified;
struct MapStyle;
class MapLook;
enum class MapPart;
enum class Paper;
struct PortraitPage;

/// The window of a study: question at the left, map, card of what was clicked at the right, tables of holes and territories below. Holds
/// only views: a state it shows never changes; another day or reach is another state, worked out beside the event loop.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(std::shared_ptr<const store::StudyState> state);
    ~MainWindow() override;

    void setLanguage(model::Language language);
    /// Shows a hole of the current service on the map, in the card and in the table.
    void goToGap(std::size_t gap);
    /// The same of a territory.
    void goToTerritory(const model::TerritoryId& territory);
    /// The same of an actor or venue, by its id.
    void goToRecord(const std::string& id);
    /// Shows the commune, territory, venue or actor that fits best; false when there is none.
    bool search(const QString& text);
    /// As PDF, PNG or SVG by extension, on A4 unless said.
    void saveMap(const QString& path, Paper paper = {});
    /// The scenario in hand with what it changes, to one GeoPackage or workbook.
    void exportPlan(const QString& path);
    void exportLayers(const ExportChoice& choice, const QString& path);
    /// Large type, one question, no table: for those who look at one territory.
    void setOfficial(bool official);
    /// Writes the page of a territory, as PDF or PNG by extension.
    void savePage(const model::TerritoryId& territory, const QString& path);
    void showYear(int year);
    /// A background map under the layers, which are then drawn on its plane.
    void setBackground(bool on);
    /// A second map beside the first, of another year.
    void setComparing(bool comparing);
    /// A second map of another study, from its file or store.
    void compareWith(const QString& path);
    /// Another answer of the same study, after somebody acted on its contributions: what is looked at stays.
    void setBase(std::shared_ptr<const store::StudyState> base);
    /// What was brought to the study, in a window of its own.
    void showContributions();
    /// Everything asked is worked out and drawn: tests and screenshots wait for it.
    bool isSettled() const;

signals:
    void openAsked();

protected:
    bool event(QEvent* event) override;

private:
    void build();
    void restyle();
    void nameAppearances();
    void buildBar();
    void buildTables();
    void buildOfficial();
    void buildPages();
    void buildRecords();
    void buildKeys();
    void nameParts();
    void nameRecords();
    void renewRecords();
    void filterScene();
    void filterRecords();
    void goToParties(const std::vector<std::string>& ids);
    void buildMenu();
    void buildBackground();
    void nameBackground();
    void connectParts();
    void connectTables();
    void nameTables();
    void showTables();
    void selectFound();
    void prepare();
    void showQuestion();
    void askScene();
    void setStyle(const MapStyle& style);
    void takeSavedStyles();
    void saveStyles();
    void sayUnsaved(bool unsaved);
    void buildLook();
    void showParts();
    void setLook(const MapLook& look);
    void showPart(MapPart part, bool shown);
    void showScene();
    void findPlaces();
    void showOptions();
    void showLegend();
    void askAnew();
    void identifyAt(double x, double y, double reach);
    void hover(double x, double y, double reach, QPoint screen);
    void showFound(const Identified& found);
    void markChosen();
    void showCard();
    void showOfficial(Card card);
    void goToSurroundings(const model::TerritoryId& territory);
    void askForPage(const CardLink& link);
    void composePage(const model::TerritoryId& territory, const QString& path);
    void deliverPage(const std::shared_ptr<const PortraitPage>& page, const QString& path);
    void printPage(const PortraitPage& page);
    void follow(const CardLink& link);
    void beginWhatIf(const CardLink& link);
    void contribute(const std::string& about);
    void goTo(double lon, double lat, double around);
    void complain(const char* titleKey, const QString& problem);
    void askWhereToSave();
    void askWhatToExport();
    /// Returns what is to be told of what it wrote.
    using Writer = std::function<std::vector<std::string>(const std::stop_token&)>;
    void write(const char* failed, const Writer& work);
    void tellOfWritten(const std::vector<std::string>& remarks);
    void askWhichToCompare();
    Chosen chosen() const;
    void stop();
    void askForPlan(bool save);
    void askWhereToExportPlan();
    void askForSettings();

    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace raquette::viewer
