"""Fills in an answer in the real window, kills it, reads the answer back, and measures a hostile page."""

import http.server
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time

import pyatspi

PROGRAM, FOLDER, PICTURES = sys.argv[1:4]
SAMPLES = os.path.join(os.path.dirname(__file__), "../../testdata/instruments")
PATIENCE = 30  # seconds for anything to appear
EXPLANATION = "Volgt in 2027: budget van € 12.000 – één loket"


def within(seconds, look):
    """Gives what look() finds, as soon as it finds something; None when time is up."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            found = look()
        except Exception:  # the tree changes while it is read
            found = None
        if found:
            return found
        time.sleep(0.1)
    return None


def poll(what, look):
    """Gives what look() finds, and ends the test where it never does."""
    found = within(PATIENCE, look)
    if found:
        return found
    picture("failed")
    print(tree(), file=sys.stderr)
    sys.exit(f"not found within {PATIENCE} s: {what}")


def nodes(node):
    yield node
    for child in node:
        if child is not None:
            yield from nodes(child)


def application():
    for app in pyatspi.Registry.getDesktop(0):
        if app is not None and "toetssteen" in app.name.lower():
            return app
    return None


def find(role, name):
    def look():
        for node in nodes(application()):
            if node.getRoleName() == role and name in node.name and node.getState().contains(pyatspi.STATE_SHOWING):
                return node
        return None

    return poll(f"{role} “{name}”", look)


def showing(text):
    """Tells whether the window says the text, in a name or as text."""
    return any(text in node.name or text in content(node) for node in nodes(application()))


def says(text):
    """Waits until the window says the text."""
    return poll(f"the text “{text}”", lambda: showing(text))


def content(node):
    try:
        text = node.queryText()
        return text.getText(0, text.characterCount)
    except NotImplementedError:
        return ""


def tree():
    try:
        return "\n".join(f"{n.getRoleName()} “{n.name}” {content(n)[:60]}" for n in nodes(application()))
    except Exception as error:  # the app may be gone: that is what is reported
        return f"no tree: {error}"


def press(role, name):
    find(role, name).queryAction().doAction(0)


def keys(*arguments):
    subprocess.run(["xdotool", *arguments], check=True)


def picture(name):
    subprocess.run(["import", "-window", "root", os.path.join(PICTURES, name + ".png")], check=False)


def start():
    process = subprocess.Popen([PROGRAM, "--sample", "--data", FOLDER, "--lang", "nl"])
    poll("the window", application)
    window = subprocess.run(
        ["xdotool", "search", "--sync", "--onlyvisible", "--pid", str(process.pid)],
        check=True, capture_output=True, text=True).stdout.split()[-1]
    keys("windowfocus", "--sync", window)  # there is no window manager that does
    return process


def command(*arguments):
    done = subprocess.run([PROGRAM, *arguments, "--data", FOLDER, "--json"], check=True, capture_output=True, text=True)
    return json.loads(done.stdout)


def running():
    """Gives the answers of the assessments that are running, in the strategy's order, by assessment and criterion."""
    return {
        (assessment["id"], answer["criterion"]): answer
        for service in command("assessment", "list")
        for assessment in service["assessments"]
        if assessment["state"] == "running"
        for answer in command("assessment", "show", assessment["id"])["answers"]
    }


class Listener(http.server.BaseHTTPRequestHandler):
    """Remembers who came: nothing may."""

    came = []

    def handle_one_request(self):
        self.came.append(self.client_address)
        self.close_connection = True


def hostile(folder):
    """Gives a copy of the hostile page that reaches out to a listener of ours."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Listener)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with socket.create_connection(server.server_address):
        poll("the listener hears", lambda: Listener.came)
    Listener.came.clear()
    address = f"http://127.0.0.1:{server.server_port}"
    with open(os.path.join(SAMPLES, "awful.html"), encoding="utf-8") as page:
        text = page.read()
    path = os.path.join(folder, "awful.html")
    with open(path, "w", encoding="utf-8") as copy:
        copy.write(text.replace("https://reach-out.example", address))
    return path


def at(criterion, order):
    """Goes to a criterion with the arrows, one at a time."""
    def reached():
        title = next(n.name for n in nodes(application()) if n.getRoleName() == "document web")
        here = title.split(" ")[0]
        if here == criterion:
            return True
        keys("key", "Up" if order.index(here) > order.index(criterion) else "Down")
        return False

    poll(f"criterion {criterion}", reached)


def unfold(summary, role, name):
    """Opens a disclosure by keyboard, until what is in it shows."""
    def shows():
        return any(n.getRoleName() == role and name in n.name for n in nodes(application()))

    def opened():
        next(n for n in nodes(application()) if summary in n.name).queryComponent().grabFocus()
        keys("key", "Return")
        return within(2, shows)  # pressed too soon, the key would close it again

    poll(f"“{name}” in “{summary}”", opened)


def choose(path):
    """Types a path in the system's dialog for files."""
    find("push button", "Open")
    keys("key", "slash")
    keys("key", "ctrl+a")
    keys("type", "--delay", "20", path)
    keys("key", "Return")


def measure_page(folder, order):
    """Measures the hostile page in the window's own browser."""
    press("link", "Werk verder")
    find("toggle button", "Nee")
    at("GC-I1", order)
    unfold("Meten in plaats van gissen", "link", "pagina")
    press("link", "pagina")
    press("push button", "Open een bewaarde pagina")
    choose(hostile(folder))
    says("Resultaat voor awful.html")
    says("Drempel niet gehaald")
    says("Invulveld zonder label")
    picture("page")
    if Listener.came:
        sys.exit(f"the hostile page reached out: {Listener.came}")
    print("ok: a hostile page was measured, and reached nothing")


def main():
    subprocess.run([PROGRAM, "sample", "--data", FOLDER], check=True)
    before = running()

    process = start()
    says("provoked: ProvokeNil=internal ProvokeNaN=internal")
    print("ok: a nil dereference and a NaN in a method did not end the app")
    says("Vandaag")
    picture("home")

    press("link", "Werk verder")
    find("toggle button", "Nee")
    picture("assessment")
    keys("key", "n")
    find("entry", "Waarom niet").queryComponent().grabFocus()
    keys("type", "--delay", "40", EXPLANATION)
    poll("the explanation in its box", lambda: EXPLANATION in content(find("entry", "Waarom niet")))
    # What the window calls saved must survive: it is killed as soon as it says so.
    poll("the word that it is saved", lambda: showing("Bewaard") and not showing("Bewaart"))
    picture("answered")
    process.send_signal(signal.SIGKILL)
    process.wait()
    answers = running()
    changed = [place for place in answers if answers[place]["verdict"] != before[place]["verdict"]]
    if len(changed) != 1 or answers[changed[0]]["verdict"] != "no" or answers[changed[0]]["explanation"] != EXPLANATION:
        sys.exit(f"read back after the kill: {[answers[place] for place in changed]}")
    print(f"ok: {changed[0][1]} read back after kill -9")

    process = start()
    says("Vandaag")
    picture("after-kill")
    measure_page(os.path.dirname(FOLDER), list(dict.fromkeys(code for _, code in before)))
    process.send_signal(signal.SIGTERM)
    process.wait(PATIENCE)
    print("ok: the window opens again on the same data")


main()
