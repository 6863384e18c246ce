#pragma once

#include <QWidget>
#include <memory>
#include <optional>
#include <vector>

namespace raquette::viewer {

class Background;
struct Box;
struct InsetBox;
struct MapMarks;
struct MapOptions;
struct MapScene;
struct MapView;
enum class Land;
enum class Plane;

/// The map of a window: dragging moves it, the wheel zooms at the cursor, a click asks what is there, a pointer at rest too. While it moves
/// the last picture is shown shifted and scaled; a new one is drawn beside the event loop once it rests, or at once when the old one no
/// longer fills the view. Beside the whole mainland the other lands stand in frames; a click on one chooses it. Marks lie over the picture
/// and follow at once; places among them can be dragged.
class MapWidget : public QWidget {
    Q_OBJECT

public:
    explicit MapWidget(QWidget* parent = nullptr);
    ~MapWidget() override;

    void showScene(std::shared_ptr<const MapScene> scene, Land land);
    /// What stands under the layers, with its credit, when they are on the plane of background maps.
    void setBackground(Background* background);
    void setOptions(const MapOptions& options);
    const MapOptions& options() const;
    void setMarks(MapMarks marks);
    /// Shows the same part of the ground as another map, without saying so; of a plane for one moment another while layers are made
    /// anew.
    void follow(const MapView& view, Plane plane);
    Land land() const;
    Plane plane() const;
    const MapView& view() const;
    /// Shows a box of the plane, with some room around.
    void goTo(const Box& box);
    /// Closer by a factor above 1, farther below.
    void zoomBy(double factor);
    /// Everything drawn is of the present view: tests and screenshots wait for it.
    bool isSettled() const;

signals:
    /// A place of the land's plane was clicked; `reach` metres around it are under the pointer.
    void clicked(double x, double y, double reach);
    /// The pointer rests on a place of the plane.
    void hovered(double x, double y, double reach, QPoint screen);
    /// A place of a scenario is being dragged; `dropped` when the hand lets go.
    void placeDragged(const QString& id, double x, double y, bool dropped);
    /// The frame of another land was clicked.
    void landChosen(Land land);
    /// The view changed by hand.
    void viewMoved();
    void settled();

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void moved();
    void requestPicture();
    void deliver();
    void fitLand();
    bool turnTo(Plane plane);
    void showBackground();
    std::vector<InsetBox> insetBoxes() const;
    std::vector<InsetBox> shownInsets() const;
    std::optional<Land> insetAt(QPointF at) const;

    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace raquette::viewer
