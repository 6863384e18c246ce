"""Export, read, compare with the store: the same columns, rows, values and places within what each format can hold.

Shapefile, FlatGeobuf and KML are read with GDAL's Python, GeoJSON and CSV with Python's own readers, GeoPackage with SQLite.
"""
import csv
import json
import pathlib
import sys
from xml.etree import ElementTree

from osgeo import ogr
from shapely import wkb
from shapely.geometry import shape as from_json

from said import check
from store import Store, Table

ogr.UseExceptions()

WITHIN = 1.5e-7  # degrees: seven decimals, rounded


def cut(text, most):
    return text.encode()[:most].decode(errors="ignore")


def as_shapefile(value):
    """dBase: text of 254 bytes at most, and no difference between no text and an empty one."""
    return cut(value, 254) or None if isinstance(value, str) else value


def as_csv(value):
    """Nothing and an empty text are the same; what a spreadsheet would reckon begins with an apostrophe."""
    if value is None:
        return ""
    return "'" + value if isinstance(value, str) and value[:1] in tuple("=+-@\t\r") else value


def same(value, other):
    if isinstance(value, float) and isinstance(other, (int, float)):
        return abs(value - other) <= 1e-12 * max(1, abs(value))
    return value == other


def same_place(one, other):
    if one is None or other is None:
        return one is other
    one, other = one.normalize(), other.normalize()
    return one.equals_exact(other, WITHIN) or one.hausdorff_distance(other) <= WITHIN


def sort_key(pair):
    """FlatGeobuf sorts its rows by place, so rows are paired by what they say."""
    return [f"{v:.6g}" if isinstance(v, float) else str(v) for v in pair[0].values()], pair[1].wkt if pair[1] else ""


def differences(table, found, held=lambda value: value):
    """`found` is (row, geometry) pairs; `held` is what the format makes of a value."""
    expected = [({c: held(row[c]) for c in table.columns}, at) for row, at in zip(table.rows, table.shapes)]
    if len(expected) != len(found):
        return [f"{len(found)} rows, and the store has {len(expected)}"]
    found = [({c: row[c] for c in table.columns if c in row}, at) for row, at in found]
    if found and list(found[0][0]) != table.columns:
        return [f"columns {sorted(set(table.columns) - set(found[0][0]))} are missing"]
    problems = []
    for (row, at), (got, place) in zip(sorted(expected, key=sort_key), sorted(found, key=sort_key)):
        problems += [f"{table.name}.{c}: {got[c]!r} for {row[c]!r}" for c in table.columns if not same(row[c], got[c])]
        if table.placed and not same_place(at, place):
            problems.append(f"{table.name}: a place differs: {place} for {at}"[:200])
    return problems


def read_with_gdal(path, names=None):
    source = ogr.Open(str(path))
    layer = source.GetLayer(0)
    definition = layer.GetLayerDefn()
    fields = [definition.GetFieldDefn(i).GetName() for i in range(definition.GetFieldCount())]
    rows = []
    for feature in layer:
        row = {(names or {}).get(f, f): feature.GetField(i) if feature.IsFieldSetAndNotNull(i) else None for i, f in enumerate(fields)}
        at = feature.GetGeometryRef()
        rows.append((row, wkb.loads(bytes(at.ExportToIsoWkb())) if at is not None and not at.IsEmpty() else None))
    return rows


def shapefiles(store, folder):
    names = {}
    with open(folder / "dictionary.csv", encoding="utf-8-sig", newline="") as file:
        lines = list(csv.DictReader(file))
    for line in lines:
        names.setdefault(line["file"], {})[line["column"]] = line["full_name"]
    for layer, columns in names.items():
        path = folder / f"{layer}.shp" if (folder / f"{layer}.shp").exists() else folder / f"{layer}.dbf"
        table = store.table(layer)
        yield from differences(table, read_with_gdal(path, columns), as_shapefile)
        lower = [c.lower() for c in columns]
        yield from (f"{layer}.{c} has more than 10 letters" for c in columns if len(c.encode()) > 10)
        yield from (f"{layer}: the name {c} stands twice" for c in set(lower) if lower.count(c) > 1)
        if sorted(columns.values()) != sorted(table.columns):
            yield f"the dictionary of {layer} says {sorted(set(columns.values()) ^ set(table.columns))} otherwise than the store"
        for line in (line for line in lines if line["file"] == layer):
            texts = [row[line["full_name"]] for row in table.rows]
            was_cut = any(isinstance(text, str) and len(text.encode()) > 254 for text in texts)
            if was_cut != ("254" in line["note"]):
                yield f"{layer}.{line['column']}: the dictionary says “{line['note']}” where texts were {'' if was_cut else 'not '}cut"
    yield from (f"{path.name} is not in the dictionary" for path in folder.glob("*.dbf") if path.stem not in names)


