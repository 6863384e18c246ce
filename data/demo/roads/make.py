#!/usr/bin/env python3
"""Makes what the studies andorra.toml and liechtenstein.toml stand on, from two OpenStreetMap extracts.

    python3 data/demo/roads/make.py EXTRACTS [RAQUETTE]

EXTRACTS is the folder of the extracts (README.md says which), RAQUETTE the program (build/dev/bin/raquette when left out). Typed by hand,
never by the build.
Needs Debian's python3-gdal and python3-shapely. For each country it writes, beside itself:

- COUNTRY.gpkg: outlines, populations and postcodes of the communes, made by `raquette reference build`;
- COUNTRY-population.csv: where people live. It is a model, not a census: the people of each commune, spread over its inhabited roads by
  length and gathered by cells of 250 m. A row stands on a road of its commune; its rows sum to the commune's figure.
"""
import csv
import json
import math
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

from osgeo import gdal, ogr
from shapely import wkb
from shapely.geometry import LineString, MultiPolygon, Point, mapping
from shapely.ops import linemerge, polygonize, transform, unary_union
from shapely.prepared import prep

ogr.UseExceptions()

TOLERANCE = 15  # metres by which a simplified outline may depart from the mapped one
CELL = 250      # metres
STEP = 20       # metres between two points along a road
NEARBY = 300    # metres around a village within which its roads are inhabited

LIVED_ON = ("residential", "living_street")
PASSED_BY = ("unclassified", "tertiary", "secondary")  # inhabited only in a village that has none of the above

# Codes are those of ISO 3166-2 without the hyphen. Columns: code, name on the map, the place node that is its point, département,
# postcode, people on 31 December 2012.
COUNTRIES = {
    # Departament d'Estadística: people in the communes' registers (76,246 in all; its own estimate was 69,758).
    "andorra": {
        # The extract lacks two border ways, so that Canillo's ring stays open east of el Pas de la Casa. There the border is the river
        # Ariège, which the extract lacks too: the gap is closed along the mouths of three ditches that end in it.
        "gap": [(1.7389233, 42.5551606), (1.7392303, 42.5558168), (1.7406877, 42.5570115), (1.7753661, 42.5679464),
                (1.7863837, 42.5739723)],
        "extract": "andorra.osm.pbf", "level": "7", "title": "Andorre, paroisses de 2013",
        "departements": [("AD", "Andorre", "AD")], "regions": [("AD", "Andorre")],
        "communes": [("AD02", "Canillo", "Canillo", "AD", "AD100", 4133),
                     ("AD03", "Encamp", "Encamp", "AD", "AD200", 12051),
                     ("AD04", "La Massana", "La Massana", "AD", "AD400", 9902),
                     ("AD05", "Ordino", "Ordino", "AD", "AD300", 4417),
                     ("AD06", "Sant Julià de Lòria", "Sant Julià de Lòria", "AD", "AD600", 9063),
                     ("AD07", "Andorra la Vella", "Andorra la Vella", "AD", "AD500", 22398),
                     ("AD08", "Escaldes-Engordany", "les Escaldes", "AD", "AD700", 14282)]},
    # Amt für Statistik: permanent population (36,838 in all), as the place nodes of the extract say it too.
    "liechtenstein": {
        "extract": "liechtenstein-latest.osm.pbf", "level": "8", "title": "Liechtenstein, communes de 2015",
        "departements": [("LI-O", "Oberland", "LI"), ("LI-U", "Unterland", "LI")], "regions": [("LI", "Liechtenstein")],
        "communes": [("LI01", "Balzers", "Balzers", "LI-O", "9496", 4539),
                     ("LI02", "Eschen", "Eschen", "LI-U", "9492 9485", 4284),
                     ("LI03", "Gamprin", "Gamprin", "LI-U", "9487", 1636),
                     ("LI04", "Mauren", "Mauren", "LI-U", "9493 9486", 4138),
                     ("LI05", "Planken", "Planken", "LI-O", "9498", 430),
                     ("LI06", "Ruggell", "Ruggell", "LI-U", "9491", 2065),
                     ("LI07", "Schaan", "Schaan", "LI-O", "9494", 5933),
                     ("LI08", "Schellenberg", "Schellenberg", "LI-U", "9488", 1037),
                     ("LI09", "Triesen", "Triesen", "LI-O", "9495", 4913),
                     ("LI10", "Triesenberg", "Triesenberg", "LI-O", "9497", 2634),
                     ("LI11", "Vaduz", "Vaduz", "LI-O", "9490", 5229)]},
}


