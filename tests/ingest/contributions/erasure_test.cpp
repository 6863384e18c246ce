#include "ingest/contributions/erasure.h"

#include "gis/model/error.h"
#include "ingest/contributions/contribution_file.h"
#include "ingest/contributions/erased_value.h"
#include "ingest/contributions/history.h"
#include "tests/ingest/contributions/together.h"

#include <gmock/gmock.h>

namespace raquette::ingest {
namespace {

using model::Contribution;
using ::testing::AllOf;
using ::testing::Contains;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;
using ::testing::ThrowsMessage;

const char* const camille = "Camille Martin";

/// Signed by her, about her, and saying something else too.
Contribution signedBy() {
    Contribution one = Together::says("Le Fil", {{"fil", "capacity", "900", "1200"},
                                                 {"fil", "contact", "", "Camille Martin"},
                                                 {"fil", "comment", "", "Vu avec Camille MARTIN hier"}});
    one.author = camille;
    one.reason = "Dit par camille martin";
    return one;
}

void eraseIn(const Together& study, const std::string& person) {
    MergeRequest request;
    request.organisation = "Pôle";
    request.today = "2026-06-01";
    erase(person, request, study.run().dataset, *study.shelf());
}

TEST(Names, AreWholeWordsWhateverTheirSpelling) {
    EXPECT_TRUE(names("Demandez à Camille  MARTIN.", camille));
    EXPECT_FALSE(names("Camille Martinez", camille));
    EXPECT_FALSE(names("", camille));
    EXPECT_FALSE(names("Camille", ""));
    EXPECT_TRUE(names("tél. 04.77.12.34.56", "04 77 12 34 56"));
    EXPECT_FALSE(names("04 77 12 34 57", "04 77 12 34 56"));
    EXPECT_TRUE(names("a@exemple.fr", "A@exemple.fr"));
    EXPECT_FALSE(names("42218", "42"));
}

TEST(HeldOn, TellsWhichRowAndWhichContributionSayWhat) {
    const Together study;
    study.bring({signedBy()});
    const auto held = heldOn("a@exemple.fr", study.run().dataset, study.shelf().get());
    ASSERT_THAT(held, SizeIs(1));
    EXPECT_EQ(held[0], (Held{Held::Where::List, "pole", 2, "fil", "email", "a@exemple.fr", true}));
    const auto signs = heldOn(camille, study.run().dataset, study.shelf().get());
    for (const char* field : {"author", "reason", "contact", "comment", "by"})
        EXPECT_THAT(signs, Contains(Field(&Held::field, field))) << field;
    EXPECT_THAT(heldOn("Personne Ici", study.run().dataset, study.shelf().get()), IsEmpty());
}

TEST(Erase, TakesThePersonOutAndLeavesTheRest) {
    const Together study;
    const Contribution said = signedBy();
    study.bring({said});
    EXPECT_EQ(venueOf(study.run(), "fil").privateFields.at("contact"), camille);
    eraseIn(study, camille);
    EXPECT_THAT(study.kept(), AllOf(Not(HasSubstr("amille")), Not(HasSubstr("artin"))));
    const IngestResult after = study.run();
    EXPECT_EQ(venueOf(after, "fil").capacity, 1200) << "what else was said stands, under the same id";
    EXPECT_THAT(venueOf(after, "fil").privateFields.count("contact"), 0);
    EXPECT_EQ(study.shelf()->contribution(said.id).id, said.id);
    EXPECT_EQ(standings(study.history()).at(0).status, model::ContributionStatus::Accepted);
    EXPECT_THAT(heldOn(camille, after.dataset, study.shelf().get()), IsEmpty());
    EXPECT_THAT([&] { eraseIn(study, camille); }, ThrowsMessage<model::Error>(HasSubstr("Nothing is held")));
}

TEST(Erase, LessThanAWholeNameIsRefused) {
    const Together study;
    study.bring({signedBy()});
    EXPECT_THAT([&] { eraseIn(study, "hier"); }, ThrowsMessage<model::Error>(HasSubstr("whole name")));
    EXPECT_THAT(study.kept(), HasSubstr("hier"));
}

TEST(Erase, WhatListsSayInPrivateIsTakenInNoMore) {
    const Together study;
    study.bring({signedBy()});
    eraseIn(study, "a@exemple.fr");
    EXPECT_THAT(venueOf(study.run(), "fil").privateFields.count("email"), 0);
    EXPECT_THAT(study.kept(), Not(HasSubstr("exemple.fr")));
    EXPECT_EQ(venueOf(study.run(), "fil").privateFields.at("contact"), camille) << "another field, of nobody who asked";
}

TEST(Erase, AContributionTakenBackOrBroughtAgainIsStillItself) {
    const Together study;
    const Contribution said = signedBy();
    study.bring({said});
    eraseIn(study, camille);
    EXPECT_TRUE(study.bring({said}).touched.at(0).known);
    MergeRequest back;
    back.organisation = "Pôle";
    back.reverted = {said.id};
    study.merge(back);
    EXPECT_EQ(venueOf(study.run(), "fil").capacity, 900);
    EXPECT_THAT(study.kept(), Not(HasSubstr("artin"))) << "what was brought again does not bring her back";
}

TEST(ErasedValue, IsToldAsADot) {
    EXPECT_EQ(told(erasedText("Vu avec elle")), "…");
    EXPECT_EQ(told("Appelez le 06 77 88 99 00"), "…") << "a word that holds a number";
    EXPECT_EQ(told("Vu sur place"), "Vu sur place");
}

TEST(ErasedValue, KeepsTheDigestOfAPublicText) {
    EXPECT_TRUE(isErased(erasedText("Vu avec elle")));
    EXPECT_TRUE(isErased(erasedField()));
    EXPECT_FALSE(isErased("…"));
    EXPECT_EQ(digestOfText(erasedText("Vu")), digestOfText("Vu"));
    EXPECT_EQ(erasedText(erasedText("Vu")), erasedText("Vu")) << "twice is once";
}

}  // namespace
}  // namespace raquette::ingest