def geojson(store, folder):
    for path in sorted(folder.glob("*.geojson")):
        features = json.loads(path.read_text(encoding="utf-8"))["features"]
        found = [(f["properties"], from_json(f["geometry"]) if f["geometry"] else None) for f in features]
        # A member `id` of the feature would be as good a place for it as a property.
        found = [({"id": f["id"], **row} if "id" in f else row, at) for f, (row, at) in zip(features, found)]
        yield from differences(store.table(path.stem), found)


def one_layer(suffix):
    def read(store, folder):
        for path in sorted(folder.glob(f"*.{suffix}")):
            table, found = store.table(path.stem), read_with_gdal(path)
            beside = path.with_suffix(".csv")
            if suffix == "fgb" and beside.exists():  # rows that stand nowhere
                table = only(table, lambda at: at is not None)
            yield from differences(table, found)
    return read


def only(table, wanted):
    kept = [(row, at) for row, at in zip(table.rows, table.shapes) if wanted(at)]
    table.rows, table.shapes = [row for row, _ in kept], [at for _, at in kept]
    return table


def numbers_again(rows, table):
    """Text where the store has numbers: the format tells no type, or tells another."""
    for c in table.columns:
        kinds = {type(row[c]) for row in table.rows} & {int, float}
        for row in rows if kinds else []:
            if isinstance(row.get(c), str) and row[c] != "":
                row[c] = float(row[c]) if float in kinds else int(row[c])


def ends_in(path):
    space = "{http://www.opengis.net/kml/2.2}"
    for mark in ElementTree.fromstring(path.read_bytes()).iter(space + "Placemark"):
        yield next((data.text for data in mark.iter(space + "SimpleData") if data.get("name") == "end"), None)


def kml(store, folder):
    """KML has names of its own for a name and a description, and says nothing of nulls."""
    for path in sorted(folder.glob("*.kml")):
        table = store.table(path.stem)
        try:
            read = read_with_gdal(path)
        except RuntimeError as error:
            yield error
            continue
        found = [({("name" if c == "Name" else c): v for c, v in row.items()}, at) for row, at in read]
        # GDAL takes a column called `end` for the end of a time span, which it is not: what stands in the file counts.
        for (row, _), ends in zip(found, ends_in(path)):
            row["end"] = ends
        # A column that is null all the way down is not in the file.
        found = [({c: row.get(c) for c in table.columns}, at) for row, at in found]
        numbers_again([row for row, _ in found], table)
        yield from differences(table, found, lambda value: value if value != "" else None)


def typed_kml(store, folder):
    """What KML's schema calls a whole or decimal number is one to whoever sorts or draws by it."""
    for path in sorted(folder.glob("*.kml")):
        table = store.table(path.stem)
        if "]]>" in str(table.rows):  # said above
            continue
        declared = ElementTree.fromstring(path.read_bytes()).iter("{http://www.opengis.net/kml/2.2}SimpleField")
        types = {field.get("name"): field.get("type") for field in declared}
        for c in table.columns:
            if any(isinstance(row[c], (int, float)) for row in table.rows) and types.get(c, "string") == "string":
                yield f"{path.stem}.{c} is declared as {types.get(c, 'nothing')}"


def csv_tables(store, folder):
    for path in sorted(folder.glob("*.csv")):
        data = path.read_bytes()
        if not data.startswith(b"\xef\xbb\xbf"):
            yield f"{path.name} does not begin with a byte order mark"
        rows = list(csv.DictReader(data.decode("utf-8-sig").splitlines(keepends=True)))
        table = store.table(path.stem)
        table.placed = False
        if (folder / f"{path.stem}.fgb").exists():
            table = only(table, lambda at: at is None)
        numbers_again(rows, table)
        yield from differences(table, [(row, None) for row in rows], as_csv)
        for row, at in zip(rows, table.shapes):
            if at is not None and at.geom_type == "Point" and max(abs(float(row["lon"]) - at.x), abs(float(row["lat"]) - at.y)) > WITHIN:
                yield f"{path.name}: {row['lon']} {row['lat']} for {at}"


def geopackage(store, path):
    export = Store(path)
    layers = export.connection.execute("SELECT table_name FROM gpkg_contents WHERE table_name <> 'layer_styles'")
    for (layer,) in layers.fetchall():
        table = Table(export.connection, layer)
        yield from differences(store.table(layer), list(zip(table.rows, table.shapes)))


READERS = {"shapefile": shapefiles, "geojson": geojson, "flatgeobuf": one_layer("fgb"), "kml": kml, "csv": csv_tables,
           "layers.gpkg": geopackage}


def main():
    for study in map(pathlib.Path, sys.argv[1:]):
        store = Store(study / "store.gpkg")
        for name, read in READERS.items():
            check(f"{study.name}, {name}: every value and place is the store's, within what the format holds", read(store, study / "out" / name))
        check(f"{study.name}, kml: numbers are declared as numbers", typed_kml(store, study / "out" / "kml"))


if __name__ == "__main__":
    main()
