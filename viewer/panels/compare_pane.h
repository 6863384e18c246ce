#pragma once

#include <QWidget>
#include <memory>
#include <string>

class QLabel;

namespace raquette::store {
struct StudyState;
}
namespace raquette::model {
enum class Language;
}

namespace raquette::viewer {

class MapWidget;
class Background;
enum class Land;
enum class Plane;
struct MapOptions;
struct MapStyle;
struct MapView;

/// A second map beside the first, of another year of the same study or of another study: both move together, and what the second covers
/// more or less than the first is marked on it. Another study of a land apart keeps a view of its own.
class ComparePane : public QWidget {
    Q_OBJECT

public:
    explicit ComparePane(QWidget* parent = nullptr);
    ~ComparePane() override;

    /// Answers a layer beside `first`, which is what the other map shows. `base` is the study as opened.
    void compare(std::shared_ptr<const store::StudyState> base, std::shared_ptr<const store::StudyState> first, const std::string& layer,
                 Land land, Plane plane, const MapStyle& style);
    /// What stands under the map when it is on the plane of background maps.
    void setBackground(Background* background);
    /// The second map is of another study; of the same again where there is none.
    void setOther(std::shared_ptr<const store::StudyState> other);
    bool hasOther() const;
    void setOptions(const MapOptions& options);
    void follow(const MapView& view, Plane plane);
    void setLanguage(model::Language language);
    void setYear(int year);
    QString shownText() const;
    bool isSettled() const;

signals:
    /// This map was moved by hand.
    void viewMoved();

public:
    const MapView& view() const;
    Plane plane() const;

private:
    struct Parts;
    void ask();
    void say();
    void showYears();

    std::unique_ptr<Parts> parts_;
};

}  // namespace raquette::viewer
