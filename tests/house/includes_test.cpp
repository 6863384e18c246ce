#include "tests/house/includes.h"
#include "tests/support/files.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

namespace raquette::house {
namespace {

namespace fs = std::filesystem;

struct Refused {
    const char* file;
    const char* line;

    friend void PrintTo(const Refused& refused, std::ostream* out) { *out << refused.file << " " << refused.line; }
};

class RefusedInclude : public testing::TestWithParam<Refused> {};

TEST_P(RefusedInclude, isSeen) {
    const auto [file, line] = GetParam();
    EXPECT_THAT(includeBreaches(file, std::string("#pragma once\n") + line + "\n"), testing::SizeIs(1)) << file << ": " << line;
}

INSTANTIATE_TEST_SUITE_P(
    EachRoom, RefusedInclude,
    testing::Values(
        Refused{"gis/analysis/gaps.cpp", "#include \"ingest/ingest.h\""},
        Refused{"gis/store/store.cpp", "#include \"viewer/sheets/sheet.h\""},
        Refused{"gis/model/unit.cpp", "#include \"gis/store/store.h\""}, Refused{"ingest/ingest.cpp", "#include \"cli/options.h\""},
        Refused{"viewer/map/scene.cpp", "#include \"ingest/ingest.h\""}, Refused{"viewer/app/window.h", "#include \"ingest/ingest.h\""},
        Refused{"viewer/contributions/board.cpp", "#include \"ingest/ingest.h\""},
        Refused{"viewer/sheets/legend.cpp", "#include \"viewer/text/words.h\""},
        Refused{"viewer/app/window.cpp", "#include \"cli/options.h\""}, Refused{"cli/run.cpp", "#include <QGuiApplication>"},
        Refused{"gis/report/page.cpp", "  #  include <QString>"}, Refused{"cli/run.cpp", "#include <gdal_priv.h>"},
        Refused{"gis/geometry/wkb.cpp", "#include <ogr_geometry.h>"}, Refused{"gis/store/gdal_room.h", "#include <cpl_conv.h>"},
        Refused{"gis/analysis/overlay.cpp", "#include <geos_c.h>"}, Refused{"gis/geometry/overlay.h", "#include <geos_c.h>"},
        Refused{"ingest/reference.cpp", "#include <proj.h>"}, Refused{"gis/analysis/people.cpp", "#include <GeographicLib/Geodesic.hpp>"},
        Refused{"gis/store/sqlite.h", "#include <sqlite3.h>"}, Refused{"ingest/study_file.cpp", "#include <toml++/toml.h>"},
        Refused{"gis/analysis/siting/prices.cpp", "#include <coin/Cbc_C_Interface.h>"},
        Refused{"gis/store/export.cpp", "#include <xlsxwriter.h>"}, Refused{"cli/main.cpp", "#include <CLI/CLI.hpp>"},
        Refused{"gis/text/numbers.cpp", "#include \"tests/support.h\""}));

TEST(Includes, areFreeWithinTheirRooms) {
    EXPECT_THAT(includeBreaches("gis/store/store.cpp", "#include <gdal.h>\n#include \"gis/model/study.h\"\n#include <vector>"),
                testing::IsEmpty());
    EXPECT_THAT(includeBreaches("gis/geometry/overlay.cpp", "#include <geos_c.h>"), testing::IsEmpty());
    EXPECT_THAT(includeBreaches("viewer/map/scene.h", "#include <QPainter>"), testing::IsEmpty());
    EXPECT_THAT(includeBreaches("viewer/app/main.cpp", "#include \"ingest/ingest.h\""), testing::IsEmpty());
    EXPECT_THAT(includeBreaches("viewer/contributions/board.cpp", "#include \"ingest/contributions/merge.h\""), testing::IsEmpty());
    EXPECT_THAT(includeBreaches("cli/pipeline.cpp", "#include \"viewer/sheets/sheet.h\"\n#include \"ingest/ingest.h\""),
                testing::IsEmpty());
    EXPECT_THAT(includeBreaches("gis/x.cpp", "// #include <QString>\nconst char* s = \"#include <geos_c.h>\";"), testing::IsEmpty());
}

TEST(Includes, nameFileLineAndRule) {
    EXPECT_THAT(includeBreaches("gis/analysis/gaps.cpp", "#include <vector>\n\n#include <geos_c.h>\n"),
                testing::ElementsAre(Breach{"gis/analysis/gaps.cpp", 3, "geos_c.h", "GEOS only in gis/geometry/"}));
}

bool isSource(const fs::path& path) {
    return path.extension() == ".cpp" || path.extension() == ".h";
}

std::vector<fs::path> sources() {
    std::vector<fs::path> files;
    for (const char* room : {"gis", "ingest", "viewer", "cli", "tests"}) {
        for (const auto& entry : fs::recursive_directory_iterator(sourceFolder() / room)) {
            if (entry.is_regular_file() && isSource(entry.path())) files.push_back(entry.path());
        }
    }
    return files;
}

std::string textOf(const fs::path& path) {
    std::ostringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    return text.str();
}

std::string fromRoot(const fs::path& path) {
    return path.lexically_relative(sourceFolder()).generic_string();
}

TEST(House, everyFileKeepsToItsRoom) {
    const auto files = sources();
    ASSERT_GT(files.size(), 50U) << "the sources were not found";
    for (const fs::path& path : files) {
        for (const Breach& breach : includeBreaches(fromRoot(path), textOf(path))) {
            ADD_FAILURE() << breach.file << ":" << breach.line << ": #include " << breach.header << ": " << breach.rule;
        }
    }
}

TEST(House, everyHeaderIsReadOnce) {
    for (const fs::path& path : sources()) {
        if (path.extension() != ".h") continue;
        EXPECT_THAT(textOf(path), testing::StartsWith("#pragma once\n")) << fromRoot(path);
    }
}

/// Sheets, pages, cards and commands cannot tell what they never read: private fields are known where lists are read and where the store
/// is written, and nowhere else. `log --person` reads them through ingest.
TEST(House, privateFieldsAreReadNowhereElse) {
    for (const fs::path& path : sources()) {
        const std::string file = fromRoot(path);
        const bool theirs = file.starts_with("ingest/") || file.starts_with("tests/") || file == "gis/model/actor.h" ||
                            file == "gis/store/record_layers.cpp";
        if (theirs) continue;
        EXPECT_THAT(textOf(path), testing::Not(testing::HasSubstr("privateFields"))) << file;
    }
}

/// A file holds one thing: about 100 lines, rarely over 300. The longest are told; over 500 is refused.
TEST(House, filesAreShort) {
    for (const fs::path& path : sources()) {
        const std::string text = textOf(path);
        const auto lines = std::ranges::count(text, '\n');
        if (lines > 300) std::cout << fromRoot(path) << ": " << lines << " lines\n";
        EXPECT_LE(lines, 500) << fromRoot(path);
    }
}

}  // namespace
}  // namespace raquette::house
