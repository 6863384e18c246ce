#include "ingest/study/passwords.h"
#include "ingest/study/study_file.h"
#include "tests/support/files.h"

namespace raquette::ingest {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

struct Address {
    const char* written;
    const char* shown;
};

TEST(Passwords, AreMaskedInEveryKindOfAddress) {
    for (const auto& [written, shown] :
         {Address{"postgresql://moi:secret@h/d", "postgresql://moi:…@h/d"},
          {"postgres://moi:se@cret@h:5432/d?x=a@b", "postgres://moi:…@h:5432/d?x=a@b"},
          {"postgresql://moi:se/cret@h/d", "postgresql://moi:…@h/d"},
          {"PG:host=h password=secret dbname=d", "PG:host=h password=… dbname=d"},
          {"PG:host=h password = 'un se\\'cret' dbname=d", "PG:host=h password = … dbname=d"},
          {"PG:dbname=d Password=secret", "PG:dbname=d Password=…"},
          {"WFS:https://moi:secret@h/wfs?x=1", "WFS:https://moi:…@h/wfs?x=1"},
          {"WFS:https://h/wfs?user=moi&pwd=secret&x=1", "WFS:https://h/wfs?user=moi&pwd=…&x=1"},
          {"postgresql://moi:un@h/d et postgresql://toi:deux@h/d", "postgresql://moi:…@h/d et postgresql://toi:…@h/d"}}) {
        EXPECT_EQ(withoutPasswords(written), shown);
    }
}

TEST(Passwords, WhatHoldsNoneStaysAsItIs) {
    for (const char* text : {"WFS:https://h:8080/wfs?mail=a@b", "postgresql:service=reseau", "postgresql://moi@h/d", "PG:dbname=d",
                             "listes/agence.xlsx", "postgresql://moi:", "://", "password", ""}) {
        EXPECT_EQ(withoutPasswords(text), text);
    }
}

TEST(Passwords, NoneIsInTheStudysTextThatTheStoreKeeps) {
    const TemporaryFolder folder;
    const std::string text =
        "# postgresql://moi:secret@h/d, as before\n[[source]]\nid = \"a\"\nkind = \"actors\"\n"
        "path = \"PG:host=h password=secret dbname=d\"  # ask\nlicence = 'à voir'\n";
    const model::Study study = readStudyFile(folder.write("s.toml", text), model::Day{});
    EXPECT_THAT(study.text, Not(HasSubstr("secret")));
    EXPECT_THAT(study.text, HasSubstr("path = \"PG:host=h password=… dbname=d\"  # ask\nlicence = 'à voir'\n")) << "the rest as it is";
    EXPECT_THAT(study.sources[0].path.string(), HasSubstr("password=secret")) << "what opens it";
    EXPECT_THAT(study.sources[0].writtenPath, Not(HasSubstr("secret")));
}

}  // namespace
}  // namespace raquette::ingest
