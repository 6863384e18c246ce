#include "gis/store/store.h"
#include "tests/ingest/tiny_world.h"

#include <ogrsf_frmts.h>

namespace raquette::ingest {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// A study of every kind of source, read again and again; which sources were read, and which taken as they were.
class KeptReadings : public ::testing::Test {
protected:
    KeptReadings() {
        folder_.write(
            "acteurs.csv",
            "id;nom;fonctions;label;commune;code postal;e-mail;adhérent;jauge;ouverture;budget 2023;subvention 2023;type;forme juridique;"
            "réseau;statut;fermeture;adresse;SIRET;RNA;site;remarques\n"
            "1;Le Fil;diffusion, résidence;SMAC;Saint-Étienne;42000;fil@exemple.org;oui;1 200;2008-03;900 000 €;150 000 €;"
            "salle;association;FEDELIMA;ouvert;2030;20 bd Thiers;43271447500028;W423001234;lefil.com;deux salles\n"
            "2;La Fourmilière;café-lecture;;Lyon;69001;;non;beaucoup;;;;;;;;;;;;\n"
            ";Le Chant des Sirènes;;;Itinérant;;;;;;;;;;;;;;;;;\n"
            ";;diffusion;;Lyon;;;;;;;;;;;;;;;;;\n");
        folder_.write("lieux.csv",
                      "id;nom;longitude;latitude;salles;exploitant\n1;Salle du Fil;4.39;45.43;2;Le Fil\n7;Hangar;4,84;45,76;1;Inconnu\n");
        folder_.write("contrats.csv",
                      "intitulé;type;signataires;territoire;début;fin;montant annuel;année\n"
                      "Contrat de filière;contrat de filière;Région, État;Loire;2022;2025;100000;2023\nDSP du Fil;DSP;Le "
                      "Fil;42218;2020-01-01;5 ans;;\n");
        folder_.write("montants.csv", "contrat;financeur;année;montant\nDSP du Fil;Ville;2021;50 000\n");
        folder_.write("aides.csv", "structure;dispositif;année;demandé;accordé\nLe Fil;CNM;2022;30 000;20 000\n");
        folder_.write("liens.csv", "structure 1;structure 2;intensité;nature\nLe Fil;La Fourmilière;double;résidences\n");
        folder_.write("activite.csv", "structure;année;ETP;représentations\nLe Fil;2022;12,5;140\n");
        declare();
    }
    void declare(const std::string& frame = "", const std::string& ofActors = "") {
        std::string text = frame;
        for (const auto& [id, kind] : {std::pair{"acteurs", "actors"},
                                       {"lieux", "venues"},
                                       {"contrats", "contracts"},
                                       {"montants", "amounts"},
                                       {"aides", "grants"},
                                       {"liens", "links"},
                                       {"activite", "activity"}}) {
            text += std::string("[[source]]\nid = \"") + id + "\"\nkind = \"" + kind + "\"\npath = \"" + id + ".csv\"\n";
            if (std::string_view(id) == "acteurs") text += ofActors;
        }
        folder_.write("study.toml", text);
    }
    /// The ids of the sources that were read this time.
    std::vector<std::string> read() {
        std::vector<std::string> opened;
        result_ = ingest(
            readStudyFile(folder_ / "study.toml", model::Day{}), tinyReference(),
            [&](const model::Progress& progress) {
                if (progress.step == "open") opened.push_back(progress.subject);
            },
            &kept_);
        return opened;
    }
    TemporaryFolder folder_;
    Readings kept_;
    IngestResult result_;
};

/// Every cell of every table of a store made of these records, private ones included.
std::vector<std::string> cellsOfStore(const IngestResult& result, const std::filesystem::path& path) {
    store::StudyState state;
    state.reference = tinyReference();
    state.dataset = result.dataset;
    state.study.title = {"t", "t"};
    store::writeStore(state, path);
    std::vector<std::string> cells;
    GDALAllRegister();
    const GDALDatasetUniquePtr dataset(GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR));
    for (OGRLayer* layer : dataset->GetLayers()) {
        if (std::string_view(layer->GetName()) == "layer_styles") continue;  // has the time of day
        while (const OGRFeatureUniquePtr row{layer->GetNextFeature()}) {
            for (int i = 0; i < row->GetFieldCount(); ++i) {
                const std::string text = row->GetFieldAsString(i);
                if (!text.empty())
                    cells.push_back(layer->GetName() + std::string(".") + row->GetFieldDefnRef(i)->GetNameRef() + "=" + text);
            }
        }
    }
    return cells;
}

