"""A headless Chromium, driven over a pair of pipes with the Chrome DevTools Protocol; nothing but Python's own library.

  with Browser() as browser:
      page = browser.open(Path("report/report.html"), width=1280, height=900)
      page.run("document.title")
"""
import base64
import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path


class Browser:
    """One Chromium with a profile of its own, which ends with the `with` block."""

    def __init__(self, command="chromium"):
        self.profile = tempfile.mkdtemp(prefix="copydesk-browser-")
        ours_in, theirs_out = os.pipe()
        theirs_in, ours_out = os.pipe()

        def place_pipes():
            # Chromium reads commands from descriptor 3 and answers on descriptor 4.
            read, write = os.dup(theirs_in), os.dup(theirs_out)
            os.dup2(read, 3)
            os.dup2(write, 4)

        self.process = subprocess.Popen(
            [command, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
             "--no-first-run", "--disable-extensions", "--remote-debugging-pipe", f"--user-data-dir={self.profile}",
             "about:blank"],
            preexec_fn=place_pipes, close_fds=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(theirs_in)
        os.close(theirs_out)
        self.reading, self.writing = os.fdopen(ours_in, "rb"), os.fdopen(ours_out, "wb")
        self.rest = b""
        self.number = 0
        self.events = []

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()
        shutil.rmtree(self.profile, ignore_errors=True)

    def send(self, method, session=None, **parameters):
        """Sends a command and gives its result; events that come meanwhile are kept in `events`."""
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        self.writing.write(json.dumps(message).encode() + b"\0")
        self.writing.flush()
        while True:
            answer = self.receive()
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']['message']}")
                return answer["result"]
            self.events.append(answer)

    def receive(self):
        while b"\0" not in self.rest:
            part = os.read(self.reading.fileno(), 1 << 16)
            if not part:
                raise RuntimeError("the browser has ended")
            self.rest += part
        message, self.rest = self.rest.split(b"\0", 1)
        return json.loads(message)

    def open(self, path, **look):
        page = Page(self)
        page.resize(**look)
        page.go(path)
        return page


class Page:
    """A tab."""

    def __init__(self, browser):
        self.browser = browser
        self.target = browser.send("Target.createTarget", url="about:blank")["targetId"]
        self.session = browser.send("Target.attachToTarget", targetId=self.target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.send(f"{domain}.enable")
        self.send("Performance.enable", timeDomain="threadTicks")

    def send(self, method, **parameters):
        return self.browser.send(method, self.session, **parameters)

    def resize(self, width=1280, height=900, scale=1, dark=False, media="", script=True):
        self.send("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=scale,
                  mobile=width < 600)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.send("Emulation.setEmulatedMedia", media=media, features=[scheme])
        self.send("Emulation.setScriptExecutionDisabled", value=not script)

    def go(self, path):
        """Opens a file and waits until it is loaded; gives the events that came meanwhile."""
        start = len(self.browser.events)
        self.send("Page.navigate", url=Path(path).resolve().as_uri())
        while not any(event.get("method") == "Page.loadEventFired" and event.get("sessionId") == self.session
                      for event in self.browser.events[start:]):
            self.browser.events.append(self.browser.receive())
        return self.browser.events[start:]

    def run(self, script):
        """The value of a JavaScript expression, once it has one."""
        result = self.send("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in result:
            details = result["exceptionDetails"]
            raise RuntimeError(details.get("exception", {}).get("description", details["text"]))
        return result["result"].get("value")

    def busy(self):
        """Seconds of processor time that the page's own thread has had, for layout, scripts and all."""
        metrics = self.send("Performance.getMetrics")["metrics"]
        return next(metric["value"] for metric in metrics if metric["name"] == "TaskDuration")

    def timing(self):
        """When a page was loaded and first painted, in seconds of the clock since it was asked for."""
        return self.run("""new Promise(resolve => {
          const tell = () => {
            const [load] = performance.getEntriesByType("navigation"), [paint] = performance.getEntriesByType("paint");
            if (load.loadEventEnd && paint) resolve([load.loadEventEnd / 1000, paint.startTime / 1000]);
            else setTimeout(tell, 10);
          };
          tell();
        })""")

    def close(self):
        self.browser.send("Target.closeTarget", targetId=self.target)

    def press(self, key):
        for kind in ("keyDown", "keyUp"):
            self.send("Input.dispatchKeyEvent", type=kind, key=key, code=key)

    def complaints(self):
        """What the browser's console says, and what the page asked of the network, since the tab was made."""
        complaints = []
        for event in self.browser.events:
            if event.get("sessionId") != self.session:
                continue
            method, parameters = event["method"], event.get("params", {})
            if method == "Log.entryAdded":
                complaints.append(parameters["entry"]["text"])
            elif method == "Runtime.exceptionThrown":
                complaints.append(parameters["exceptionDetails"]["text"])
            elif method == "Network.requestWillBeSent" and not parameters["request"]["url"].startswith(("file:", "data:")):
                complaints.append("asks for " + parameters["request"]["url"])
        return complaints

    def picture(self, path, whole=False, clip=None):
        """Saves what is seen as a PNG."""
        options = {"format": "png", "captureBeyondViewport": whole}
        if clip:
            options["clip"] = dict(zip(("x", "y", "width", "height"), clip), scale=1)
        Path(path).write_bytes(base64.b64decode(self.send("Page.captureScreenshot", **options)["data"]))

    def print(self, path):
        """Saves the page as a PDF, on A4."""
        result = self.send("Page.printToPDF", preferCSSPageSize=True, printBackground=False, paperWidth=8.27, paperHeight=11.69)
        Path(path).write_bytes(base64.b64decode(result["data"]))
