"""Writes a small study whose every name tries to break a format: make_study.py FOLDER LANGUAGE.

Seven communes of 0.3°, the seventh an enclave of the fifth, so that outlines have holes too.
"""
import csv
import json
import pathlib
import sys

# Planted in every private corner: no export may hold a byte of it.
SECRETS = ["Secretan", "Cachottier", "secret@exemple.fr", "0677889900", "06 77 88 99 00"]

# Set by a name if a page runs it as a script.
BROKEN_OUT = "raquetteBrokenOut"

LONG = "x" + "é" * 200  # 401 bytes: byte 254 falls inside a character

NAMES = [
    "La Grange à l’Œuf « Été »",
    "=cmd|' /C calc'!A0",
    f"</script><script>window.{BROKEN_OUT}=1</script>",
    "\"Guillemets\" 'simples' & <b>gras</b>",
    "🎸 Le Fil 🎶",
    "Nom; avec, séparateurs",
    "Deux\nlignes",
    LONG,
    "-1+1",
    "@SUM(1;1)",
    f"<img src=\"http://raquette.invalid/x.png\" onerror=\"window.{BROKEN_OUT}=1\">",
    "The\u0301a\u0302tre décomposé",
    "0042",
    "1,5",
    "]]> &amp; --> <!--",
    "+A1",
]

COMMUNES = ["Saint-Étienne-l’Œuvre", "L’Haÿ & Fils", "=1+1", "<b>Ville</b>", "Ville;basse,haute", "Où ça ?", "Enclave “du milieu”"]


def box(west, south, east, north):
    return [[west, south], [east, south], [east, north], [west, north], [west, south]]


def communes():
    features = []
    for i, name in enumerate(COMMUNES):
        west, south = round(4 + 0.3 * (i % 3), 1), round(45.2 + 0.3 * (i // 3), 1)
        rings = [box(west, south, round(west + 0.3, 1), round(south + 0.3, 1))]
        enclave = box(4.4, 45.6, 4.5, 45.7)
        if i == 4:
            rings.append(enclave[::-1])
        if i == 6:
            rings = [enclave]
        properties = {"insee": f"4200{i + 1}", "nom": name, "population": (i + 1) * 1000, "dep": "42", "reg": "84",
                      "epci": "244200770", "codes_postaux": f"42{i + 1}00"}
        features.append({"type": "Feature", "properties": properties, "geometry": {"type": "Polygon", "coordinates": rings}})
    return {"type": "FeatureCollection", "features": features}


def table(path, header, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(header)
        writer.writerows(rows)


def venues():
    rows = []
    for i, name in enumerate(NAMES):
        # Two stand in the east, the others around the south-west corner: the middle has a hole.
        lon, lat = (4.8, 45.3 + i / 1000) if i < 2 else (4.05 + i / 123, 45.27 + i / 1234)
        rows.append([f"v{i}", name, f"{lat:.7f}", f"{lon:.7f}", ["diffusion", "résidence, création", ""][i % 3],
                     ["120", "", "0", "1500"][i % 4], ["2007-02", "1998-05-12", "", "1890-01-01"][i % 4],
                     ["", "", "2031-12-31"][i % 3], "Réseau d’été; \"Œuvre\"", ["", "javascript:alert(1)", "https://example.org/é?a=1&b=2"][i % 3],
                     ["", f"=HYPERLINK(\"http://raquette.invalid\") {LONG}", "a\nb"][i % 3],
                     "Aude Secretan", "secret@exemple.fr", "06 77 88 99 00"])
    # Known to its département alone: listed, but without a place; whoever is named in its notes stays private with them.
    rows.append(["far", "Nulle part", "", "", "diffusion", "", "", "", "", "", "Demandez Jean Cachottier au 0677889900",
                 "Jean Cachottier", "", "0677889900"])
    return rows


TITLES = {"fr": "Été « à l’œuvre » & </script><i>titre</i>", "en": "Summer “at work” & </script><i>title</i>"}

STUDY = r'''
[study]
title = {{ fr = "{fr}", en = "{en}" }}
date = 2026-01-01
language = "{language}"
store = "store.gpkg"

[reference]
territories = "reference.gpkg"

[[source]]
id = "lieux"
kind = "venues"
path = "lieux.csv"
rows = "structure"
contributor = "R&D \"Réseau\" </title>"
licence = "Licence Ouverte 2.0"
date = 2026-01-01
surveyed = ["dep:42"]
asked = 40
answered = 17

[[source]]
id = "acteurs"
kind = "actors"
path = "acteurs.csv"
rows = "structure"
contributor = "Agence d’Été"
licence = "CC BY 4.0"
date = 2025-06-01

[[source]]
id = "liens"
kind = "links"
path = "liens.csv"

[[source]]
id = "contrats"
kind = "contracts"
path = "contrats.csv"

[[source]]
id = "aides"
kind = "grants"
path = "aides.csv"

[[service]]
id = "lieux"
label = {{ fr = "Lieu d’été <b>&</b>", en = "Summer <b>&</b> venue" }}
match = {{ kind = "venues" }}
reach = "15 km"

[[service]]
id = "residence"
label = {{ fr = "Résidence", en = "Residency" }}
match = {{ functions = ["résidence"] }}
reach = "8 km"

[gaps]
split = "basin"
'''


def main():
    folder, language = pathlib.Path(sys.argv[1]), sys.argv[2]
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "communes.geojson").write_text(json.dumps(communes()), encoding="utf-8")
    (folder / "title.txt").write_text(TITLES[language], encoding="utf-8")
    (folder / "study.toml").write_text(STUDY.format(language=language, **TITLES), encoding="utf-8")
    table(folder / "lieux.csv",
          ["id", "nom", "latitude", "longitude", "fonctions", "jauge", "ouverture", "fermeture", "réseau", "site web", "notes",
           "contact", "email", "téléphone", "département"], [row + ["42"] for row in venues()])
    table(folder / "acteurs.csv",
          ["id", "nom", "insee", "fonctions", "adhérent", "contact", "année", "etp", "budget"],
          [["a1", "Association « Ça & là »", "42001", "résidence", "oui", "Aude Secretan", "2024", "2,5", "12345,67"],
           ["a2", "=2+2", "42003", "accompagnement, édition", "non", "Jean Cachottier", "2024", "", "0"],
           ["a3", LONG, "42005", "disquaire", "", "", "2024", "0,1", ""]])
    table(folder / "liens.csv", ["de", "vers", "intensité", "nature", "depuis", "jusqu'à"],
          [["Association « Ça & là »", "=2+2", "double", "bureau; \"partagé\"", "2019-03", ""],
           ["=2+2", "🎸 Le Fil 🎶", "triple", "=A1", "2020-01-05", "2030"]])
    table(folder / "contrats.csv", ["intitulé", "type", "signataires", "territoire", "début", "fin", "montant annuel"],
          [["=Contrat d’été", "contrat de filière", "DRAC | R&D", "commune:42001", "2024-02-29", "2030", "1234,56"],
           ["Deuxième; </kml>", "CPO", "Ville", "dep:42", "", "", ""]])
    table(folder / "aides.csv", ["bénéficiaire", "dispositif", "année", "demandé", "accordé"],
          [["=2+2", "@Aide \"été\"", "2024", "1000,50", "0"], ["Association « Ça & là »", "Été", "2025", "500", ""]])


if __name__ == "__main__":
    main()