TEST_F(KeptReadings, OfSourcesThatHaveNotChangedAreNotMadeAgain) {
    EXPECT_EQ(read().size(), 7U);
    const std::vector<std::string> asRead = cellsOfStore(result_, folder_ / "read.gpkg");
    const IngestResult first = result_;
    EXPECT_THAT(read(), IsEmpty());
    EXPECT_THAT(cellsOfStore(result_, folder_ / "kept.gpkg"), ::testing::ElementsAreArray(asRead));
    EXPECT_GT(asRead.size(), 150U);
    EXPECT_EQ(first.dataset.issues, result_.dataset.issues);
    EXPECT_GE(first.dataset.issues.size(), 4U);
    EXPECT_EQ(first.rejects.front().rows, result_.rejects.front().rows);
    EXPECT_EQ(first.columns.size(), result_.columns.size());
    ASSERT_EQ(result_.dataset.actors.size(), 3U);
    const model::Actor& fil = result_.dataset.actors.front();
    EXPECT_EQ(fil.name, "Le Fil");
    EXPECT_THAT(fil.labels, ElementsAre("SMAC"));
    EXPECT_EQ(fil.privateFields.at("email"), "fil@exemple.org");
    EXPECT_EQ(fil.opened->text(), "2008-03");
    EXPECT_EQ(fil.capacity, 1200);
    EXPECT_TRUE(result_.dataset.actors.back().itinerant);
    EXPECT_EQ(result_.dataset.venues.front().actorIds, first.dataset.venues.front().actorIds);
    EXPECT_EQ(result_.dataset.links.front().partyIds, first.dataset.links.front().partyIds);
    EXPECT_EQ(result_.dataset.contracts.back().period, first.dataset.contracts.back().period);
    EXPECT_EQ(result_.dataset.amounts.size(), first.dataset.amounts.size());
    EXPECT_EQ(result_.dataset.grants.back().granted, first.dataset.grants.back().granted);
    EXPECT_EQ(result_.dataset.activities.back().fte, first.dataset.activities.back().fte);
}

TEST_F(KeptReadings, OfAFileThatChangedAreMadeAgainWithWhatRefersToIt) {
    read();
    folder_.write("lieux.csv", "id;nom;longitude;latitude\n9;Autre;4.39;45.43\n");
    EXPECT_THAT(read(), ElementsAre("lieux", "montants", "aides", "liens", "activite"));
    folder_.write("aides.csv", "structure;dispositif;année;demandé;accordé\nLe Fil;CNM;2022;30 000;25 000\n");
    EXPECT_THAT(read(), ElementsAre("aides"));
    EXPECT_EQ(result_.dataset.grants.back().granted, model::Euros{25000});
}

TEST_F(KeptReadings, DependOnWhatTheStudySaysOfTheSourceAndOfAll) {
    read();
    declare("[gaps]\nsplit = \"connected\"\n");
    EXPECT_THAT(read(), IsEmpty()) << "how holes are cut does not change a list";
    declare("", "encoding = \"utf-8\"\n");
    EXPECT_THAT(read(), ElementsAre("acteurs", "montants", "aides", "liens", "activite"));
    declare("[study]\nlanguage = \"en\"\n", "encoding = \"utf-8\"\n");
    EXPECT_EQ(read().size(), 7U) << "issues are told in the study's language";
}

TEST_F(KeptReadings, DoNotDependOnWhatOnlyHasTheNameOfTheSource) {
    read();
    folder_.write("lieux.gpkg", "a store, written anew by each run");
    EXPECT_THAT(read(), IsEmpty());
}

TEST_F(KeptReadings, AreMadeAgainWhereAnIdIsNoLongerTheOnlyOne) {
    folder_.write("acteurs.csv", "id;nom;commune;code postal\n3;Le Fil;Saint-Étienne;42000\n");
    read();
    EXPECT_EQ(result_.dataset.venues.front().id, "1");
    folder_.write("acteurs.csv", "id;nom;commune;code postal\n1;Le Fil;Saint-Étienne;42000\n");
    EXPECT_THAT(read(), ::testing::Contains("lieux")) << "its id is taken now";
    EXPECT_NE(result_.dataset.venues.front().id, "1");
    EXPECT_THAT(read(), IsEmpty());
}

TEST_F(KeptReadings, SpoiltOrOfAnotherVersionAreNoReadings) {
    read();
    saveReadings(kept_, folder_ / "kept.readings");
    EXPECT_EQ(loadReadings(folder_ / "kept.readings").size(), 7U);
    const std::string bytes = folder_.read("kept.readings");
    for (const std::size_t at : {std::size_t{3}, bytes.size() / 2, bytes.size() - 1}) {
        std::string spoilt = bytes;
        spoilt[at] = static_cast<char>(spoilt[at] + 1);
        folder_.write("kept.readings", spoilt);
        EXPECT_THAT(loadReadings(folder_ / "kept.readings"), IsEmpty()) << at;
    }
    folder_.write("kept.readings", bytes.substr(0, bytes.size() / 2));
    EXPECT_THAT(loadReadings(folder_ / "kept.readings"), IsEmpty());
    EXPECT_THAT(loadReadings(folder_ / "none.readings"), IsEmpty());
    for (Reading& reading : kept_) reading.content.resize(reading.content.size() / 2);
    EXPECT_EQ(read().size(), 7U) << "what cannot be brought back is read";
}

}  // namespace
}  // namespace raquette::ingest
