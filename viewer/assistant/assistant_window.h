#pragma once

#include "viewer/assistant/list_reading.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace raquette::model {
enum class Language;
}

namespace raquette::viewer {

class BusySign;
class ColumnsPage;
class PlacesPage;
class QuestionPage;
template <class T>
class Latest;

/// From a list to a study in three pages: what its columns say, where its rows stand and what is doubtful, what is looked for. The list is
/// read again at every answer, beside the event loop; nothing is ever written into it.
class AssistantWindow : public QWidget {
    Q_OBJECT

public:
    AssistantWindow(const QString& list, ReadList read, model::Language language, QWidget* parent = nullptr);
    ~AssistantWindow() override;

    /// Writes the study file, whole or not at all, and says so; throws model::Error.
    void save(const QString& path);
    void setPage(int page);
    int page() const;
    bool isSettled() const;
    QString shownProblem() const;

signals:
    void studySaved(const QString& path);

private:
    void begin(NewStudy study);
    void beginAnew();
    void readAgain();
    void keep();
    void take(ListReading reading);
    void tell(const std::string& problem);
    /// The list could not be read, or its reading was stopped: somebody may have mended it meanwhile.
    bool mustReadAgain() const;
    void showButtons();
    void askWhereToSave();

    std::unique_ptr<NewStudy> study_;
    ReadList read_;
    std::unique_ptr<Latest<ListReading>> reading_;
    bool there_ = false;    ///< the list could be read
    bool resumed_ = false;  ///< from answers given before, none of which has been read with yet
    QLabel* title_;
    QWidget* resuming_;
    QStackedWidget* pages_;
    ColumnsPage* columns_;
    PlacesPage* places_;
    QuestionPage* question_;
    QLabel* problem_;
    BusySign* busy_;
    QPushButton* back_;
    QPushButton* next_;
};

}  // namespace raquette::viewer
