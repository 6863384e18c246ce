#pragma once

#include "gis/store/saved_styles.h"
#include "viewer/app/main_window.h"
#include "viewer/cards/card.h"
#include "viewer/map/map_look.h"
#include "viewer/search/place_search.h"
#include "viewer/sheets/paper.h"
#include "viewer/study/ground.h"
#include "viewer/study/latest.h"
#include "viewer/study/restudy.h"

#include <map>
#include <stop_token>
#include <string>

class QAction;
class QActionGroup;
class QComboBox;
class QMenu;
class QScrollArea;
class QSplitter;
class QStackedWidget;
class QTabWidget;
class QToolButton;

namespace raquette::viewer {

class Background;
class BusySign;
class CardPanel;
class ComparePane;
class ContributionsWindow;
class ElidedLabel;
class GapTableModel;
class LegendPanel;
class LookPanel;
class OfficialPage;
class MapWidget;
class QuestionPanel;
class RecordPane;
class SearchBox;
class SharePane;
class SortedTable;
class StylePanel;
class TerritoryPane;
class TimeBar;
class WhatIf;
class WhatIfPanel;
struct PortraitPage;

/// What a window is made of.
struct MainWindow::Parts {
    std::shared_ptr<const store::StudyState> base;   ///< as opened
    std::shared_ptr<const store::StudyState> state;  ///< as shown: of the day and reach asked
    model::Language language{};
    std::map<std::string, std::shared_ptr<const MapScene>> scenes;  ///< of the state, by layer: made once each
    std::shared_ptr<const MapScene> scene;
    std::shared_ptr<const MapScene> wholeScene, someScene;  ///< all records, and those the table shows; one of them is `scene`
    std::shared_ptr<const Ground> ground;
    std::shared_ptr<const PlaceSearch> places;
    std::shared_ptr<const store::StudyState> sought;  ///< the state that ground and places are of, or will be
    Identified found;
    std::string explained;  ///< what the card explains instead of what was found

    std::unique_ptr<Latest<std::pair<std::string, std::shared_ptr<const MapScene>>>> makeScene;
    std::unique_ptr<Latest<std::shared_ptr<const Ground>>> makeGround;
    std::unique_ptr<Latest<std::shared_ptr<const PlaceSearch>>> makePlaces;
    std::unique_ptr<Latest<std::shared_ptr<const store::StudyState>>> answer;
    std::unique_ptr<Latest<std::shared_ptr<const store::StudyState>>> openOther;
    std::unique_ptr<Latest<std::vector<std::string>>> writing;  ///< what is to be told of what was written
    std::unique_ptr<Latest<bool>> saveStyles;
    std::unique_ptr<Latest<std::pair<std::shared_ptr<const PortraitPage>, QString>>> makePage;  ///< and where it goes
    const char* writingFailed = "";                                                             ///< key of the title when it does

    QToolButton* menuButton = nullptr;
    QMenu* menu = nullptr;
    QAction* exportAction = nullptr;
    QAction* openAction = nullptr;
    QAction* saveAction = nullptr;
    QAction* compareAction = nullptr;
    QAction* compareOtherAction = nullptr;
    QAction* contributionsAction = nullptr;
    QAction* officialAction = nullptr;
    QMenu* appearanceMenu = nullptr;
    QActionGroup* appearances = nullptr;
    QAction* backgroundAction = nullptr;
    QAction* settingsAction = nullptr;
    Background* background = nullptr;
    bool sameQuestion = false;  ///< the scene being made answers what is shown, on another plane
    ElidedLabel* title = nullptr;
    SearchBox* search = nullptr;
    BusySign* progress = nullptr;
    QComboBox* languages = nullptr;
    QuestionPanel* question = nullptr;
    QScrollArea* questionArea = nullptr;
    LegendPanel* legend = nullptr;
    LookPanel* lookPanel = nullptr;
    StylePanel* stylePanel = nullptr;
    MapWidget* map = nullptr;
    TimeBar* time = nullptr;
    ComparePane* compare = nullptr;
    ContributionsWindow* contributions = nullptr;
    CardPanel* card = nullptr;
    OfficialPage* official = nullptr;
    WhatIfPanel* whatIfPanel = nullptr;
    WhatIf* whatIf = nullptr;
    QStackedWidget* right = nullptr;
    QSplitter* middle = nullptr;
    QTabWidget* tables = nullptr;
    SortedTable* table = nullptr;
    GapTableModel* gaps = nullptr;
    TerritoryPane* territories = nullptr;
    RecordPane* records = nullptr;
    SharePane* share = nullptr;
    std::string tabled;  ///< the layer whose table was last put before the reader

    MapLook look;                            ///< of what is drawn, as chosen
    Paper paper = Paper::A4;                 ///< that the map was last saved on
    bool unsaved = false;                    ///< the store could not take what was chosen
    std::map<std::string, MapStyle> styles;  ///< chosen, by column of figures
    /// Of the figures that are shown.
    MapStyle style() const;
    /// What was chosen, for the store.
    store::SavedStyles savedStyles() const;
    /// The same for QGIS; of the share covered where no figures are shown.
    store::FigureStyle figureStyle() const;
    Plane plane() const;
    /// Of the question in `scenes`.
    std::string sceneKey() const;
    std::optional<std::size_t> service() const { return scene ? scene->service : std::nullopt; }
};

}  // namespace raquette::viewer
