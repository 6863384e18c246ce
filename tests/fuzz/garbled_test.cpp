#include "gis/model/error.h"
#include "ingest/table/text_file.h"
#include "tests/ingest/tiny_world.h"
#include "tests/support/files.h"

#include <random>
#include <set>

namespace raquette::ingest {
namespace {

// Sound texts with bytes changed, dropped and doubled: whatever comes, one clear error or a dataset that accounts for every row.

std::string garbled(std::string text, std::mt19937& random) {
    const std::string signs = "\";,\t\n\r|\\'[]{}=#@:0-9aé\xFF\x01";
    const auto below = [&](std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n - 1)(random); };
    for (std::size_t changes = 1 + below(6); changes > 0 && !text.empty(); --changes) {
        const std::size_t at = below(text.size());
        switch (below(4)) {
            case 0:
                text[at] = signs[below(signs.size())];
                break;
            case 1:
                text.erase(at, 1 + below(5));
                break;
            case 2:
                text.insert(at, 1, signs[below(signs.size())]);
                break;
            default:
                text.insert(below(text.size()), text.substr(at, 1 + below(40)));
        }
    }
    return text;
}

constexpr const char* actors =
    "id;nom;fonctions;cp;commune;insee;lon;lat;adhérent;création;notes\n"
    "1;Le Fil;diffusion, répétition;42000;Saint-Étienne;42218;4.40;45.44;oui;01/2008;\"SMAC; studios\"\n"
    ";LIMACE;ressource;;St Etienne;;;;non;05/2006;22 structures\n"
    "2;\"Le \"\"Club\"\"\";label;69003;LYON 3E;69383;808700;6481800;;2004;\n"
    "2;Ailleurs;;98800;Nouméa;98818;166.4;-22.2;x;;06 12 34 56 78\n";

TEST(Garbled, EveryRowIsKeptRejectedOrMergedAndEveryIdIsItsOwn) {
    std::mt19937 random(20260101);
    int read = 0;
    for (int i = 0; i < 1500; ++i) {
        TinyIngest world;
        world.source("a", "actors", garbled(actors, random));
        try {
            const IngestResult result = world.run();
            ++read;
            const model::SourceSummary& summary = result.dataset.sources.front();
            ASSERT_EQ(summary.rows, summary.kept + summary.rejected + summary.merged);
            ASSERT_EQ(summary.kept, static_cast<long>(result.dataset.actors.size()));
            ASSERT_EQ(summary.rejected, static_cast<long>(result.rejects.front().rows.size()));
            std::set<std::string> ids;
            for (const model::Actor& actor : result.dataset.actors) {
                ASSERT_TRUE(ids.insert(actor.id).second) << actor.id;
                ASSERT_FALSE(actor.name.empty());
                if (actor.place.position) {
                    ASSERT_GE(actor.place.uncertainty.value, 50);
                }
            }
        } catch (const model::Error& error) {
            ASSERT_STRNE(error.what(), "");
        }
    }
    EXPECT_GT(read, 1000) << "most garbled lists still say something";
}

TEST(Garbled, WhateverARowStandsForEveryRowIsKeptRejectedOrMerged) {
    // Lists with a row per year, person or payment, and registers: several rows may be one record, and one row several figures.
    std::mt19937 random(20260102);
    int read = 0;
    for (const auto& [name, kind] : {std::pair{"adhesions", "actors"},
                                     {"enquete", "actors"},
                                     {"formulaire", "actors"},
                                     {"licences", "venues"},
                                     {"rna", "actors"},
                                     {"sirene", "actors"},
                                     {"subventions-scdl", "grants"},
                                     {"enquete", "activity"},
                                     {"region", "contracts"}}) {
        const std::string sound = readBytes(sourceFolder() / "tests/ingest/records/habits" / (std::string(name) + ".csv"));
        for (int i = 0; i < 60; ++i) {
            try {
                const IngestResult result = TinyIngest().source("a", kind, garbled(sound, random)).run();
                ++read;
                const model::SourceSummary& summary = result.dataset.sources.front();
                ASSERT_EQ(summary.rows, summary.kept + summary.rejected + summary.merged) << name;
                ASSERT_EQ(summary.rejected, static_cast<long>(result.rejects.front().rows.size())) << name;
                const bool placed = std::string_view(kind) == "actors" || std::string_view(kind) == "venues";
                const std::size_t records = result.dataset.actors.size() + result.dataset.venues.size();
                ASSERT_EQ(placed ? static_cast<std::size_t>(summary.kept) : 0, records) << name;
                for (const model::Activity& year : result.dataset.activities) ASSERT_FALSE(year.actor.empty()) << name;
            } catch (const model::Error& error) {
                ASSERT_STRNE(error.what(), "");
            }
        }
    }
    EXPECT_GT(read, 400);
}

TEST(Garbled, AStudyFileIsReadOrRefusedAtALine) {
    const std::string sound = readBytes(sourceFolder() / "data/demo/france.toml");
    std::mt19937 random(7);
    const TemporaryFolder folder;
    for (int i = 0; i < 1500; ++i) {
        const auto path = folder.write("etude.toml", garbled(sound, random));
        try {
            readStudyFile(path, model::Day{});
        } catch (const model::Error& error) {
            ASSERT_THAT(error.what(), ::testing::HasSubstr("etude.toml:"));
        }
    }
}

}  // namespace
}  // namespace raquette::ingest
