"""Pages in a real browser: silent, asking nobody for anything, no wider than a telephone, no name of the data run as a script, read by weak
eyes and without a mouse."""
import pathlib
import sys
import tempfile

from contrast import SCHEMES, contrast, point_at_everything
from devtools import Browser
from keyboard import keyboard
from make_study import BROKEN_OUT
from said import check, skip

CALM = {"prefers_reduced_motion": "reduce"}
SIZES = {"phone": (390, 844, True), "desktop": (1280, 900, False)}

# What must be seen, or silence would mean nothing.
BAD_PAGE = """<!DOCTYPE html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="style-src 'none'">
<title>bad</title><p style="width:3000px">wide</p><img src="http://raquette.invalid/x.png"><script>console.error("said"); undefinedName()</script>"""

# Too faint, and not to be worked by the keyboard.
FAINT_PAGE = """<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>faint</title><style>body{background:#fff}p{color:#999}
input{border:1px solid #ccc;color:#000}.plain:focus{outline:none}.under{position:fixed;top:0;left:300px}.over{position:fixed;top:0;left:290px;
width:200px;height:60px;background:#fff}</style><p>faint</p><input type="search"><a class="plain" href="#here">plain</a>
<div class="deaf" role="button" tabindex="0">deaf</div><a class="left-out" href="#here" tabindex="-1">left out</a><button class="under">under</button><div
class="over"></div>"""
FAINTNESS = ("p: 2.", "input, border: 1.")
DEAFNESS = ("a.plain: nothing shows", "div.deaf: Enter does", "div.deaf: Space does", "a.left-out: Tab does not reach", "button.under: ")

# Headers by which a table is sorted: a button in them, or what makes the header one.
SORTERS = 'thead th :is(button, [role="button"]), thead th:is([role="button"], [tabindex])'

# Clicks the sorter of a column twice and gives the column as it was, after one click and after two.
SORT = """(async () => {
  const clicked = document.querySelectorAll(%r)[%d];
  const cell = clicked.closest('th'), table = clicked.closest('table');
  const at = [...cell.parentNode.children].indexOf(cell);
  const rest = () => new Promise(done => setTimeout(done, 100));
  const column = () => [...table.tBodies[0].rows].map(row => {
    const found = row.cells[at]; return found ? (found.dataset.sort ?? found.dataset.value ?? found.textContent.trim()) : ''; });
  const whole = () => [...table.tBodies[0].rows].map(row => row.textContent).sort().join('\\n');
  const [before, kept] = [column(), whole()];
  clicked.click(); await rest(); const once = column(), said = cell.ariaSort;
  clicked.click(); await rest(); const twice = column();
  return {name: cell.textContent.trim(), before, once, twice, said, saidThen: cell.ariaSort, lost: whole() !== kept};
})()"""

# Holes of a map that are drawn with an area and a colour: paths of its own, of Leaflet, or dots of a canvas. A sample in a legend is none.
DRAWN = """(() => {
  const inked = shape => { const b = shape.getBoundingClientRect(), style = getComputedStyle(shape);
    return b.width > 20 && b.height > 20 && style.fill !== 'none' && style.fillOpacity !== '0' && style.visibility !== 'hidden'; };
  const paths = [...document.querySelectorAll('svg path, svg polygon')].filter(inked).length;
  const canvases = [...document.querySelectorAll('canvas')].filter(canvas => {
    const bytes = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
    let colours = new Set(); for (let i = 0; i < bytes.length; i += 44) if (bytes[i + 3]) colours.add(bytes[i] + ',' + bytes[i + 1] + ',' + bytes[i + 2]);
    return colours.size > 2; }).length;
  return paths + canvases; })()"""

STRUCTURE = """(() => {
  const problems = [], ids = [...document.querySelectorAll('[id]')].map(e => e.id);
  const twice = ids.filter((id, i) => ids.indexOf(id) !== i);
  if (twice.length) problems.push('ids stand twice: ' + [...new Set(twice)].slice(0, 5));
  if (!document.documentElement.lang) problems.push('no language is said');
  if (document.querySelectorAll('h1').length !== 1) problems.push(document.querySelectorAll('h1').length + ' h1');
  for (const link of document.querySelectorAll('a[href]')) {
    if (link.hash && link.pathname === location.pathname && !document.getElementById(decodeURIComponent(link.hash.slice(1))))
      problems.push('a link to nowhere: ' + link.hash);
    if (/^\\s*(javascript|data|vbscript):/i.test(link.getAttribute('href'))) problems.push('a link runs ' + link.getAttribute('href'));
  }
  return problems; })()"""


OPEN_CARD = "(() => { const opener = document.querySelector('.to-map, .number-sign'); opener?.click(); return !!opener; })()"

# The deepest elements that reach out of the window, and not within one that scrolls by itself.
TOO_WIDE = """(() => {
  const most = document.documentElement.clientWidth, inScroller = e => { for (let p = e.parentElement; p && p !== document.body; p = p.parentElement)
    if (getComputedStyle(p).overflowX !== 'visible') return true; return false; };
  const out = [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > most + 1 && !inScroller(e));
  return out.filter(e => !out.some(other => other !== e && e.contains(other))).slice(0, 3).map(e =>
    e.tagName + (e.className.baseVal ?? e.className ? '.' + (e.className.baseVal ?? e.className) : '') + ' “' + e.textContent.slice(0, 40) + '”'); })()"""


def width(page):
    found = page.value("({page: document.documentElement.scrollWidth, window: document.documentElement.clientWidth})")
    if found["page"] > found["window"]:
        yield f"{found['page']} px wide in {found['window']}: {'; '.join(page.value(TOO_WIDE))}"


