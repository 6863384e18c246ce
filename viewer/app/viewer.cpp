#include "viewer/app/viewer.h"

#include "gis/model/error.h"
#include "gis/store/store.h"
#include "viewer/app/main_window.h"

#include <QApplication>
#include <QMessageBox>
#include <array>
#include <cstdio>
#include <exception>
#include <memory>

namespace raquette::viewer {

namespace {

void complain(const std::string& message) {
    std::fprintf(stderr, "%s\n", message.c_str());
    if (QGuiApplication::platformName() != QLatin1String("offscreen")) {
        QMessageBox::critical(nullptr, QStringLiteral("Raquette"), QString::fromStdString(message));
    }
}

/// Qt aborts the program where there is no display; a sentence is better.
bool hasDisplay() {
    return !qEnvironmentVariableIsEmpty("DISPLAY") || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY") ||
           !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM");
}

}  // namespace

int runViewer(const std::filesystem::path& store) {
    if (!hasDisplay()) {
        std::fprintf(stderr,
                     "There is no display to open a window on. Draw the map to a file instead: raquette map STUDY --layer L --to FILE.\n");
        return 1;
    }
    int count = 1;
    std::array<char, 16> name{"raquette-viewer"};
    std::array<char*, 2> arguments{name.data(), nullptr};
    const QApplication application(count, arguments.data());
    try {
        MainWindow window(std::make_shared<const store::StudyState>(store::readStore(store)));
        window.show();
        return QApplication::exec();
    } catch (const std::exception& problem) {
        complain(problem.what());
        return 1;
    }
}

}  // namespace raquette::viewer
