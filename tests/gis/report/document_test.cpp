#include "gis/report/leaflet.h"
#include "gis/report/page.h"
#include "gis/report/policy.h"
#include "gis/report/script.h"
#include "tests/gis/report/page_parts.h"
#include "tests/gis/store/tiny_world.h"

#include <nlohmann/json.hpp>

namespace raquette::report {
namespace {

using model::Language;
using store::test::tinyWorld;
using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;
using testing::StartsWith;

TEST(Policy, NamesATextByItsDigest) {
    // Known from elsewhere: printf 'alert(1)' | openssl dgst -sha256 -binary | base64
    EXPECT_THAT(contentPolicy({"alert(1)"}, {}), HasSubstr("script-src 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"));
    EXPECT_THAT(contentPolicy({}, {}), StartsWith("default-src 'none'; script-src 'none'; style-src 'none'; "));
}

TEST(Document, AllowsItsOwnScriptsAndNothingOfTheNetwork) {
    const std::string page = htmlPage(tinyWorld(), Language::French);
    const std::string policy = test::policy(page);
    EXPECT_THAT(policy, StartsWith("default-src 'none'; "));
    for (const char* open : {"http", "unsafe", "*", "'self'"}) EXPECT_THAT(policy, Not(HasSubstr(open))) << open;
    for (const std::string& script : test::scripts(page)) {
        const std::string alone = contentPolicy({script}, {});
        const std::size_t at = alone.find("'sha256-");
        EXPECT_THAT(policy, HasSubstr(alone.substr(at, alone.find("; style", at) - at))) << "a browser would refuse it";
    }
    EXPECT_LT(page.find("Content-Security-Policy"), page.find("<style>")) << "before what it rules";
}

TEST(Document, CarriesLeafletWithItsLicenceWhereItWasThere) {
    const std::string page = htmlPage(tinyWorld(), Language::French);
    if (leafletScript().empty()) {
        EXPECT_THAT(test::scripts(page), SizeIs(1)) << "tables are sorted all the same";
        return;
    }
    EXPECT_THAT(test::scripts(page), SizeIs(3));
    EXPECT_THAT(page, HasSubstr("Copyright (c) 2010-2019 Vladimir Agafonkin"));
    EXPECT_THAT(page, HasSubstr("<div class=\"still\"><div class=\"map\"><svg")) << "the drawn map stays, for paper and without scripts";
}

TEST(Document, ScriptsNeverMakeHtmlOfData) {
    for (const char* file : {"page.js", "map.js"}) {
        const std::string script = pageFile(file);
        for (const char* way : {"innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "fetch(", "XMLHttpRequest"})
            EXPECT_THAT(script, Not(HasSubstr(way))) << file;
    }
}

TEST(Document, IsWalkedByKeyboardAndBySections) {
    const std::string page = htmlPage(tinyWorld(), Language::English);
    EXPECT_THAT(page, HasSubstr("<a class=\"skip\" href=\"#content\">Skip to the content</a>"));
    for (const char* part : {"<header>", "<main id=\"content\"", "<footer>", "<caption"}) EXPECT_THAT(page, HasSubstr(part));
}

/// A name may try to end the script it is carried in, or to open a comment that swallows what follows.
TEST(JsonIsland, NoTextEndsIt) {
    const nlohmann::json data{{"name", "</script><script>alert(1)</script><!-- ]]> \u2028 \" ' &"}};
    const std::string island = jsonIsland("x", data.dump(-1, ' ', true));
    EXPECT_EQ(island.find("</script>"), island.size() - std::string("</script>\n").size());
    EXPECT_THAT(island, Not(HasSubstr("<!--")));
    EXPECT_THAT(island, Not(HasSubstr("\u2028")));
    EXPECT_EQ(nlohmann::json::parse(test::island(island, "x")), data);
}

TEST(ScriptWords, AreThereInBothLanguages) {
    for (const Language language : {Language::French, Language::English}) {
        const auto words = nlohmann::json::parse(test::island(htmlPage(tinyWorld(), language), "page-words"));
        EXPECT_EQ(words.at("language"), language == Language::French ? "fr" : "en");
        EXPECT_EQ(words.at("close"), language == Language::French ? "Fermer" : "Close");
        // Each word a script asks for is among them.
        for (const char* file : {"page.js", "map.js"}) {
            const std::string script = pageFile(file);
            for (std::size_t at = script.find("words[\""); at != std::string::npos; at = script.find("words[\"", at + 1)) {
                const std::string key = script.substr(at + 7, script.find('"', at + 7) - at - 7);
                EXPECT_TRUE(words.contains(key)) << key;
            }
        }
    }
}

}  // namespace
}  // namespace raquette::report
