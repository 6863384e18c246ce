#include "gis/report/page.h"
#include "gis/model/error.h"
#include "gis/report/html.h"
#include "gis/report/outline.h"
#include "gis/report/words.h"
#include "tests/gis/report/page_parts.h"
#include "tests/gis/store/tiny_world.h"
#include "tests/support/files.h"

#include <algorithm>
#include <cmath>

namespace raquette::report {
namespace {

using geometry::PlanePoint;
using model::Language;
using store::test::tinyWorld;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

TEST(Page, SaysTheFindingInBothLanguages) {
    const std::string french = htmlPage(tinyWorld(), Language::French);
    EXPECT_THAT(french, HasSubstr("<html lang=\"fr\">"));
    EXPECT_THAT(french, HasSubstr("<h1>Sans lieu de musiques actuelles de notre liste à moins de 30\u00a0km</h1>"));
    EXPECT_THAT(french, HasSubstr("<strong>800</strong> habitants non couverts, soit 53\u202f% de la population étudiée."));
    EXPECT_THAT(french, HasSubstr("57\u202f% en comptant jusqu’à 25\u00a0km, de 33\u202f% jusqu’à 35\u00a0km"));
    EXPECT_THAT(french, HasSubstr("Non couvert\u00a0: aucun lieu de notre liste à moins de 30\u00a0km"));
    const std::string english = htmlPage(tinyWorld(), Language::English);
    EXPECT_THAT(english, HasSubstr("<html lang=\"en\">"));
    EXPECT_THAT(english, HasSubstr("<h1>No music venue on our list within 30\u00a0km</h1>"));
    EXPECT_THAT(english, HasSubstr("<strong>800</strong> people not covered, 53% of the population studied."));
}

TEST(Page, NeverSaysPersonneNorWordsOfTheTrade) {
    const std::string page = test::markup(htmlPage(tinyWorld(), Language::French));
    for (const char* word : {"ersonne", "ayer", "olygon", "uffer", "olygone"}) EXPECT_THAT(page, Not(HasSubstr(word)));
}

/// Names come from anybody: none may become part of the page's own language.
TEST(Page, EscapesEveryTextOfTheData) {
    store::StudyState world = tinyWorld();
    const std::string evil = store::test::hostileName;
    world.study.title = {evil, evil};
    world.analysis.services[0].service.label = {evil, evil};
    world.analysis.services[0].service.id = evil;
    world.reference.attributions = {evil};
    world.reference.regions[0].name = evil;
    world.reference.departements[0].name = evil;
    world.reference.communes[0].name = evil;
    model::SourceSummary& source = world.dataset.sources[0];
    source.id = source.path = source.contributor = source.licence = source.date = evil;
    world.dataset.issues[0].rule = world.dataset.issues[0].value = evil;
    for (const Language language : {Language::French, Language::English}) {
        const std::string whole = htmlPage(world, language);
        const std::string page = test::markup(whole);
        EXPECT_THAT(page, Not(HasSubstr("alert(1)<")));
        EXPECT_EQ(whole.find("<script>alert"), std::string::npos);
        EXPECT_THAT(page, Not(HasSubstr("&\"'")));
        EXPECT_THAT(page, HasSubstr("&lt;script&gt;alert(1)&lt;/script&gt;&amp;&quot;&#39;"));
    }
}

TEST(Page, AsksNothingOfTheNetwork) {
    const std::string whole = htmlPage(tinyWorld(), Language::French);
    const std::string page = test::markup(whole);
    for (const char* call : {"http:", "https:", " src=", "@import", "<link", "<iframe", "<img"})
        EXPECT_THAT(page, Not(HasSubstr(call))) << call;
    for (const char* call : {"@import", "url(h", "url(/", "url(i", "sourceMappingURL"}) EXPECT_THAT(whole, Not(HasSubstr(call))) << call;
}

TEST(Page, NeverReadsPrivateFields) {
    const std::string page = htmlPage(tinyWorld(), Language::French);
    for (const std::string& secret : {store::test::privateMail, store::test::privatePhone, store::test::privateContact})
        EXPECT_THAT(page, Not(HasSubstr(secret)));
}

TEST(Page, NumbersTieTheMapToTheTable) {
    const std::string page = htmlPage(tinyWorld(), Language::French);
    for (const char* rank : {"1", "2"}) {
        EXPECT_THAT(page, HasSubstr(std::string("<a href=\"#hole-lieux-") + rank + "\">"));
        EXPECT_THAT(page, HasSubstr(std::string("<tr role=\"row\" id=\"hole-lieux-") + rank + "\" data-rank=\"" + rank + "\""));
    }
    EXPECT_THAT(page, HasSubstr("position incertaine"));
}

TEST(Page, SaysWhatExistsAndWhoseMembers) {
    const std::string page = htmlPage(tinyWorld(), Language::French);
    EXPECT_THAT(page, HasSubstr("3\u00a0lieux ou acteurs de notre liste sont placés sur la carte. 1 adhérents du réseau, 1 hors réseau, 1 "
                                "non précisés (33\u202f%)."));
    EXPECT_THAT(page, HasSubstr("<th role=\"rowheader\" scope=\"row\">Auvergne-Rhône-Alpes</th>"));
    EXPECT_THAT(page, HasSubstr("<th role=\"rowheader\" scope=\"row\">Le Fil</th>"
                                "<td role=\"cell\" class=\"told\" data-label=\"Commune\">Saint-Étienne-sur-Ain</td>"
                                "<td role=\"cell\" class=\"told\" data-label=\"Fonctions\">Diffusion, Résidence</td>"));
}

TEST(Page, CannotLeaveCompletenessOut) {
    store::StudyState world = tinyWorld();
    EXPECT_THAT(htmlPage(world, Language::French), HasSubstr("3 réponses sur 5 structures interrogées."));
    world.analysis.completenessStated = false;
    EXPECT_THAT(htmlPage(world, Language::French), HasSubstr("Complétude non précisée"));
}

TEST(Page, StandsWithoutHolesProvidersPeopleOrLand) {
    store::StudyState world = tinyWorld();
    world.analysis.services[0] = {};
    world.analysis.services[0].service.id = "rien";
    EXPECT_THAT(htmlPage(world, Language::French), HasSubstr("Aucune zone non couverte."));
    EXPECT_THAT(htmlPage(store::StudyState{}, Language::English), HasSubstr("This study looks for nothing yet."));
}

TEST(Page, IsWrittenWholeOrNotAtAll) {
    const TemporaryFolder folder;
    writeHtmlPage(tinyWorld(), Language::French, folder / "page.html");
    EXPECT_EQ(bytesOf(folder / "page.html"), htmlPage(tinyWorld(), Language::French));
    EXPECT_THROW(writeHtmlPage(tinyWorld(), Language::French, "/proc/page.html"), model::Error);
    EXPECT_THAT(folder.names(), ElementsAre("page.html"));
}

TEST(Escaped, ControlCharactersAreDropped) {
    EXPECT_EQ(escaped("a\x01\x1b"
                      "b\n<c>"),
              "ab\n&lt;c&gt;");
}

TEST(InSentence, LowersAWordButNotAnAcronym) {
    EXPECT_EQ(inSentence("Lieu"), "lieu");
    EXPECT_EQ(inSentence("SMAC"), "SMAC");
    EXPECT_EQ(inSentence("Équipement"), "équipement");
    EXPECT_EQ(inSentence("à louer"), "à louer");
    EXPECT_EQ(inSentence(""), "");
}

TEST(Simplified, DropsOnlyPointsThatDoNotMatter) {
    const std::vector<PlanePoint> ring{{0, 0}, {5, 0.1}, {10, 0}, {10, 10}, {5, 12}, {0, 10}, {0, 0}};
    EXPECT_THAT(simplified(ring, 0.25), ElementsAre(PlanePoint{0, 0}, PlanePoint{10, 0}, PlanePoint{10, 10}, PlanePoint{5, 12},
                                                    PlanePoint{0, 10}, PlanePoint{0, 0}));
}

TEST(Simplified, StaysWithinTheToleranceOfACircle) {
    std::vector<PlanePoint> circle;
    for (int i = 0; i <= 512; ++i) circle.push_back({100 * std::cos(i * M_PI / 256), 100 * std::sin(i * M_PI / 256)});
    circle.back() = circle.front();
    const std::vector<PlanePoint> few = simplified(circle, 0.25);
    EXPECT_LT(few.size(), 80U);
    for (std::size_t i = 0; i + 1 < few.size(); ++i) {
        const double sagitta = 100 - std::hypot((few[i].x + few[i + 1].x) / 2, (few[i].y + few[i + 1].y) / 2);
        EXPECT_LE(sagitta, 0.26);
    }
}

}  // namespace
}  // namespace raquette::report
