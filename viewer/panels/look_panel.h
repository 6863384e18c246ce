#pragma once

#include <QWidget>
#include <memory>
#include <vector>

class QLabel;
class QListWidgetItem;
class QPushButton;
class QSlider;
class QToolButton;

namespace raquette::model {
enum class Language;
}

namespace raquette::viewer {

class MapLook;
class PartList;
enum class MapPart;

/// What the map is made of, from top to bottom: each part ticked or not, moved by hand or by keys, more or less opaque. Holds nothing but
/// what it was shown: it asks, and is shown the answer.
class LookPanel : public QWidget {
    Q_OBJECT

public:
    /// A part of the map, or one that could lie over it.
    struct Row {
        MapPart part{};
        bool shown = true;
    };

    explicit LookPanel(QWidget* parent = nullptr);
    ~LookPanel() override;

    /// Rows from the topmost down.
    void showParts(const std::vector<Row>& rows, const MapLook& look);
    void setLanguage(model::Language language);

signals:
    void showAsked(raquette::viewer::MapPart part, bool shown);
    /// Order or opacity.
    void lookAsked(const raquette::viewer::MapLook& look);
    void ownAsked();
    /// There is more of it to see than before.
    void opened();

private:
    void fill();
    void showCurrent();
    void step(bool up);
    void drop(int row, int before);
    std::vector<MapPart> parts() const;
    MapPart current() const;
    QString name(MapPart part) const;

    std::vector<Row> rows_;
    std::unique_ptr<MapLook> look_;
    model::Language language_{};
    QToolButton* head_;
    QWidget* body_;
    PartList* list_;
    QToolButton* up_;
    QToolButton* down_;
    QLabel* opacityName_;
    QSlider* opacity_;
    QPushButton* own_;
};

}  // namespace raquette::viewer