class Plane:
    """Metres around a point, true to a few per thousand over a country of 30 km."""

    def __init__(self, lon, lat):
        self.lon, self.lat = lon, lat
        self.north = 111_200.0
        self.east = self.north * math.cos(math.radians(lat))

    def to(self, shape):
        return transform(lambda x, y, z=None: ((x - self.lon) * self.east, (y - self.lat) * self.north), shape)

    def back(self, shape):
        return transform(lambda x, y, z=None: (round(x / self.east + self.lon, 6), round(y / self.north + self.lat, 6)), shape)


def read(extract, layer, where, columns):
    """Features of one layer of GDAL's OSM driver: a shape and the columns asked for."""
    dataset = gdal.OpenEx(str(extract), gdal.OF_VECTOR, open_options=["USE_CUSTOM_INDEXING=NO"])
    found = []
    for feature in dataset.ExecuteSQL(f"SELECT * FROM {layer} WHERE {where}", dialect="OGRSQL"):
        found.append((wkb.loads(bytes(feature.GetGeometryRef().ExportToWkb())), *(feature[c] for c in columns)))
    return found


def outlines_of(extract, country, places):
    """Outlines of the communes in degrees; one whose ring is open is closed with the country's `gap`."""
    where = f"boundary = 'administrative' AND admin_level = '{country['level']}'"
    by_name = {label: shape for shape, label in read(extract, "multipolygons", where, ["name"])}
    outlines = {}
    for code, label, place, *_ in country["communes"]:
        if label not in by_name:
            borders = read(extract, "lines", """other_tags LIKE '%"boundary"=>"administrative"%'""", [])
            faces = polygonize(unary_union([LineString(country["gap"]), *(shape for shape, in borders)]))
            face = next(face for face in faces if face.contains(places[place]))
            by_name[label] = face.difference(unary_union([by_name[row[1]] for row in country["communes"] if row[1] in by_name]))
        outlines[code] = by_name[label]
    return outlines


def simplified(outlines):
    """Outlines (code → polygon) simplified border by border, so that neighbours still share every point."""
    borders = linemerge(unary_union([shape.boundary for shape in outlines.values()]))
    coarse = unary_union([border.simplify(TOLERANCE) for border in getattr(borders, "geoms", [borders])])
    faces = defaultdict(list)
    for face in polygonize(coarse):
        shared = {code: shape.intersection(face).area for code, shape in outlines.items()}
        code = max(shared, key=shared.get)
        if shared[code] > face.area / 2:
            faces[code].append(face)
    return {code: unary_union(parts) for code, parts in faces.items()}


def roads_of(extract, plane):
    """Inhabited roads: streets where people live, and the through roads of villages that have no such street."""
    found = read(extract, "lines", "highway IS NOT NULL", ["highway"])
    lines = [(plane.to(shape), highway) for shape, highway in found]
    lived_on = [shape for shape, highway in lines if highway in LIVED_ON]
    passed_by = unary_union([shape for shape, highway in lines if highway in PASSED_BY])
    streets = unary_union(lived_on)
    places = read(extract, "points", "place IN ('city', 'town', 'village', 'hamlet')", ["name"])
    for shape, _ in places:
        around = plane.to(shape).buffer(NEARBY)
        if not streets.intersects(around):
            part = passed_by.intersection(around)
            lived_on += [g for g in getattr(part, "geoms", [part]) if isinstance(g, LineString) and not g.is_empty]
    return lived_on


