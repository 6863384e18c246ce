"""A page without a pointer, by WCAG 2.2 AA: what can be worked is reached by Tab, is seen to have the keyboard, and answers it."""
from contrast import NAME, SIGNS, picture, ratio

# Key, its code, and what it types.
KEYS = {"Tab": (9, ""), "Enter": (13, "\r"), " ": (32, " "), "Escape": (27, ""), "ArrowRight": (39, ""), "+": (187, "+")}

# What a pointer can work, each once; a map's holes and places are worked from its table, by their buttons there.
FIND = "(() => { " + NAME + """
  const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [role=button], [tabindex]:not([tabindex="-1"])')];
  window.raquetteStops = all.filter(e => { const r = e.getBoundingClientRect();
    return e.checkVisibility({checkVisibilityCSS: true}) && r.width && r.height && !e.disabled; });
  return window.raquetteStops.map(name); })()"""

# Where the keyboard is: its place among those found, and whether anything hides all of it.
AT = """(() => { const e = document.activeElement; if (!e || e === document.body || e === document.documentElement) return null;
  const r = e.getBoundingClientRect(), seen = (x, y) => { const top = document.elementFromPoint(x, y); return top && (e.contains(top) || top.contains(e)); };
  const [x, y] = [[.5, .1, .9], [.5, .1, .9]].map((parts, i) => parts.map(p => i ? r.top + p * r.height : r.left + p * r.width));
  return {at: window.raquetteStops.indexOf(e), seen: x.some(x => y.some(y => seen(x, y))),
    rect: [r.left + scrollX, r.top + scrollY, r.width, r.height]}; })()"""

# What a reader would see change, or a program that reads the page aloud. Nobody leaves the page.
WATCH = """addEventListener('click', event => { const link = event.target.closest('a[href]'); window.raquetteClicks = (window.raquetteClicks ?? 0) + (link ? 1 : 0);
  if (link && !link.getAttribute('href').startsWith('#')) event.preventDefault(); }, true)"""
STATE = """(() => { const told = JSON.stringify([document.body.innerHTML, location.hash, window.raquetteClicks, document.activeElement.className,
  [...document.querySelectorAll('input')].map(i => [i.checked, i.value])]);
  let sum = 0; for (let i = 0; i < told.length; ++i) sum = (sum * 31 + told.charCodeAt(i)) | 0; return [told.length, sum]; })()"""
FOCUS = "window.raquetteStops[%d].focus({preventScroll: false})"
KIND = """(e => e.ariaDisabled === 'true' ? 'other' : e.matches('.leaflet-container') ? 'map' : e.matches('input[type=checkbox]') ? 'tick' : e.matches('input, textarea') ? 'field' :
  e.matches('a:not([role=button])') ? 'link' : e.matches('button, summary, [role=button]') ? 'button' : 'other')(window.raquetteStops[%d])"""
WORKED_BY = {"map": ("ArrowRight", "+"), "tick": (" ",), "field": ("z",), "link": ("Enter",), "button": ("Enter", " "), "other": ()}


def press(page, key):
    if key not in KEYS:
        page.send("Input.insertText", text=key)
        return
    code, text = KEYS[key]
    name = {"code": "Space" if key == " " else key, "windowsVirtualKeyCode": code, "key": key}
    page.send("Input.dispatchKeyEvent", type="keyDown" if text else "rawKeyDown", text=text, **name)
    if key != "Tab":
        page.send("Input.dispatchKeyEvent", type="keyUp", **name)


def wake(page):
    """Maps are made when they come near."""
    page.value("""(async () => { for (let y = 0; y < document.body.scrollHeight; y += 500) { scrollTo(0, y); await new Promise(requestAnimationFrame); }
      scrollTo(0, 0); })()""")
    page.settle()


def is_seen(page, rect):
    """What changes when the keyboard leaves: as much as a thin line around, and not faint."""
    left, top, width, height = rect
    part = {"x": max(0, left - 8), "y": max(0, top - 8), "width": width + 16, "height": height + 16}
    page.value("window.raquetteFocused = document.activeElement")
    with_it = picture(page, **part)
    page.value("window.raquetteFocused.blur()")
    without = picture(page, **part)
    page.value("window.raquetteFocused.focus({preventScroll: true})")
    return (ratio(with_it, without) >= SIGNS).sum() >= width + height


def tabbing(page, names, first_of):
    """Tab from the beginning to the end: each in turn, none hidden, no way back before the end. The first of each name is looked at closely."""
    reached, looked = set(), set()
    for _ in range(len(names) + 20):
        press(page, "Tab")
        stop = page.value(AT)
        if stop is None:
            break
        name = names[stop["at"]] if stop["at"] >= 0 else "something that was not there before"
        if stop["at"] in reached:
            yield f"{name}: Tab comes back to it before the end"
            break
        reached.add(stop["at"])
        if not stop["seen"]:
            yield f"{name}: has the keyboard behind something else"
        if name not in looked:
            looked.add(name)
            first_of[name] = stop["at"]
            if not is_seen(page, stop["rect"]):
                yield f"{name}: nothing shows that it has the keyboard"
    else:
        yield "Tab does not come to an end"
    missed = {names[i] for i in range(len(names)) if i not in reached}
    yield from (f"{name}: Tab does not reach it" for name in sorted(missed))


def working(page, first_of):
    """The first of each name, by each key that works its kind: maps first, so that there is something to bring back."""
    page.value(WATCH)
    kinds = {name: page.value(KIND % at) for name, at in first_of.items() if at >= 0}
    for name in sorted(kinds, key=lambda name: kinds[name] != "map"):
        at = first_of[name]
        for key in WORKED_BY[kinds[name]]:
            if not page.value(f"window.raquetteStops[{at}].isConnected"):
                continue
            page.value(FOCUS % at)
            before = page.value(STATE)
            press(page, key)
            page.settle()
            if page.value(STATE) == before:
                yield f"{name}: {'Space' if key == ' ' else key} does nothing"
            press(page, "Escape")


def cards(page):
    """What opens over the map takes the keyboard, gives it to all it holds, and back where it came from."""
    for opener in (".number-sign", ".to-map"):
        if not page.value(f"!!document.querySelector({opener!r})"):
            continue
        opened = f"document.querySelector({opener!r})"
        for way in ("Escape", "Enter", " "):
            page.value(f"{opened}.focus()")
            press(page, "Enter")
            page.settle()
            if not page.value("!!document.activeElement.closest('.leaflet-popup')"):
                yield f"{opener}: the card that opens does not take the keyboard"
                return
            if way == "Escape":
                names = page.value(FIND.replace("document.querySelectorAll", "document.activeElement.querySelectorAll"))
                for name in names:
                    press(page, "Tab")
                    stop = page.value(AT)
                    if not stop or stop["at"] < 0:
                        yield f"{name}: Tab does not reach it in its card"
                    elif not is_seen(page, stop["rect"]):
                        yield f"{name}: nothing shows that it has the keyboard"
            else:
                page.value("document.querySelector('.leaflet-popup-close-button').focus()")
            press(page, way)
            page.settle()
            if page.value("!!document.querySelector('.leaflet-popup-content')"):
                yield f"{opener}: {'Space' if way == ' ' else way} does not close its card"
                press(page, "Escape")
            elif not page.value(f"document.activeElement === {opened}"):
                yield f"{opener}: its card, closed by {'Space' if way == ' ' else way}, does not give the keyboard back"


def keyboard(page):
    wake(page)
    first_of = {}
    yield from tabbing(page, page.value(FIND), first_of)
    yield from working(page, first_of)
    yield from cards(page)
