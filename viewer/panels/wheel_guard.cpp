#include "viewer/panels/wheel_guard.h"

#include <QEvent>
#include <QWidget>

namespace raquette::viewer {

namespace {

class WheelGuard : public QObject {
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        const auto* field = qobject_cast<QWidget*>(watched);
        if (event->type() != QEvent::Wheel || !field || field->hasFocus()) return false;
        event->ignore();  // the scrolled area around takes it
        return true;
    }
};

}  // namespace

void leaveWheelToScrolling(QWidget* field) {
    field->setFocusPolicy(Qt::StrongFocus);  // the wheel alone does not go into it
    field->installEventFilter(new WheelGuard(field));
}

}  // namespace raquette::viewer
