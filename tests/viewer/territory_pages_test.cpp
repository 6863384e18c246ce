#include "viewer/sheets/territory_pages.h"

#include "gis/model/error.h"
#include "tests/support/files.h"
#include "tests/viewer/world.h"
#include "viewer/sheets/bookmarks.h"
#include "viewer/sheets/page_bytes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <QProcess>

namespace raquette::viewer {
namespace {

using model::Language;
using model::Level;
using testing::ElementsAre;
using testing::HasSubstr;

/// What another program reads in a PDF: its text and its list of pages, as XML.
std::string read(const std::filesystem::path& pdf) {
    QProcess program;
    program.start(QStringLiteral("pdftohtml"),
                  {QStringLiteral("-xml"), QStringLiteral("-i"), QStringLiteral("-stdout"), QString::fromStdString(pdf.string())});
    program.waitForFinished();
    return program.readAllStandardOutput().toStdString();
}

store::StudyState world() {
    store::StudyState state = test::twoSquares();
    state.analysis = analysis::analyse(state.study, state.reference, state.dataset);
    return state;
}

TEST(Atlas, HasThePageOfEveryTerritoryByNameAndABookmarkThatLeadsToIt) {
    const TemporaryFolder folder;
    const store::StudyState state = world();
    std::vector<std::size_t> told;
    const std::size_t pages = writeAtlas(state, Level::Departement, 0, Language::French, folder / "atlas.pdf",
                                         [&](std::size_t done, std::size_t) { told.push_back(done); });
    EXPECT_EQ(pages, 2U);
    EXPECT_THAT(told, ElementsAre(0U, 1U));
    const std::string seen = read(folder / "atlas.pdf");
    EXPECT_THAT(seen, HasSubstr("<item page=\"1\">Loire</item>"));
    EXPECT_THAT(seen, HasSubstr("<item page=\"2\">Puy-de-Dôme</item>"));
    EXPECT_THAT(seen, HasSubstr("page number=\"2\""));
    EXPECT_EQ(seen.find("page number=\"3\""), std::string::npos);
    EXPECT_LT(seen.find("Loire : ce qui est là"), seen.find("Puy-de-Dôme : ce qui est là"));
}

TEST(Atlas, TellsCommunesWithTheirDepartement) {
    const TemporaryFolder folder;
    writeAtlas(world(), Level::Commune, std::nullopt, Language::English, folder / "atlas.pdf");
    EXPECT_THAT(read(folder / "atlas.pdf"), HasSubstr(" (42)</item>"));
}

TEST(Atlas, IsNotThereWhenItCannotBeWhole) {
    const TemporaryFolder folder;
    const store::StudyState state = world();
    const auto write = [&](const char* name, Level level, const AtlasWatch& watch = {}) {
        writeAtlas(state, level, 0, Language::French, folder / name, watch);
    };
    EXPECT_THROW(write("atlas.png", Level::Departement), model::Error);
    EXPECT_THROW(write("atlas.pdf", Level::Epci), model::Error) << "this reference has none";
    EXPECT_THROW(write("atlas.pdf", Level::Departement,
                       [](std::size_t done, std::size_t) {
                           if (done == 1) throw model::Error("stopped");
                       }),
                 model::Error);
    EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST(Bookmarks, HoldAnyNameAndAreAsManyAsThePages) {
    const TemporaryFolder folder;
    const auto paint = [](QPainter& painter, std::size_t page) { painter.drawLine(0, 0, 10, 10 + static_cast<int>(page)); };
    const QByteArray pdf = pdfOf(paint, 3, QSizeF(100, 100), Paper::A4Portrait, QStringLiteral("Essai"));
    const std::vector<std::string> names{"L’Haÿ-les-Roses (94)", "(\\) <Œuf>", ""};
    const QByteArray marked = withBookmarks(pdf, names, "fr");
    folder.write("marked.pdf", marked.toStdString());
    const std::string seen = read(folder / "marked.pdf");
    EXPECT_THAT(seen, HasSubstr("<item page=\"1\">L’Haÿ-les-Roses (94)</item>"));
    EXPECT_THAT(seen, HasSubstr("<item page=\"2\">(\\) &lt;Œuf&gt;</item>"));
    EXPECT_THROW(withBookmarks(pdf, {"one"}, "fr"), model::Error);
    EXPECT_THROW(withBookmarks("no PDF", {"one"}, "fr"), model::Error);
}

}  // namespace
}  // namespace raquette::viewer
