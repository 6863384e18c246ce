"""What goes with the files: ISO 19115 that parses, and a Data Package that says of each table what stands in it."""
import csv
import json
import pathlib
import sys
from xml.etree import ElementTree

from said import check

GMD = "{http://www.isotc211.org/2005/gmd}"
CASTS = {"integer": int, "number": float, "boolean": lambda text: {"true": True, "false": False}[text]}


def iso(paths):
    for path in paths:
        root = ElementTree.parse(path).getroot()
        if root.tag != GMD + "MD_Metadata":
            yield f"{path.name} begins with {root.tag}"
        for name in ("title", "dateStamp", "abstract", "lineage", "referenceSystemInfo", "resourceConstraints"):
            found = root.find(f".//{GMD}{name}")
            if found is None or not "".join(found.itertext()).strip():
                yield f"{path.name} says no {name}"


def columns(folder, resource):
    """A CSV must have the columns that are told, and values of the types that are told."""
    fields = resource["schema"]["fields"]
    with open(folder / resource["path"], encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        if [field["name"] for field in fields] != reader.fieldnames:
            yield f"{resource['path']}: columns {reader.fieldnames} are told otherwise"
            return
        casts = [(field["name"], CASTS[field["type"]]) for field in fields if field["type"] in CASTS]
        for row in reader:
            for name, cast in casts:
                try:
                    if row[name] != "":
                        cast(row[name])
                except (ValueError, KeyError):
                    yield f"{resource['path']}: {name} is no {cast.__name__}: {row[name]!r}"


def package(path, suffixes):
    folder, document = path.parent, json.loads(path.read_text(encoding="utf-8"))
    yield from (f"says no {name}" for name in ("name", "title", "licenses", "sources", "resources") if not document.get(name))
    names = [resource["name"] for resource in document["resources"]]
    yield from (f"the name {name} stands twice" for name in set(names) if names.count(name) > 1)
    paths = {resource["path"] for resource in document["resources"]}
    for told in paths:
        if told.startswith("/") or ".." in told or not (folder / told).is_file():
            yield f"{told} is not there"
    for file in folder.iterdir():
        if file.suffix in suffixes and file.name not in paths:
            yield f"{file.name} is not told of"
    for resource in document["resources"]:
        if resource["path"].endswith(".csv") and "schema" in resource:
            yield from columns(folder, resource)


def main():
    for study in map(pathlib.Path, sys.argv[1:]):
        out = study / "out"
        paths = sorted(out.rglob("*.xml"))
        check(f"{study.name}: {len(paths)} descriptions in ISO 19115 parse and say title, date, abstract, lineage, CRS, licence",
              iso(paths) if paths else ["there are none"])
        for folder, suffix in (("csv", ".csv"), ("geojson", ".geojson"), ("flatgeobuf", ".fgb"), ("shapefile", ".shp"), ("kml", ".kml")):
            check(f"{study.name}, {folder}/datapackage.json tells what is there", package(out / folder / "datapackage.json", {suffix}))


if __name__ == "__main__":
    main()
