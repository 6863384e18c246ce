#pragma once

#include "gis/model/study.h"

#include <QWidget>
#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

class QCheckBox;
class QComboBox;
class QLabel;
class QRadioButton;

namespace raquette::store {
struct StudyState;
}

namespace raquette::viewer {

enum class Land;

/// A question in words: what is looked for, how far, where; and what of the answer is on the map.
class QuestionPanel : public QWidget {
    Q_OBJECT

public:
    enum class Mode { Who, Share, Gaps };
    /// How holes are shown: themselves, or a figure of every territory.
    enum class Aspect {
        Holes,
        ShareByCommune,
        ShareByEpci,
        ShareByDepartement,
        NearestByCommune,
        NearestByDepartement,
        TimeByCommune,
        TimeByDepartement,
        PeopleMissedByCommune,
        PeopleMissedByEpci,
        PeopleByCommune,
        ProvidersByDepartement,
        BasketsByCommune,
        BasketsByEpci,
        BasketsByDepartement
    };
    enum Show { Holes, People, Covered, Providers, Numbers, Names, ShowCount };
    /// What can lie over the answer.
    enum Over { OverContracts, OverLinks, OverRecords, OverCount };

    explicit QuestionPanel(std::shared_ptr<const store::StudyState> state, QWidget* parent = nullptr);

    /// The same study on another day or with another reach.
    void setState(std::shared_ptr<const store::StudyState> state);
    Mode mode() const;
    void setMode(Mode mode);
    Aspect aspect() const;
    /// Hides what only those who make the map need.
    void setOfficial(bool official);
    /// The map layer that answers, as the command names it.
    std::string layer() const;
    /// Of the service, as chosen: none where it cannot be (a territory; a travel time in a store without its study's roads).
    std::optional<model::Reach> reach() const;
    /// Index of the service in the analysis.
    std::size_t service() const;
    Land land() const;
    bool shows(Show what) const;
    void setShown(Show what, bool shown);
    /// Whether it can be laid over the answer, and is no part of it anyway.
    bool offers(Over over) const;
    void setOver(Over over, bool on);
    void setLand(Land land);
    /// The lands there is something to show of.
    void setLands(const std::vector<Land>& lands);
    void setLanguage(model::Language language);

signals:
    void questionChanged();
    void landChanged();
    void shownChanged();
    void reachChanged();

private:
    void build();
    void listReaches();
    model::Reach reachOf(int index) const;
    void listAspects();
    void offerShows();
    std::string mainLayer() const;

    std::shared_ptr<const store::StudyState> state_;
    std::array<QRadioButton*, 3> modes_{};
    QComboBox* services_ = nullptr;
    QLabel* within_ = nullptr;
    QComboBox* reaches_ = nullptr;
    QLabel* shownAs_ = nullptr;
    QComboBox* aspects_ = nullptr;
    QLabel* where_ = nullptr;
    QComboBox* lands_ = nullptr;
    QLabel* onMap_ = nullptr;
    std::array<QCheckBox*, ShowCount> shows_{};
    QLabel* over_ = nullptr;
    std::array<QCheckBox*, OverCount> overs_{};
    bool official_ = false;
    model::Language language_;
};

}  // namespace raquette::viewer
