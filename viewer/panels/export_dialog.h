#pragma once

#include <QDialog>
#include <string>
#include <vector>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace raquette::model {
enum class Language;
}

namespace raquette::viewer {

/// What is chosen in a table or on the map: rows of layers of the store, by their ids.
struct Chosen {
    std::vector<std::string> layers;
    std::vector<std::string> ids;
};

/// What leaves, and as what.
struct ExportChoice {
    std::string format;
    std::vector<std::string> layers;  ///< none: all
    std::vector<std::string> ids;     ///< none: every row
    std::string crs;                  ///< of its coordinates, `EPSG:2154`; empty: the format's own
};

/// What leaves, in which form and coordinates: layers in plain words, everything in them or what is chosen only.
class ExportDialog : public QDialog {
    Q_OBJECT

public:
    /// `layers`: those of the store that have something in them.
    ExportDialog(const std::vector<std::string>& layers, Chosen chosen, model::Language language, QWidget* parent = nullptr);

    ExportChoice choice() const;

private:
    void addCoordinates(QVBoxLayout& column);
    void showChosenOnly(bool only);
    void offerCoordinates();
    void askForCode();
    std::string crs() const;
    void allowExport();

    struct Line {
        std::string layer;
        QCheckBox* box;
    };
    std::vector<Line> lines_;
    Chosen chosen_;
    model::Language language_;
    QCheckBox* everything_;
    QCheckBox* onlyChosen_;
    QComboBox* formats_;
    QComboBox* coordinates_;
    QLineEdit* code_;
    QLabel* unknown_;
    QPushButton* export_ = nullptr;
};

}  // namespace raquette::viewer
