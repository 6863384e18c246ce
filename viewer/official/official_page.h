#pragma once

#include <QWidget>
#include <array>
#include <memory>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace raquette::model {
enum class Language;
}

namespace raquette::viewer {

class CardPanel;
class PlaceSearch;
class SearchBox;
enum class OfficialQuestion;
struct Card;
struct CardLink;

/// The page of simple reading: a field to say which territory, then at most five large questions, and the answer to one at a time. All of
/// it by keyboard: Tab goes on, Enter asks, Escape comes back from the answer to its question, then to the field.
class OfficialPage : public QWidget {
    Q_OBJECT

public:
    explicit OfficialPage(QWidget* parent = nullptr);

    void setPlaces(std::shared_ptr<const PlaceSearch> places);
    void setLanguage(model::Language language);
    /// The territory that the questions are about; the first one has the focus.
    void showTerritory(const Card& head);
    /// In place of the questions, until Escape.
    void showAnswer(const Card& answer);
    bool isAnswering() const;
    void askWhich();
    /// What Escape asks for: from an answer to its question, from the questions to the field.
    void goBack();
    QString shownText() const;

signals:
    /// `dep:42`
    void territoryAsked(const QString& id);
    void questionAsked(raquette::viewer::OfficialQuestion question);
    void linkFollowed(const raquette::viewer::CardLink& link);

private:
    QWidget* questionsSide();
    QWidget* answerSide();

    model::Language language_{};
    QLabel* which_;
    SearchBox* field_;
    CardPanel* head_;
    std::array<QPushButton*, 5> questions_{};
    QPushButton* back_;
    CardPanel* answer_;
    QStackedWidget* sides_;
    QPushButton* asked_ = nullptr;
};

}  // namespace raquette::viewer
