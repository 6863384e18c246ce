#include "ingest/contributions/form.h"

#include "gis/model/error.h"
#include "tests/support/files.h"

#include <gmock/gmock.h>

namespace raquette::ingest {
namespace {

using model::Language;
using ::testing::HasSubstr;
using ::testing::ThrowsMessage;

const FieldState fields{{{"fil", "name"}, "Le Fil"}, {{"fil", "capacity"}, "900"}, {{"fil", "email"}, "jeanne@exemple.fr"}};

TEST(Form, ShowsWhatIsSaidButWhatIsPrivate) {
    const TemporaryFolder folder;
    writeForm(fields, {"fil"}, folder / "fiche.xlsx", Language::French);
    const std::string bytes = folder.read("fiche.xlsx");
    EXPECT_GT(bytes.size(), 1000U);
    EXPECT_THAT([&] { readForm(folder / "fiche.xlsx", Language::French); },
                ThrowsMessage<model::Error>(HasSubstr("nothing was corrected")));
    EXPECT_THAT([&] { writeForm(fields, {"phil"}, folder / "x.xlsx", Language::French); },
                ThrowsMessage<model::Error>(HasSubstr("“phil”")));
    EXPECT_FALSE(std::filesystem::exists(folder / "x.xlsx"));
}

/// As a spreadsheet program gives it back, saved as CSV.
TEST(Form, WhatWasCorrectedIsReadAgainstWhatItShowed) {
    const TemporaryFolder folder;
    folder.write("fiche.csv",
                 "fiche;code;champ;ce que dit l’étude;votre correction\nfil;name;Nom;Le Fil;\nfil;capacity;Jauge;900;1 200\n"
                 "fil;closed;Fermeture;;2026-06\n");
    const std::vector<model::FieldChange> changes = readForm(folder / "fiche.csv", Language::French);
    ASSERT_EQ(changes.size(), 2U);
    EXPECT_EQ(changes[0], (model::FieldChange{"fil", "capacity", "900", "1 200"}));
    EXPECT_EQ(changes[1], (model::FieldChange{"fil", "closed", "", "2026-06"}));
}

TEST(Form, AnotherTableOrASpoiltOneIsRefused) {
    const TemporaryFolder folder;
    folder.write("liste.csv", "nom;ville\nLe Fil;Saint-Étienne\n");
    EXPECT_THAT([&] { readForm(folder / "liste.csv", Language::French); }, ThrowsMessage<model::Error>(HasSubstr("no form of Raquette")));
    folder.write("fiche.csv", "fiche;code;champ;ce que dit l’étude;votre correction\nfil;email;Courriel;;x@exemple.fr\n");
    EXPECT_THAT([&] { readForm(folder / "fiche.csv", Language::French); }, ThrowsMessage<model::Error>(HasSubstr("row 2")));
}

}  // namespace
}  // namespace raquette::ingest
