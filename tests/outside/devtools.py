"""Chromium without a window, spoken to over two pipes in its DevTools protocol: one JSON message, one NUL byte."""
import base64
import json
import os
import select
import subprocess
import tempfile
import time

# Nothing leaves the machine, even when a page asks for it: asking is what is to be seen.
FLAGS = ["--headless=new", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe", "--host-resolver-rules=MAP * ~NOTFOUND",
         "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"]


class Browser:
    def __init__(self):
        self.profile = tempfile.TemporaryDirectory(prefix="raquette-chromium-", ignore_cleanup_errors=True)
        to_it, self.out = os.pipe()
        self.into, from_it = os.pipe()
        # It reads its orders from descriptor 3 and answers on 4; the shell puts ours there.
        command = ["sh", "-c", f'exec "$@" 3<&{to_it} 4>&{from_it}', "sh", "chromium", *FLAGS, f"--user-data-dir={self.profile.name}"]
        self.process = subprocess.Popen(command, pass_fds=(to_it, from_it), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_it)
        os.close(from_it)
        self.count, self.read, self.events = 0, b"", []

    def __enter__(self):
        return self

    def __exit__(self, *_):
        try:
            self.send("Browser.close")
        except (OSError, TimeoutError):
            self.process.kill()
        self.process.wait(20)
        self.profile.cleanup()

    def next_message(self, until):
        while b"\0" not in self.read:
            if not select.select([self.into], [], [], max(0, until - time.monotonic()))[0]:
                raise TimeoutError("Chromium does not answer")
            piece = os.read(self.into, 1 << 20)
            if not piece:
                raise OSError("Chromium has gone")
            self.read += piece
        message, self.read = self.read.split(b"\0", 1)
        return json.loads(message)

    def send(self, method, session=None, seconds=60, **params):
        self.count += 1
        order = {"id": self.count, "method": method, "params": params, **({"sessionId": session} if session else {})}
        os.write(self.out, json.dumps(order).encode() + b"\0")
        until = time.monotonic() + seconds
        while True:
            message = self.next_message(until)
            if message.get("id") == self.count:
                if "error" in message:
                    raise OSError(f"{method}: {message['error']['message']}")
                return message["result"]
            self.events.append(message)

    def wait_for(self, method, session, seconds=60):
        until = time.monotonic() + seconds
        while not any(e.get("method") == method and e.get("sessionId") == session for e in self.events):
            self.events.append(self.next_message(until))

    def page(self, url, width, height, mobile=False, **media):
        """`media`: what it is told of its reader, as prefers_color_scheme="dark"."""
        return Page(self, url, width, height, mobile, media)


class Page:
    """A page in a tab of its own, with all it said and asked for while it loaded."""

    def __init__(self, browser, url, width, height, mobile, media):
        self.browser = browser
        self.target = browser.send("Target.createTarget", url="about:blank")["targetId"]
        self.session = browser.send("Target.attachToTarget", targetId=self.target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.send(f"{domain}.enable")
        self.width, self.mobile = width, mobile
        self.look(height, 2 if mobile else 1)
        self.send("Emulation.setEmulatedMedia", features=[{"name": name.replace("_", "-"), "value": value} for name, value in media.items()])
        browser.events.clear()
        self.send("Page.navigate", url=url)
        browser.wait_for("Page.loadEventFired", self.session)
        self.settle()

    def look(self, height, sharpness=1):
        """Through a window so high, of so many dots for each pixel of style sheets."""
        self.send("Emulation.setDeviceMetricsOverride", width=self.width, height=height, deviceScaleFactor=sharpness, mobile=self.mobile)

    def close(self):
        self.browser.send("Target.closeTarget", targetId=self.target)

    def send(self, method, **params):
        return self.browser.send(method, self.session, **params)

    def settle(self):
        """Two frames and a quarter of a second: what a script does after loading is done, or has failed."""
        self.value("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 250))))")

    def value(self, expression):
        answer = self.send("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(answer["exceptionDetails"].get("exception", {}).get("description", "a script failed"))
        return answer["result"].get("value")

    def complaints(self):
        """Errors and warnings of the console, uncaught exceptions, breaches of the content security policy."""
        for event in self.browser.events:
            method, params = event.get("method"), event.get("params", {})
            if method == "Runtime.exceptionThrown":
                yield params["exceptionDetails"].get("exception", {}).get("description") or params["exceptionDetails"]["text"]
            elif method == "Runtime.consoleAPICalled" and params["type"] in ("error", "warning", "assert"):
                yield f"console.{params['type']}: {[a.get('value', a.get('description')) for a in params['args']]}"
            elif method == "Log.entryAdded" and params["entry"]["level"] in ("error", "warning"):
                yield params["entry"]["text"]
            elif method == "Page.javascriptDialogOpening":
                yield f"a dialogue: {params['message']}"

    def requests(self):
        """Addresses it asked for, but for the page itself and what stands in it."""
        for event in self.browser.events:
            if event.get("method") == "Network.requestWillBeSent":
                url = event["params"]["request"]["url"]
                if not url.startswith(("file:", "data:", "blob:", "about:")):
                    yield url
            elif event.get("method") == "Network.webSocketCreated":
                yield event["params"]["url"]

    def picture(self, path):
        metrics = self.send("Page.getLayoutMetrics")["cssContentSize"]
        clip = {"x": 0, "y": 0, "width": metrics["width"], "height": min(metrics["height"], 6000), "scale": 1}
        shot = self.send("Page.captureScreenshot", format="png", captureBeyondViewport=True, clip=clip)
        path.write_bytes(base64.b64decode(shot["data"]))

    def print(self, path):
        path.write_bytes(base64.b64decode(self.send("Page.printToPDF", preferCSSPageSize=True, printBackground=True)["data"]))
