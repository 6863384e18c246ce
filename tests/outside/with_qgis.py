"""QGIS opens every layer, finds its CRS, its letters and, in a GeoPackage, its style; it draws what it opened."""
import os
import pathlib
import sys
from xml.etree import ElementTree

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from qgis.core import QgsApplication, QgsMapRendererSequentialJob, QgsMapSettings, QgsVectorLayer  # noqa: E402
from qgis.PyQt.QtCore import QSize  # noqa: E402
from qgis.PyQt.QtGui import QColor  # noqa: E402

from round_trip import as_shapefile  # noqa: E402
from said import check  # noqa: E402
from store import Store  # noqa: E402


def whole(value):
    return value


def texts(layer, column):
    return sorted(str(feature[column]) for feature in layer.getFeatures() if feature[column])


def opened(store, path, layer, held=whole):
    """A file as QGIS has it: valid, as many features, in its place, letter for letter."""
    table = store.table(layer)
    uri = f"{path}|layername={layer}" if path.suffix == ".gpkg" else str(path)
    found = QgsVectorLayer(uri, layer, "ogr")
    if not found.isValid():
        return [f"{path.name}, {layer}: QGIS finds it invalid"]
    problems = []
    expected = [row for row, at in zip(table.rows, table.shapes) if at is not None or path.suffix != ".fgb"]
    if found.featureCount() != len(expected):
        problems.append(f"{path.name}, {layer}: {found.featureCount()} features for {len(expected)}")
    if any(at is not None for at in table.shapes) and found.crs().authid() != "EPSG:4326":
        problems.append(f"{path.name}, {layer}: its CRS is {found.crs().authid() or 'unknown'}")
    names = [field.name() for field in found.fields()]
    column = next((c for c in names if c.lower() == "name"), None)
    if column and "name" in table.columns:
        wanted = sorted(str(held(row["name"])) for row in expected if held(row["name"]))
        if texts(found, column) != wanted:
            strange = set(texts(found, column)) ^ set(wanted)
            problems.append(f"{path.name}, {layer}: names differ: {sorted(strange)[:2]}")
    return problems


def classes(renderer):
    kind = renderer.type()
    if kind == "categorizedSymbol":
        return [category.label() for category in renderer.categories()]
    if kind == "graduatedSymbol":
        return [interval.label() for interval in renderer.ranges()]
    return []


def layers_of_symbol(symbol):
    return [(part.layerType(), part.color().name()) for part in symbol.symbolLayers()]


def declared(qml):
    """Kind, labels and, for a single symbol, kinds of its layers, as the XML has them."""
    renderer = ElementTree.fromstring(qml).find("renderer-v2")
    labels = [entry.get("label") for entry in renderer.iter() if entry.tag in ("category", "range")]
    symbol = renderer.find("symbols/symbol")
    return renderer.get("type"), labels, [part.get("class") for part in symbol.findall("layer")]


def styles(path):
    """What QGIS chose by itself on opening, against what stands in the file: no symbol of its own making."""
    rows = Store(path).connection.execute("SELECT f_table_name, styleQML FROM layer_styles").fetchall()
    if not rows:
        yield "there is no style"
    for name, qml in rows:
        layer = QgsVectorLayer(f"{path}|layername={name}", name, "ogr")
        if not layer.isValid():
            yield f"{name}: invalid"
            continue
        kind, labels, parts = declared(qml)
        renderer = layer.renderer()
        if renderer.type() != kind:
            yield f"{name}: drawn as {renderer.type()} for {kind}"
        elif classes(renderer) != labels:
            yield f"{name}: classes {classes(renderer)} for {labels}"
        elif kind == "singleSymbol" and [part for part, _ in layers_of_symbol(renderer.symbol())] != parts:
            yield f"{name}: symbol of {layers_of_symbol(renderer.symbol())} for {parts}"
        if kind == "categorizedSymbol" and name != "territories":  # of these only the wide levels are drawn, on purpose
            known = {str(category.value()) for category in renderer.categories()}
            used = {str(feature[renderer.classAttribute()] or "") for feature in layer.getFeatures()}
            yield from (f"{name}: nothing draws “{value}”" for value in used - known if "" not in known)


def drawn(path, picture):
    """A picture of all placed layers, kept to be looked at; one colour alone would be no map."""
    rows = Store(path).connection.execute("SELECT table_name FROM gpkg_geometry_columns").fetchall()
    order = ["links", "venues", "gaps", "coverage", "territories"]
    layers = [QgsVectorLayer(f"{path}|layername={name}", name, "ogr") for name in order if (name,) in rows]
    settings = QgsMapSettings()
    settings.setLayers(layers)
    settings.setBackgroundColor(QColor("white"))
    settings.setOutputSize(QSize(900, 700))
    settings.setDestinationCrs(layers[0].crs())
    settings.setExtent(next(layer for layer in layers if layer.name() == "gaps").extent().buffered(0.1))
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    image = job.renderedImage()
    image.save(str(picture))
    colours = {image.pixel(x, y) for x in range(0, 900, 10) for y in range(0, 700, 10)}
    return [] if len(colours) > 3 else [f"only {len(colours)} colours"]


def all_opened(store, folder, suffix, held=whole):
    paths = [path for path in sorted(folder.glob(f"*.{suffix}")) if store.table(path.stem).placed]
    if not paths:
        yield f"there is no {suffix}"
    for path in paths:
        yield from opened(store, path, path.stem, held)


def encodings(folder):
    for path in sorted(folder.glob("*.shp")):
        layer = QgsVectorLayer(str(path), path.stem, "ogr")
        said = layer.dataProvider().encoding()
        if said != "UTF-8":
            yield f"{path.name}: read as {said}"


def in_crs(folder, crs):
    for path in sorted(folder.glob("*.prj")):
        layer = QgsVectorLayer(str(path.with_suffix(".shp")), path.stem, "ogr")
        if layer.crs().authid() != crs:
            yield f"{path.name}: {layer.crs().authid() or 'unknown'}"


def main():
    application = QgsApplication([], False)
    application.initQgis()
    for study in map(pathlib.Path, sys.argv[1:]):
        store, out = Store(study / "store.gpkg"), study / "out"
        for folder, suffix, held in (("shapefile", "shp", as_shapefile), ("geojson", "geojson", whole), ("flatgeobuf", "fgb", whole), ("kml", "kml", whole)):
            what = f"{study.name}, QGIS opens every {suffix}: count, EPSG:4326, names letter for letter"
            check(what, all_opened(store, out / folder, suffix, held))
        check(f"{study.name}, QGIS reads shapefiles as UTF-8", encodings(out / "shapefile"))
        for path in (out / "layers.gpkg", study / "store.gpkg"):
            placed = [name for (name,) in Store(path).connection.execute("SELECT table_name FROM gpkg_geometry_columns")]
            rows = (problem for name in placed if store.knows(name) for problem in opened(store, path, name))
            check(f"{study.name}, QGIS opens every layer of {path.name}", rows)
            check(f"{study.name}, QGIS draws {path.name} with its own styles", styles(path))
            picture = study / f"qgis-{path.stem}.png"
            check(f"{study.name}, QGIS draws {path.name}: {picture.name} is to be looked at", drawn(path, picture))
    for study in map(pathlib.Path, sys.argv[1:]):
        for folder in sorted(study.glob("out/shapefile-*")):  # written with --crs
            check(f"{study.name}, QGIS recognises the .prj of {folder.name}", in_crs(folder, f"EPSG:{folder.name.split('-')[-1]}"))
    # No exitQgis: with layers still held by Python it may crash on the way out.
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
