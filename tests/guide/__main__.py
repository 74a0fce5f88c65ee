"""Takes the guide's pictures: starts a server over the samples, opens each address, keeps few colours."""

import io
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser

from dashboard import tasks
from dashboard.settings import Settings
from tests.browser.running import chromium, serve
from tests.browser.visit import Visit
from tests.guide import FOLDER, SHOTS, Shot

WIDTH = 1200


def main(names: list[str]) -> None:
    """All pictures, or those that are named."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "store"
        tasks.import_samples(Settings(store=store))
        for server in serve(store):
            for browser in chromium():
                for shot in SHOTS:
                    if not names or shot.name in names:
                        _take(browser, server, shot)


def _take(browser: Browser, server: str, shot: Shot) -> None:
    context = browser.new_context(
        viewport={"width": WIDTH, "height": shot.height}, locale="sv-SE", reduced_motion="reduce", color_scheme="light"
    )
    visit = Visit(context.new_page(), server)
    visit.go(shot.address)
    top = 0.0
    if shot.start:
        box = visit.page.locator(shot.start).bounding_box()
        top = box["y"] - 60 if box else 0.0
    clip = {"x": 0, "y": max(top, 0), "width": WIDTH, "height": shot.height}
    taken = visit.page.screenshot(full_page=True, clip=clip)  # type: ignore[arg-type]
    path = FOLDER / f"{shot.name}.png"
    # A page has few colours, and a palette makes the file a third; of this kind it keeps also those of a single dot.
    small = Image.open(io.BytesIO(taken)).convert("RGB").quantize(256, Image.Quantize.MAXCOVERAGE, kmeans=4)
    small.save(path, optimize=True)
    print(f"{path.name}: {path.stat().st_size // 1024} kB")
    context.close()


if __name__ == "__main__":
    main(sys.argv[1:])
