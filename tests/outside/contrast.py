"""Contrast of a page as it is painted, by WCAG 2.2 AA: letters and what lies behind them, edges of controls, signs of the map."""
import base64

import numpy
from osgeo import gdal

SCHEMES = ("light", "dark")
LETTERS, LARGE_LETTERS, SIGNS = 4.5, 3, 3
HIGHEST = 16000  # pixels that one picture holds

# Elements by a name that finds them again.
NAME = """const called = e => e.tagName.toLowerCase() + (e.id && !/\\d/.test(e.id) ? '#' + e.id : '') +
    [...e.classList].filter(c => !/^leaflet-(interactive|zoom-|marker-icon|touch|grab|pane)/.test(c)).map(c => '.' + c).join('');
  const name = e => (e.parentElement && e.parentElement !== document.body && !e.id ? called(e.parentElement) + ' ' : '') + called(e);"""

# Every text with its colour, size and places. What is switched off need not be read.
TEXTS = "(() => { " + NAME + """
  const found = [], seen = e => e.checkVisibility({checkVisibilityCSS: true}) && !e.closest(':disabled, [aria-disabled=true], .unseen');
  const opacity = e => { let o = 1; for (let p = e; p; p = p.parentElement) o *= getComputedStyle(p).opacity; return o; };
  const add = (e, style, rects, what) => { rects = [...rects].filter(r => r.width > 2 && r.height > 2); if (!rects.length) return;
    const size = parseFloat(style.fontSize) * (e.ownerSVGElement ? e.getScreenCTM().a : 1);
    found.push({name: name(e) + what, colour: e.ownerSVGElement ? style.fill : style.color, opacity: opacity(e),
      large: size >= 24 || (size >= 18.66 && style.fontWeight >= 700),
      rects: rects.map(r => [r.left + scrollX, r.top + scrollY, r.right + scrollX, r.bottom + scrollY])}); };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) { const e = texts.currentNode.parentElement;
    if (!texts.currentNode.data.trim() || !seen(e) || e.closest('script, style')) continue;
    const range = document.createRange(); range.selectNodeContents(texts.currentNode); add(e, getComputedStyle(e), range.getClientRects(), ''); }
  for (const e of document.body.querySelectorAll('*')) for (const part of ['::before', '::after']) {
    const style = getComputedStyle(e, part);
    if (/[^\\s"]/.test(style.content) && !['none', 'normal'].includes(style.content) && seen(e)) add(e, style, e.getClientRects(), part); }
  for (const e of document.querySelectorAll('input:is([type=search], [type=text])')) if (seen(e)) add(e, getComputedStyle(e), e.getClientRects(), '');
  return found; })()"""

# What tells that a control is one: its border, else the line under its words, else the colour of a box to be ticked.
CONTROLS = "(() => { " + NAME + """
  const found = [];
  for (const e of document.querySelectorAll('button, input, select, textarea, .leaflet-bar')) {
    const style = getComputedStyle(e), r = e.getBoundingClientRect();
    if (!e.checkVisibility({checkVisibilityCSS: true}) || e.disabled || r.width < 3) continue;
    const line = style.textDecorationLine === 'underline', box = e.type === 'checkbox' || e.type === 'radio';
    const bordered = parseFloat(style.borderTopWidth) >= 1 && style.borderTopStyle !== 'none' && !box;
    const colour = bordered ? style.borderTopColor : line ? style.textDecorationColor : box ? style.accentColor : '';
    if (colour && colour !== 'auto') found.push({name: name(e) + (bordered ? ', border' : line ? ', underline' : ', tick'), colour, outside: !line || bordered, own: bordered ? style.backgroundColor : '',
      rect: [r.left + scrollX, r.top + scrollY, r.right + scrollX, r.bottom + scrollY]}); }
  return found; })()"""

# Of the signs, the colour that shows them and the one they are told from; areas are told apart by their own palette.
MAP_SIGNS = [(".badge", "stroke", "fill"), (".number-sign span", "borderTopColor", "backgroundColor"), (".provider", "fill", "stroke"),
             (".own", "stroke", "--land"), (".region", "stroke", "--land"), (".hole-edge", "stroke", "--land"), (".scale", "stroke", "--sea"),
             (".live .outline", "stroke", "--land"), (".leaflet-control-scale-line", "borderBottomColor", "--sea")]
MAP_COLOURS = """((selector, of, against) => { const e = [...document.querySelectorAll(selector)].find(e => e.checkVisibility({checkVisibilityCSS: true}));
  if (!e) return null; const style = getComputedStyle(e), probe = document.createElement('i');
  probe.style.color = against.startsWith('--') ? `var(${against})` : style[against]; document.body.append(probe);
  const other = getComputedStyle(probe).color; probe.remove(); return [style[of], other]; })(%r, %r, %r)"""

# Lays a colour on every letter; halos and whatever lies behind them stay.
PAINT = """(colour => { const sheet = new CSSStyleSheet(); sheet.replaceSync(colour && `*, *::before, *::after {
  -webkit-text-fill-color: ${colour} !important; caret-color: transparent !important; transition: none !important }
  svg text, svg text * { fill: ${colour} !important }`); document.adoptedStyleSheets = [sheet]; })(%r)"""


