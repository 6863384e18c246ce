#pragma once

#include "tests/ingest/expectations.h"

#include <string>

namespace raquette::ingest {

inline constexpr const char* extractHeader =
    "id;id_fantoir;numero;rep;nom_voie;code_postal;code_insee;nom_commune;code_insee_ancienne_commune;nom_ancienne_commune;x;y;lon;lat;"
    "type_position;alias;nom_ld;libelle_acheminement;nom_afnor;source_position;source_nom_voie;certification_commune;cad_parcelles\n";

inline std::string extractLine(const char* number, const char* rep, const char* street, const char* postcode, const char* insee,
                               const char* town, const char* former, const char* lon, const char* lat, const char* kind = "entrée",
                               const char* locality = "") {
    return std::string("x;;") + number + ";" + rep + ";" + street + ";" + postcode + ";" + insee + ";" + town + ";;" + former + ";;;" +
           lon + ";" + lat + ";" + kind + ";;" + locality + ";;;;;1;\n";
}

/// Saint-Étienne, Villeurbanne, and a merged commune with one street name twice.
inline std::string extract() {
    return extractHeader + extractLine("1", "", "Rue de la République", "42000", "42218", "Saint-Étienne", "", "4.380", "45.430") +
           extractLine("3", "", "Rue de la République", "42000", "42218", "Saint-Étienne", "", "4.381", "45.430") +
           extractLine("3", "bis", "Rue de la République", "42000", "42218", "Saint-Étienne", "", "4.3811", "45.430") +
           extractLine("9", "", "Rue de la République", "42000", "42218", "Saint-Étienne", "", "4.384", "45.430") +
           extractLine("20", "", "Rue de la République", "42000", "42218", "Saint-Étienne", "", "4.390", "45.430") +
           extractLine("5", "", "Rue Léon Gambetta", "42000", "42218", "Saint-Étienne", "", "4.395", "45.432", "segment") +
           extractLine("2", "", "Place Gambetta", "42100", "42218", "Saint-Étienne", "", "4.396", "45.433") +
           extractLine("99999", "", "Bellevue", "42100", "42218", "Saint-Étienne", "", "4.400", "45.420", "") +
           extractLine("7", "", "Chemin du Bois", "42100", "42218", "Saint-Étienne", "", "4.410", "45.410", "parcelle", "Le Grand Bois") +
           extractLine("1", "", "Rue des Tulipes Noires", "69100", "69266", "Villeurbanne", "", "4.880", "45.770") +
           extractLine("1", "", "Rue des Fleurs", "42800", "42186", "Rive-de-Gier", "", "4.616", "45.529") +
           extractLine("1", "", "Rue de l'Église", "69600", "69149", "Oullins-Pierre-Bénite", "Oullins", "4.806", "45.714") +
           extractLine("1", "", "Rue de l'Église", "69310", "69149", "Oullins-Pierre-Bénite", "Pierre-Bénite", "4.824", "45.703") +
           extractLine("11", "", "Rue Mercière", "69002", "69382", "Lyon", "", "4.833", "45.763");
}

/// One venue placed with that extract.
class Addresses : public ::testing::Test {
protected:
    IngestResult placing(const std::string& columns, const std::string& row) {
        folder_.write("adresses-42.csv", extract());
        return TinyIngest()
            .toml("[study]\nlanguage = \"en\"\n[reference]\naddresses = \"" + (folder_ / "adresses-42.csv").string() + "\"")
            .source("v", "venues", "nom;" + columns + "\nLe Fil;" + row + "\n")
            .run();
    }
    model::Place at(const std::string& typed, const std::string& town = "Saint-Étienne;42000") {
        return placeOf(placing("adresse;commune;code postal", typed + ";" + town));
    }

    TemporaryFolder folder_;
};

}  // namespace raquette::ingest
