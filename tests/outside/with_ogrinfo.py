"""Counts of every file, as ogrinfo tells them; reading leaves a GeoPackage as it was; KML is XML."""
import hashlib
import pathlib
import re
import subprocess
import sys
from xml.etree import ElementTree

from said import check
from store import Store

WGS84 = 'ID["EPSG",4326]]'


def ogrinfo(path):
    done = subprocess.run(["ogrinfo", "-ro", "-al", "-so", str(path)], capture_output=True, text=True, check=False)
    said = done.stdout
    counts = dict(zip(re.findall(r"^Layer name: (.*)$", said, re.M), map(int, re.findall(r"^Feature Count: (\d+)$", said, re.M))))
    return counts, said, done.stderr.strip()


def placed(store, layer):
    return sum(at is not None for at in store.table(layer).shapes)


def counts_of(store, path):
    counts, said, complaint = ogrinfo(path)
    if complaint:
        yield f"{path.name}: {complaint}"
    if not counts:
        yield f"{path.name} has no layer"
    for layer, count in counts.items():
        if layer == "layer_styles":
            continue
        table = store.table(layer if path.suffix == ".gpkg" else path.stem)
        expected = placed(store, path.stem) if path.suffix == ".fgb" else len(table.rows)
        if count != expected:
            yield f"{path.name}, {layer}: {count} rows for {expected}"
        if table.placed and WGS84 not in said:
            yield f"{path.name}: not seen as EPSG:4326"


def all_counts(store, folder, pattern):
    paths = [path for path in sorted(folder.glob(pattern)) if path.suffix == ".gpkg" or store.table(path.stem).placed]
    if not paths:
        yield f"there is no {pattern} in {folder.name}"
    for path in paths:
        yield from counts_of(store, path)


def untouched(path):
    before = hashlib.sha256(path.read_bytes()).digest()
    ogrinfo(path)
    if hashlib.sha256(path.read_bytes()).digest() != before:
        yield "reading changed the file"
    yield from (f"{other.name} was left beside it" for other in path.parent.glob(path.name + "-*"))


def well_formed(folder):
    """Data named `<b>` must come back as text: in a KML of ours no element has such a name."""
    for path in sorted(folder.glob("*.kml")):
        try:
            names = {element.tag.rsplit("}")[-1].lower() for element in ElementTree.parse(path).iter()}
        except ElementTree.ParseError as error:
            yield f"{path.name}: {error}"
            continue
        yield from (f"{path.name}: <{name}> came out of data" for name in names & {"b", "i", "script", "img"})


def main():
    for study in map(pathlib.Path, sys.argv[1:]):
        store, out = Store(study / "store.gpkg"), study / "out"
        for folder, pattern in (("shapefile", "*.shp"), ("geojson", "*.geojson"), ("flatgeobuf", "*.fgb"), ("kml", "*.kml"), (".", "layers.gpkg")):
            check(f"{study.name}, ogrinfo: {pattern} holds as many rows as the store, in EPSG:4326", all_counts(store, out / folder, pattern))
        check(f"{study.name}, ogrinfo: layers.gpkg opens read-only and stays as it was", untouched(out / "layers.gpkg"))
        check(f"{study.name}, KML is well-formed and no name became an element", well_formed(out / "kml"))


if __name__ == "__main__":
    main()
