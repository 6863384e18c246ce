#include "viewer/app/viewer.h"

#include "gis/data_folder.h"
#include "viewer/app/appearance.h"
#include "viewer/app/desk.h"

#include <QApplication>
#include <QIcon>
#include <array>
#include <cstdio>

namespace raquette::viewer {

namespace {

/// Qt aborts the program where there is no display; a sentence is better.
bool hasDisplay() {
    return !qEnvironmentVariableIsEmpty("DISPLAY") || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY") ||
           !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM");
}

}  // namespace

int runViewer(const std::optional<std::filesystem::path>& path) {
    if (!hasDisplay()) {
        std::fprintf(stderr,
                     "There is no display to open a window on. Draw the map to a file instead: raquette map STUDY --layer L --to FILE.\n");
        return 1;
    }
    int count = 1;
    std::array<char, 16> name{"raquette-viewer"};
    std::array<char*, 2> arguments{name.data(), nullptr};
    const QApplication application(count, arguments.data());
    QCoreApplication::setOrganizationName(QStringLiteral("raquette"));
    QCoreApplication::setApplicationName(QStringLiteral("raquette"));
    const QString icon = QString::fromStdString((dataFolder() / "desktop" / "raquette.svg").string());
    QGuiApplication::setDesktopFileName(QStringLiteral("raquette"));
    QGuiApplication::setWindowIcon(QIcon::fromTheme(QStringLiteral("raquette"), QIcon(icon)));
    applyAppearance();
    Desk desk;
    QObject::connect(&desk, &Desk::failed, [](const QString& problem) { std::fprintf(stderr, "%s\n", qUtf8Printable(problem)); });
    desk.start();
    if (path) desk.open(QString::fromStdString(path->string()));
    return QApplication::exec();
}

}  // namespace raquette::viewer
