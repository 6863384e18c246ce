#include "viewer/sheets/drawing_session.h"

#include <QGuiApplication>
#include <array>

namespace raquette::viewer {

void ensureDrawingSession() {
    if (QCoreApplication::instance()) return;
    qputenv("QT_QPA_PLATFORM", "offscreen");  // without it Qt aborts where there is no display
    static int count = 1;
    static std::array<char, 9> name{"raquette"};
    static std::array<char*, 2> arguments{name.data(), nullptr};
    // Qt talks about the runtime folder of a desktop session, which a server has not and drawing does not need.
    const QtMessageHandler usual = qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString&) {});
    // Never deleted: fonts and pixmaps kept in other statics may outlive any order of destruction we could choose.
    static const QGuiApplication* const session = new QGuiApplication(count, arguments.data());
    static_cast<void>(session);
    qInstallMessageHandler(usual);
}

}  // namespace raquette::viewer
