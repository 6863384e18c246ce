#pragma once

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace raquette::store {
struct StudyState;
}
namespace raquette::model {
enum class Language;
}

namespace raquette::analysis {
struct ScenarioAnswer;
}

namespace raquette::viewer {

class PlanHistory;
struct Plan;

/// What is tried out and what it changes, at the right of the window: places opened, moved and closed, each with a way to take it out;
/// people and holes before and after.
class WhatIfPanel : public QWidget {
    Q_OBJECT

public:
    explicit WhatIfPanel(QWidget* parent = nullptr);

    void setLanguage(model::Language language);
    void showPlan(const store::StudyState& state, std::size_t service, const PlanHistory& history);
    void showAnswer(const analysis::ScenarioAnswer& answer);
    /// Whether a scenario of another time can be taken up again.
    void offerDraft(bool there);
    void showProblem(const QString& problem);
    QString shownText() const;

signals:
    void openAsked();  ///< the next click on the map opens a place there
    void removeAsked(const QString& id);
    void undoAsked();
    void redoAsked();
    void bestPlacesAsked();
    void saveAsked();
    void exportAsked();
    void loadAsked();
    void resumeAsked();
    void leaveAsked();

private:
    void listPlaces(const store::StudyState& state, std::size_t service, const Plan& plan);

    model::Language language_{};
    QLabel* title_;
    QLabel* hint_;
    QVBoxLayout* places_;
    QLabel* answer_;
    QPushButton* resume_;
    QPushButton* open_;
    QPushButton* undo_;
    QPushButton* redo_;
    QPushButton* best_;
    QPushButton* save_;
    QPushButton* load_;
    QPushButton* export_;
    QPushButton* leave_;
};

}  // namespace raquette::viewer
