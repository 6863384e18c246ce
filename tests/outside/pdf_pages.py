"""Sheets as poppler, an XML parser and GDAL find them: words whole, letters embedded, lines and no pictures, their paper, something drawn."""
import pathlib
import re
import subprocess
import sys
from xml.etree import ElementTree

from osgeo import gdal

from said import check
from store import Store

gdal.UseExceptions()

# In points, by the end of a file's name; others are A4, whichever way.
PAPERS = {"-a4-portrait": (595, 842), "-a3": (1191, 842), "-a3-portrait": (842, 1191)}
FOOT = {"fr": ("Sources", "Méthode", "Complétude"), "en": ("Sources", "Method", "Completeness")}


def tool(*words):
    return subprocess.run([str(word) for word in words], capture_output=True, check=True, timeout=120).stdout


def pages(path):
    said = tool("pdfinfo", path).decode()
    width, height = map(float, re.search(r"Page size:\s+([\d.]+) x ([\d.]+)", said).groups())
    found = round(width), round(height)
    wanted = [size for end, size in PAPERS.items() if path.stem.endswith(end)] or [(595, 842), (842, 595)]
    if found not in wanted:
        yield f"{width} x {height} points are none of {wanted}"
    if not re.search(r"^Title:\s+\S", said, re.M):
        yield "has no title for the window it is shown in"


def fonts(path):
    lines = tool("pdffonts", path).decode().splitlines()[2:]
    if not lines:
        yield "has no letters"
    for line in lines:
        if line.split()[-5] != "yes" or line.split()[-3] != "yes":
            yield f"not embedded, or without what its letters mean: {line}"


def pictures(path):
    yield from (f"a picture: {line}" for line in tool("pdfimages", "-list", path).decode().splitlines()[2:])


def plain(text):
    return re.sub(r"\s+", " ", text)


def words(path, wanted):
    """Copied, searched and read aloud, a word must be the one that was written."""
    text = plain(tool("pdftotext", path, "-").decode())
    yield from (f"“{word}” is not found" for word in wanted if plain(word) not in text)
    odd = {c for c in text if not (c.isprintable() or c.isspace()) or 0xE000 <= ord(c) <= 0xF8FF or c == "\ufffd"}
    if odd:
        yield f"letters without a meaning: {sorted(map(ord, odd))}"


def drawn(path):
    """Of a page at 40 dots an inch, neither all one colour nor two."""
    data = tool("pdftoppm", "-r", "40", "-singlefile", path)
    body = data[data.index(b"255\n") + 4:]
    colours = {body[i:i + 3] for i in range(0, len(body), 3)}
    return [] if len(colours) > 8 else [f"only {len(colours)} colours"]


def vector(path):
    root = ElementTree.parse(path).getroot()
    names = {element.tag.rsplit("}")[-1] for element in root.iter()}
    yield from (f"holds <{name}>" for name in names & {"image", "script", "foreignObject", "b", "i"})
    for element in root.iter():
        for name, value in element.attrib.items():
            if name.rsplit("}")[-1] == "href" and not value.startswith("#"):
                yield f"asks for {value}"
    if "path" not in names or not root.get("viewBox"):
        yield "draws nothing, or does not say its extent"


def pixels(path):
    picture = gdal.Open(str(path))
    if picture.RasterXSize < 500:
        yield f"{picture.RasterXSize} pixels wide"
    spread = [picture.GetRasterBand(band).ComputeStatistics(False)[3] for band in (1, 2, 3)]
    if min(spread) < 5:
        yield f"all of one colour: {spread}"


def main():
    for study in map(pathlib.Path, sys.argv[1:]):
        store, maps = Store(study / "store.gpkg"), study / "out" / "maps"
        language = study.name.rsplit("-")[-1]
        sources = store.connection.execute("SELECT coalesce(contributor, id), licence FROM sources").fetchall()
        credits = [text for row in sources for text in row if text]
        title = study.joinpath("title.txt").read_text(encoding="utf-8").strip()
        for path in sorted(maps.glob("*.pdf")):
            name = f"{study.name}, {path.name}"
            of_map = not path.name.startswith(("page", "atlas"))
            check(f"{name}: on its paper, with a title", pages(path))
            check(f"{name}: letters are embedded and say what they mean", fonts(path))
            check(f"{name}: lines and areas, no picture", pictures(path))
            check(f"{name}: its words are found" + (", title, sources and method too" if of_map else ""),
                  words(path, [title, *FOOT[language], *credits] if of_map else ["Licence Ouverte"]))
            check(f"{name}: something is drawn", drawn(path))
        for path in sorted(maps.glob("*.svg")):
            check(f"{study.name}, {path.name}: well-formed, no picture, nothing from elsewhere", vector(path))
        for path in sorted(maps.glob("*.png")):
            check(f"{study.name}, {path.name}: something is drawn", pixels(path))


if __name__ == "__main__":
    main()
