#pragma once

#include <QApplication>
#include <QThread>

namespace raquette::test {

/// Lets the event loop run until something holds; false when it does not within a minute: a busy machine under sanitizers
/// needs a good part of it.
template <class Holds>
bool waitUntil(const Holds& holds) {
    constexpr int tries = 6000;
    for (int i = 0; i < tries; ++i) {
        QApplication::processEvents();
        if (holds()) return true;
        QThread::msleep(10);
    }
    return false;
}

/// Until everything asked of a window, map or assistant is worked out and drawn.
template <class Widget>
bool settle(const Widget& widget) {
    return waitUntil([&] { return widget.isSettled(); });
}

}  // namespace raquette::test
