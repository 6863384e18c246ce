#pragma once

#include "viewer/assistant/list_reading.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTableWidget;

namespace raquette::model {
enum class Language;
}

namespace raquette::viewer {

class MapWidget;

/// Where the rows of a list stand, how surely, and what is doubtful: answers go into the study, never into the list.
class PlacesPage : public QWidget {
    Q_OBJECT

public:
    explicit PlacesPage(model::Language language, QWidget* parent = nullptr);

    void show(ListReading reading);
    void tell(NewStudy& study) const;
    /// Goes on from answers given before.
    void begin(const NewStudy& study);
    /// Takes one of the answers there may be to a question; the last one taken can be taken back.
    void choose(int question, int choice);
    void takeBack();
    /// The record of the question chosen stands here.
    void placeAt(double x, double y);
    void chooseQuestion(int question);
    QString shownCounts() const;

signals:
    void answered();

private:
    void showDoubts();
    QWidget* answersTo(int question);
    void answer(int question, const std::string& decision);

    model::Language language_;
    ListReading reading_;
    std::vector<std::string> decisions_;
    QLabel* counts_;
    MapWidget* map_;
    QTableWidget* doubts_;
    QLabel* hint_;
    QPushButton* undo_;
};

}  // namespace raquette::viewer