def sees_bad(browser):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "bad.html"
        path.write_text(BAD_PAGE, encoding="utf-8")
        page = browser.page(path.as_uri(), *SIZES["desktop"])
        said = " ".join(map(str, page.complaints()))
        for word in ("said", "undefinedName", "Content Security Policy"):
            if word not in said:
                yield f"“{word}” was not seen: {said}"
        if not list(page.requests()):
            yield "a request was not seen"
        # The policy forbids the width said in the page.
        page.value("document.body.append(Object.assign(document.createElement('canvas'), {width: 3000}))")
        if not list(width(page)):
            yield "a page too wide was not seen"


def sees_faint(browser):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "faint.html"
        path.write_text(FAINT_PAGE, encoding="utf-8")
        page = browser.page(path.as_uri(), *SIZES["desktop"])
        faint, deaf = list(contrast(page)), list(keyboard(page))
    for found, wanted in ((faint, FAINTNESS), (deaf, DEAFNESS)):
        yield from (f"“{start}” was not seen: {found}" for start in wanted if not any(line.startswith(start) for line in found))
        yield from (f"seen where it is not: {line}" for line in found if not line.startswith(wanted))


def in_order(column):
    """By number or by letter, up or down: which of them is the page's affair."""
    def number(text):
        kept = "".join(c for c in text.replace(",", ".").replace("\u2212", "-") if c.isdigit() or c in ".-")
        try:
            return float(kept)
        except ValueError:
            return None
    said = [value for value in column if value not in ("", "–", "—")]
    numbers = [number(value) for value in said]
    keys = numbers if None not in numbers else [value.casefold() for value in said]
    return keys in (sorted(keys), sorted(keys, reverse=True))


def sorting(page):
    count = page.value(f"document.querySelectorAll({SORTERS!r}).length")
    for i in range(min(count, 8)):
        told = page.value(SORT % (SORTERS, i))
        if told["lost"]:
            yield f"{told['name']}: sorting lost or changed a row"
        if len(set(told["before"])) > 1 and told["once"] == told["twice"]:
            yield f"{told['name']}: a second click changes nothing"
        if all(len(value) < 25 and value.isascii() for value in told["once"]) and not in_order(told["once"]):
            yield f"{told['name']}: not in order: {told['once'][:8]}"
        if told["said"] not in ("ascending", "descending") or told["saidThen"] == told["said"]:
            yield f"{told['name']}: aria-sort says {told['said']}, then {told['saidThen']}"


def others(page, name):
    """The same page otherwise: its drawn maps, as where scripts do not run; then a card open, and the pointer on everything."""
    page.value("window.raquetteMaps = [...document.querySelectorAll('.moves-on')]; raquetteMaps.forEach(map => map.classList.remove('moves-on'))")
    check(f"{name}: on the drawn map, too", contrast(page))
    page.value("raquetteMaps.forEach(map => map.classList.add('moves-on'))")
    if page.value(OPEN_CARD):
        page.settle()
        point_at_everything(page)
        check(f"{name}: with a card open and under the pointer, too", contrast(page))


def reading(browser, path, name, size):
    """By who sees little, in light and dark."""
    for scheme in SCHEMES:
        page = browser.page(path.resolve().as_uri(), *SIZES[size], prefers_color_scheme=scheme, **CALM)
        check(f"{name}, {scheme}: letters, controls and signs stand out", contrast(page))
        if size == "desktop":
            others(page, f"{name}, {scheme}")
        page.close()


def checks(browser, path):
    name = f"{path.parent.parent.name}, {path.name}"
    for size, shape in SIZES.items():
        page = browser.page(path.resolve().as_uri(), *shape)
        check(f"{name}, {size}: the console is silent", page.complaints())
        check(f"{name}, {size}: nobody is asked for anything", page.requests())
        check(f"{name}, {size}: no wider than the window", width(page))
        check(f"{name}, {size}: no name became a script or an element",
              [f"{BROKEN_OUT} is set"] if page.value(f"'{BROKEN_OUT}' in window || !!document.querySelector('img[src*=invalid]')") else [])
        page.picture(path.parent.parent / f"{path.stem}-{size}.png")
    check(f"{name}: one title, links that lead somewhere, no id twice", page.value(STRUCTURE))
    kind = "Leaflet" if page.value("!!document.querySelector('.leaflet-container')") else "fixed"
    check(f"{name}: its map ({kind}) has drawn holes", [] if page.value(DRAWN) else ["no hole has an extent"])
    if page.value(f"!!document.querySelector({SORTERS!r})"):
        check(f"{name}: tables are sorted by their headers", sorting(page))
    else:
        skip(f"{name}: tables are sorted by their headers", "none can be")
    check(f"{name}: silent and alone to the end", [*page.complaints(), *page.requests()])
    page.print(path.parent.parent / f"{path.stem}-printed.pdf")
    for size in SIZES:
        reading(browser, path, f"{name}, {size}", size)
    page = browser.page(path.resolve().as_uri(), *SIZES["desktop"], **CALM)
    check(f"{name}: the keyboard reaches everything, is seen there and works it", keyboard(page))
    check(f"{name}: silent under the keyboard", page.complaints())
    page.close()


def main():
    with Browser() as browser:
        check("Chromium: an error, a breach of policy, a request and a wide page are seen", sees_bad(browser))
        check("Chromium: what is too faint, and what the keyboard does not work, is seen", sees_faint(browser))
        for study in map(pathlib.Path, sys.argv[1:]):
            for path in sorted((study / "out").glob("*.html")):
                checks(browser, path)


if __name__ == "__main__":
    main()