def population(roads, outlines, people):
    """Rows (code, point, people). Points along each road go to their commune's cells; a cell's row is its point nearest to their mean."""
    cells = defaultdict(list)
    for code, shape in outlines.items():
        inside = prep(shape)
        for road in roads:
            if not inside.intersects(road):
                continue
            steps = max(1, round(road.length / STEP))
            for i in range(steps):
                point = road.interpolate((i + 0.5) * road.length / steps)
                if inside.contains(point):
                    cells[code, math.floor(point.x / CELL), math.floor(point.y / CELL)].append(point)
    rows = []
    for code, count in people.items():
        own = sorted((key, points) for key, points in cells.items() if key[0] == code)
        total = sum(len(points) for _, points in own)
        shares = [count * len(points) / total for _, points in own]
        whole = [math.floor(share) for share in shares]
        largest = sorted(range(len(own)), key=lambda i: (whole[i] - shares[i], i))  # largest remainders first
        for i in largest[:count - sum(whole)]:
            whole[i] += 1
        for (_, points), living in zip(own, whole):
            if living == 0:
                continue
            mean = Point(sum(p.x for p in points) / len(points), sum(p.y for p in points) / len(points))
            rows.append((code, min(points, key=mean.distance), living))
    return rows


def make(name, country, extracts, raquette, here):
    extract = extracts / country["extract"]
    places = {label: shape for shape, label in read(extract, "points", "place IN ('city', 'town', 'village')", ["name"])}
    mapped = outlines_of(extract, country, places)
    centre = unary_union(list(mapped.values())).centroid
    plane = Plane(centre.x, centre.y)
    outlines = simplified({code: plane.to(shape) for code, shape in mapped.items()})

    features = []
    for code, label, place, departement, postcodes, people in country["communes"]:
        point = places[place]
        shape = plane.back(outlines[code])
        if not shape.contains(point):
            sys.exit(f"{name}: the place {place} lies outside {label}.")
        shape = shape if isinstance(shape, MultiPolygon) else MultiPolygon([shape])
        features.append({"type": "Feature", "geometry": mapping(shape), "properties": {
            "insee": code, "nom": label, "population": people, "dep": departement, "reg": country["regions"][0][0],
            "codes_postaux": postcodes, "lon": round(point.x, 6), "lat": round(point.y, 6)}})

    with tempfile.TemporaryDirectory() as folder:
        def table(kind, header, rows):
            path = Path(folder) / f"{kind}.csv"
            with path.open("w", newline="") as out:
                csv.writer(out).writerows([header, *rows])
            return path
        communes = Path(folder) / "communes.geojson"
        communes.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
        subprocess.run([raquette, "reference", "build", "--communes", communes,
                        "--departements", table("departements", ["code", "nom", "reg"], country["departements"]),
                        "--regions", table("regions", ["code", "nom"], country["regions"]),
                        "--title", country["title"], "--attribution", "© OpenStreetMap contributors", "--licence", "ODbL 1.0",
                        "--to", here / f"{name}.gpkg"], check=True)

    rows = population(roads_of(extract, plane), outlines, {row[0]: row[5] for row in country["communes"]})
    with (here / f"{name}-population.csv").open("w", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["lon", "lat", "people", "commune"])
        for code, point, living in rows:
            place = plane.back(point)
            writer.writerow([f"{place.x:.5f}", f"{place.y:.5f}", living, code])
    print(f"{name}: {len(features)} communes, {sum(row[2] for row in rows)} people in {len(rows)} cells")


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    here = Path(__file__).resolve().parent
    raquette = Path(sys.argv[2]) if len(sys.argv) > 2 else here.parents[2] / "build/dev/bin/raquette"
    for name, country in COUNTRIES.items():
        make(name, country, Path(sys.argv[1]), raquette, here)


main()