def rgb(colour):
    """Red, green, blue and opacity of what a browser says of a colour."""
    numbers = [float(word) for word in colour[colour.index("(") + 1:-1].replace(",", " ").replace("/", " ").split()]
    return numpy.array(numbers[:3]), numbers[3] if len(numbers) > 3 else 1.0


def luminance(colours):
    part = numpy.asarray(colours, dtype=float) / 255
    linear = numpy.where(part <= 0.04045, part / 12.92, ((part + 0.055) / 1.055) ** 2.4)
    return linear @ numpy.array([0.2126, 0.7152, 0.0722])


def ratio(one, other):
    """From 1 to 21, of colours or of pictures."""
    a, b = luminance(one), luminance(other)
    return (numpy.maximum(a, b) + 0.05) / (numpy.minimum(a, b) + 0.05)


def picture(page, **part):
    """Pixels of what is seen, or of a part of it, rows first."""
    shot = page.send("Page.captureScreenshot", format="png", **({"clip": {**part, "scale": 1}} if part else {}))
    gdal.FileFromMemBuffer("/vsimem/shot.png", base64.b64decode(shot["data"]))
    pixels = gdal.Open("/vsimem/shot.png").ReadAsArray()[:3]
    gdal.Unlink("/vsimem/shot.png")
    return numpy.moveaxis(pixels, 0, -1).astype(float)


def cut(pixels, rect, more=0):
    left, top, right, bottom = (max(0, round(side)) for side in (rect[0] - more, rect[1] - more, rect[2] + more, rect[3] + more))
    return pixels[top:bottom, left:right]


def letters(page, behind, marked):
    """Each text against the pixels that its letters stand on."""
    for text in page.value(TEXTS):
        colour, own = rgb(text["colour"])
        strength, least = own * text["opacity"], LARGE_LETTERS if text["large"] else LETTERS
        ground = []
        for rect in text["rects"]:
            there = cut(behind, rect)
            change = numpy.abs(cut(marked, rect) - there).max(axis=-1, initial=0)
            ground.append(there[change > max(40, 0.5 * change.max(initial=0))])
        ground = numpy.concatenate(ground)
        if len(ground) == 0:
            continue  # covered by something, or scrolled away
        worst = numpy.percentile(ratio(colour * strength + ground * (1 - strength), ground), 10)
        if worst < least - 0.005:
            yield f"{text['name']}: {worst:.2f} of {least} ({text['colour']})"


def edges(page, behind):
    for control in page.value(CONTROLS):
        colour, strength = rgb(control["colour"])
        around = cut(behind, control["rect"], 3) if control["outside"] else cut(behind, control["rect"])
        if around.size == 0:
            continue  # scrolled away
        ground = numpy.median(numpy.concatenate([around[0], around[-1], around[:, 0], around[:, -1]]), axis=0)
        found = ratio(colour * strength + ground * (1 - strength), ground)
        if control["own"] and rgb(control["own"])[1] == 1:  # a border is seen from one side or the other
            found = max(found, ratio(colour, rgb(control["own"])[0]))
        if found < SIGNS - 0.005:
            yield f"{control['name']}: {found:.2f} of {SIGNS} ({control['colour']})"


def signs(page):
    for sign in MAP_SIGNS:
        colours = page.value(MAP_COLOURS % sign)
        if colours and not any("(" not in colour for colour in colours):
            found = ratio(rgb(colours[0])[0], rgb(colours[1])[0])
            if found < SIGNS - 0.005:
                yield f"{sign[0]}: {found:.2f} of {SIGNS} ({colours[0]} on {colours[1]})"


def point_at_everything(page):
    """As if the pointer lay on each link, button and row at once."""
    for domain in ("DOM", "CSS"):
        page.send(f"{domain}.enable")
    root = page.send("DOM.getDocument")["root"]["nodeId"]
    for node in page.send("DOM.querySelectorAll", nodeId=root, selector="a, button, input, tr, summary, path.told")["nodeIds"][:400]:
        page.send("CSS.forcePseudoState", nodeId=node, forcedPseudoClasses=["hover"])


def contrast(page):
    """What is too faint on a page as it stands: one line for each thing that is called the same."""
    page.value("scrollTo(0, 0)")
    for _ in range(2):  # what follows the window's height grows with it
        page.look(min(page.value("document.documentElement.scrollHeight"), HIGHEST))
        page.settle()
    page.value(PAINT % "transparent")
    behind = picture(page)
    page.value(PAINT % "rgb(255, 0, 255)")
    marked = picture(page)
    page.value(PAINT % "")
    told = {}
    if page.value("document.documentElement.scrollHeight") > HIGHEST:
        yield f"higher than {HIGHEST} pixels: not all of it is looked at"
    for problem in (*letters(page, behind, marked), *edges(page, behind), *signs(page)):
        told.setdefault(problem.split(":")[0], problem)
    yield from told.values()
