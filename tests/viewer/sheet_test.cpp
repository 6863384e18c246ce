#include "viewer/sheets/sheet.h"

#include "gis/model/error.h"
#include "tests/support/files.h"
#include "tests/viewer/world.h"
#include "viewer/sheets/page_bytes.h"

#include <sys/resource.h>
#include <QImage>
#include <QPainter>
#include <csignal>
#include <map>
#include <regex>

namespace raquette::viewer {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::ThrowsMessage;

class SheetFile : public testing::Test {
protected:
    model::MapRequest request(const std::string& name, const std::string& layer = "gaps:lieux") const {
        model::MapRequest out;
        out.layer = layer;
        out.path = folder_ / name;
        out.size = "900x640";
        return out;
    }

    TemporaryFolder folder_;
};

TEST_F(SheetFile, APngHasTheAskedSizeAndItsFootIsNotBlank) {
    writeSheet(test::twoSquares(), request("trous.png"), model::Language::French);
    const QImage image(QString::fromStdString((folder_ / "trous.png").string()));
    ASSERT_EQ(image.size(), QSize(900, 640));
    int inked = 0;
    for (int y = 580; y < 640; ++y) {
        for (int x = 0; x < 900; ++x) inked += qGray(image.pixel(x, y)) < 160 ? 1 : 0;
    }
    EXPECT_GT(inked, 500) << "sources, method, completeness and date cannot be left out";
}

TEST_F(SheetFile, APdfIsOnePageOfVectors) {
    writeSheet(test::crowded(30), request("trous.pdf"), model::Language::French);
    const std::string pdf = bytesOf(folder_ / "trous.pdf");
    EXPECT_THAT(pdf, testing::StartsWith("%PDF-"));
    EXPECT_THAT(pdf, Not(HasSubstr("/Subtype /Image")));
    std::size_t pages = 0;
    for (std::size_t at = pdf.find("/Type /Page "); at != std::string::npos; at = pdf.find("/Type /Page ", at + 1)) ++pages;
    EXPECT_EQ(pages, 1U);
}

/// Points across and down.
const std::map<Paper, std::pair<int, int>>& papersInPoints() {
    static const std::map<Paper, std::pair<int, int>> points{
        {Paper::A4, {842, 595}}, {Paper::A4Portrait, {595, 842}}, {Paper::A3, {1191, 842}}, {Paper::A3Portrait, {842, 1191}}};
    return points;
}

TEST_F(SheetFile, EachPaperIsThePageOfItsPdf) {
    for (const Paper paper : papers) {
        writeSheet(test::crowded(30), request("trous.pdf"), model::Language::French, paper);
        const std::string pdf = bytesOf(folder_ / "trous.pdf");
        const auto [across, down] = papersInPoints().at(paper);
        static const std::regex box(R"(/MediaBox \[ *0 0 ([0-9.]+) ([0-9.]+) *\])");
        std::smatch found;
        ASSERT_TRUE(std::regex_search(pdf, found, box)) << name(paper);
        EXPECT_NEAR(std::stod(found[1]), across, 1) << name(paper);
        EXPECT_NEAR(std::stod(found[2]), down, 1) << name(paper);
    }
}

TEST_F(SheetFile, PicturesWithoutASizeOfTheirOwnAreAsLargeAsThePaper) {
    constexpr double pointsPerMetre = 72 / 0.0254;
    for (const Paper paper : papers) {
        const auto [across, down] = papersInPoints().at(paper);
        model::MapRequest asked = request("trous.png");
        asked.size.clear();
        writeSheet(test::twoSquares(), asked, model::Language::English, paper);
        const QImage image(QString::fromStdString(asked.path.string()));
        EXPECT_NEAR(image.width() * pointsPerMetre / image.dotsPerMeterX(), across, 1) << name(paper);
        EXPECT_NEAR(image.height() * pointsPerMetre / image.dotsPerMeterY(), down, 1) << name(paper);
        asked.path.replace_extension(".svg");
        writeSheet(test::twoSquares(), asked, model::Language::English, paper);
        const std::string svg = bytesOf(asked.path);
        static const std::regex size(R"(<svg width="([0-9.]+)mm" height="([0-9.]+)mm")");
        std::smatch found;
        ASSERT_TRUE(std::regex_search(svg, found, size)) << svg.substr(0, 200);
        EXPECT_NEAR(std::stod(found[1]) * pointsPerMetre / 1000, across, 1) << name(paper);
        EXPECT_NEAR(std::stod(found[2]) * pointsPerMetre / 1000, down, 1) << name(paper);
    }
}

TEST_F(SheetFile, AStudyNamesItsPaper) {
    model::MapRequest asked = request("trous.pdf");
    asked.size = "a3-portrait";
    writeSheet(test::twoSquares(), asked, model::Language::French);
    static const std::regex box(R"(/MediaBox \[ *0 0 842)");
    EXPECT_TRUE(std::regex_search(bytesOf(folder_ / "trous.pdf"), box));
}

TEST(Papers, AreKnownByTheirNames) {
    for (const Paper paper : papers) EXPECT_EQ(paperNamed(name(paper)), paper);
    for (const char* unknown : {"", "A4", "a5", "a4-landscape"}) EXPECT_EQ(paperNamed(unknown), std::nullopt) << unknown;
}

TEST_F(SheetFile, AnSvgNeedsNoFontNoClipAndNoPicture) {
    writeSheet(test::twoSquares(), request("trous.svg"), model::Language::French);
    const std::string svg = bytesOf(folder_ / "trous.svg");
    EXPECT_THAT(svg, HasSubstr("<svg"));
    EXPECT_THAT(svg, Not(HasSubstr("<text")));
    EXPECT_THAT(svg, Not(HasSubstr("<image")));
    EXPECT_THAT(svg, Not(HasSubstr("url(#pattern")));
    EXPECT_THAT(svg, HasSubstr("notre liste")) << "the title for those who search or hear it";
}

TEST_F(SheetFile, EveryLayerIsDrawnInBothLanguages) {
    store::StudyState state = test::twoSquares();
    model::Actor actor = state.dataset.venues.front();
    actor.id = "label";
    actor.place.position = geometry::LonLat{2.4, 46.4};
    state.dataset.actors = {actor};
    model::Link link;
    link.parties = {"Le Fil", "Un label"};
    link.partyIds = {"le-fil", "label"};
    link.intensity = model::Intensity::Triple;
    state.dataset.links = {link};
    model::Contract contract;
    contract.title = "Contrat de filière";
    contract.scope = {{model::Level::Region, "84"}};
    state.dataset.contracts = {contract};
    for (const char* layer :
         {"gaps:lieux", "coverage:lieux", "venues", "actors", "records", "records+contracts+links", "links", "contracts",
          "territories:region", "indicators:lieux:covered_share:departement", "indicators:lieux:nearest_km:departement",
          "indicators:lieux:accessibility:departement", "indicators:lieux:opportunities:departement"}) {
        for (const auto language : {model::Language::French, model::Language::English}) {
            EXPECT_NO_THROW(writeSheet(state, request("carte.png", layer), language)) << layer;
        }
    }
}

TEST_F(SheetFile, MinutesAreDrawnOnPaperLargeAndSmall) {
    for (const auto language : {model::Language::French, model::Language::English}) {
        for (const char* size : {"a4", "a3-portrait", "480x480"}) {
            model::MapRequest asked = request("minutes.png", "indicators:lieux:nearest_min:departement");
            asked.size = size;
            EXPECT_NO_THROW(writeSheet(test::timed(), asked, language)) << size;
        }
    }
}

/// What a page's streams say, unpacked.
std::string contentOf(const QByteArray& pdf) {
    std::string content;
    const QByteArray begins("stream\n");
    for (qsizetype at = pdf.indexOf(begins); at >= 0; at = pdf.indexOf(begins, at + 1)) {
        const QByteArray room("\0\x10\0\0", 4);  // what qUncompress wants to hear first: a guess at the size
        content += qUncompress(room + pdf.mid(at + begins.size(), pdf.indexOf("endstream", at) - at - begins.size())).toStdString();
    }
    return content;
}

/// Qt writes nine figures of each.
TEST_F(SheetFile, APdfSaysCoordinatesToAHundredth) {
    const auto paint = [](QPainter& painter) { painter.drawEllipse(QPointF(100.123456, 50.987654), 30.555555, 20.444444); };
    const std::string content = contentOf(pdfOf(paint, QSizeF(200, 100), Paper::A4, QStringLiteral("essai")));
    EXPECT_THAT(content, testing::ContainsRegex("9169\\.14 5056\\.45 m"));
    EXPECT_THAT(content, testing::ContainsRegex(" c[ \n]")) << "a curve stays one";
    EXPECT_THAT(content, Not(testing::ContainsRegex("[0-9]\\.[0-9][0-9][0-9]+ [mlc][ \n]")));
}

TEST_F(SheetFile, WhoDrawsFiguresIsWarnedOfWhatMisleads) {
    const store::StudyState state = test::twoSquares();
    EXPECT_THAT(writeSheet(state, request("carte.png", "indicators:lieux:covered_share:departement"), model::Language::French),
                testing::Contains(HasSubstr("classes sont vides")))
        << "two départements in five classes";
    EXPECT_THAT(writeSheet(state, request("trous.png"), model::Language::French), testing::IsEmpty()) << "holes are in no classes";
}

TEST_F(SheetFile, WhatCannotBeDrawnIsRefusedAndLeavesNothing) {
    const store::StudyState state = test::twoSquares();
    const auto drawing = [&](model::MapRequest asked) { return [&state, asked] { writeSheet(state, asked, model::Language::French); }; };
    EXPECT_THAT(drawing(request("trous.jpg")), ThrowsMessage<model::Error>(HasSubstr(".png, .svg or .pdf")));
    EXPECT_THAT(drawing(request("trous.png", "gaps:nothing")), ThrowsMessage<model::Error>(HasSubstr("gaps:nothing")));
    for (const char* size : {"0x0", "900", "axb", "900x", "-900x640", "999999x999999"}) {
        model::MapRequest asked = request("trous.png");
        asked.size = size;
        EXPECT_THAT(drawing(asked), ThrowsMessage<model::Error>(HasSubstr("WIDTHxHEIGHT"))) << size;
    }
    EXPECT_THAT(drawing(request("no/such/folder/trous.png")), ThrowsMessage<model::Error>(HasSubstr("cannot be written")));
    EXPECT_EQ(folder_.names().size(), 0U);
}

TEST_F(SheetFile, AFullDiskLeavesThePreviousMapAsItWas) {
    writeSheet(test::allCovered(), request("trous.pdf"), model::Language::French);
    const std::string before = bytesOf(folder_ / "trous.pdf");
    rlimit usual{};
    ::getrlimit(RLIMIT_FSIZE, &usual);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit small{4096, usual.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &small);
    EXPECT_THAT([&] { writeSheet(test::twoSquares(), request("trous.pdf"), model::Language::French); },
                ThrowsMessage<model::Error>(HasSubstr("cannot be written")));
    ::setrlimit(RLIMIT_FSIZE, &usual);
    std::signal(SIGXFSZ, handler);
    EXPECT_EQ(bytesOf(folder_ / "trous.pdf"), before);
    EXPECT_EQ(folder_.names().size(), 1U);
}

}  // namespace
}  // namespace raquette::viewer
