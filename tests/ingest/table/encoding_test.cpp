#include "ingest/table/encoding.h"

#include "gis/model/error.h"
#include "ingest/table/text_file.h"

namespace raquette::ingest {
namespace {

// One sentence in the bytes each program writes.
const std::string sentence = "Théâtre de l’Œuvre;Fête à Nîmes;ça coûte 5 €;ÉCOLE;Noël naïf;Forêt où l’on chante";
const std::string windows =
    "Th\xE9\xE2tre de l\x92\x8Cuvre;F\xEAte \xE0 N\xEEmes;\xE7"
    "a co\xFBte 5 \x80;\xC9"
    "COLE;No\xEBl na\xEF"
    "f;For\xEAt o\xF9 l\x92on chante";
const std::string macintosh =
    "Th\x8E\x89tre de l\xD5\xCEuvre;F\x90te \x88 N\x94mes;\x8D"
    "a co\x9Ete 5 \xDB;\x83"
    "COLE;No\x91l na\x95"
    "f;For\x90t o\x9D l\xD5on chante";

TEST(Encoding, TheOneThatReadsFrenchIsGuessed) {
    EXPECT_EQ(decodeText(windows, "f").text, sentence);
    EXPECT_EQ(decodeText(windows, "f").encoding, "windows-1252");
    EXPECT_EQ(decodeText(macintosh, "f").text, sentence);
    EXPECT_EQ(decodeText(macintosh, "f").encoding, "macroman");
    EXPECT_EQ(decodeText("c\xBDur en f\xEAte;5 \xA4", "f").text, "cœur en fête;5 €") << "ISO-8859-15";
    EXPECT_EQ(decodeText("Th\x82\x83tre;for\x88t;\x90"
                         "COLE",
                         "f")
                  .text,
              "Théâtre;forêt;ÉCOLE")
        << "DOS";
}

TEST(Encoding, OneLetterIsEnough) {
    EXPECT_EQ(decodeText("caf\xE9", "f").text, "café");
    EXPECT_EQ(decodeText("caf\x8E", "f").text, "café");
    EXPECT_EQ(decodeText("\xC9glise", "f").text, "Église");
    EXPECT_EQ(decodeText("\x83glise", "f").text, "Église");
    EXPECT_EQ(decodeText("f\xEAte", "f").text, "fête");
    EXPECT_EQ(decodeText("f\x90te", "f").text, "fête");
    EXPECT_EQ(decodeText("vu \xE0 Lyon", "f").text, "vu à Lyon");
    EXPECT_EQ(decodeText("vu \x88 Lyon", "f").text, "vu à Lyon");
}

TEST(Encoding, UnicodeIsReadWithAndWithoutItsMarks) {
    const std::string little("N\0\xEE\0m\0e\0s\0;\0x\0", 14);
    EXPECT_EQ(decodeText("\xFF\xFE" + little, "f").text, "Nîmes;x");
    EXPECT_EQ(decodeText(little, "f").text, "Nîmes;x");
    EXPECT_EQ(decodeText(std::string("\0N\0\xEE\0m\0e\0s\0;\0x", 14), "f").encoding, "utf-16be");
    EXPECT_EQ(decodeText("\xEF\xBB\xBFNîmes", "f").text, "Nîmes");
    EXPECT_EQ(decodeText("\xEF\xBB\xBF\xEF\xBB\xBFNîmes", "f").text, "Nîmes") << "saved twice";
    EXPECT_FALSE(decodeText("Nîmes", "f").guessed);
}

TEST(Encoding, TwoFilesPastedTogetherAreEachReadAsTheyAre) {
    const TextFile file = decodeText("nom;ville\nÉcole;Nîmes\nF\xEAte;Al\xE8s\n\xC9t\xE9;Lyon\n", "f");
    EXPECT_EQ(file.text, "nom;ville\nÉcole;Nîmes\nFête;Alès\nÉté;Lyon\n");
    EXPECT_EQ(file.otherLines, 2);
    EXPECT_EQ(file.firstOtherLine, 3);
    EXPECT_EQ(file.otherEncoding, "windows-1252");
}

TEST(Encoding, TheStudyHasTheLastWord) {
    EXPECT_EQ(decodeText("\xE9", "f", "macroman").text, "È");
    EXPECT_FALSE(isEncoding("latin-neuf"));
    EXPECT_TRUE(isEncoding("windows-1252"));
    EXPECT_TRUE(isEncoding("macroman"));
}

TEST(Encoding, WhatIsNoTextIsRefused) {
    EXPECT_THROW(decodeText(std::string("nom;ville\nA\0B;Lyon\n", 19), "f"), model::Error);
    EXPECT_THROW(decodeText("\x01\x02\x03\x04\x05nom", "f"), model::Error);
}

}  // namespace
}  // namespace raquette::ingest
