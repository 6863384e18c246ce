#pragma once

class QWidget;

namespace raquette::viewer {

/// A wheel over the field scrolls what is around it: what it says changes only once somebody has gone into it.
void leaveWheelToScrolling(QWidget* field);

}  // namespace raquette::viewer
