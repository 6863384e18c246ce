#pragma once

#include <QWidget>
#include <memory>

namespace raquette::viewer {

struct Box;
struct MapOptions;
struct MapScene;
struct MapView;
enum class Land;

/// The map of a window: dragging moves it, the wheel zooms at the cursor, a click asks what is there. While it moves the last picture
/// is shown shifted and scaled; a new one is drawn beside the event loop once it rests.
class MapWidget : public QWidget {
    Q_OBJECT

public:
    explicit MapWidget(QWidget* parent = nullptr);
    ~MapWidget() override;

    void showScene(std::shared_ptr<const MapScene> scene, Land land);
    void setOptions(const MapOptions& options);
    const MapOptions& options() const;
    Land land() const;
    const MapView& view() const;
    /// Shows a box of the plane, with some room around.
    void goTo(const Box& box);
    /// Everything drawn is of the present view: tests and screenshots wait for it.
    bool isSettled() const;

signals:
    /// A place of the land's plane was clicked; `reach` metres around it are under the pointer.
    void clicked(double x, double y, double reach);
    void settled();

protected:
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

    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace raquette::viewer
