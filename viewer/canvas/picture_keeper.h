#pragma once

#include <QObject>
#include <QPainter>
#include <memory>

namespace raquette::viewer {

struct MapView;
struct PictureWish;

/// The pictures of a map that moves, drawn beside the event loop from values that nobody changes any more, one at a time: what is in view
/// first, then what lies around it, so that a small move finds no blank edge.
class PictureKeeper : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PictureKeeper)

public:
    explicit PictureKeeper(QObject* parent = nullptr);
    ~PictureKeeper() override;

    /// Wants this picture rather than any other asked for before.
    void ask(const PictureWish& wish);
    /// Forgets what it has: it is of another land or plane.
    void forget();
    /// What there is, where it lies in the present view. Sharp when the view has not moved since, shifted and scaled otherwise.
    void paint(QPainter& painter, const MapView& now) const;
    /// Whether what there is fills the present view at about its scale.
    bool covers(const MapView& now) const;
    /// The last picture asked for is there.
    bool isSettled() const;

signals:
    void changed();

private:
    void draw();
    void drawAround();
    void deliver();

    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace raquette::viewer
