"""Pictures without a browser: a PNG of the drawing's proportions, with the repository's own font in it."""

import io
from pathlib import Path

from PIL import Image

from dashboard.export.typeset import png

ASSETS = Path(__file__).parents[3] / "assets"


def drawn(body: str) -> Image.Image:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100" viewBox="0 0 200 100">{body}</svg>'
    return Image.open(io.BytesIO(png(svg, ASSETS))).convert("RGB")


def test_a_picture_has_two_pixels_for_each_of_the_drawings() -> None:
    assert drawn("").size == (400, 200)


def test_a_mark_stands_where_it_was_drawn() -> None:
    picture = drawn('<rect width="200" height="100" fill="#fff"/><rect x="50" width="10" height="100" fill="#5b2a86"/>')
    assert picture.getpixel((110, 100)) == (0x5B, 0x2A, 0x86)
    assert picture.getpixel((90, 100)) == (255, 255, 255)


def test_words_are_drawn_on_a_machine_without_fonts() -> None:
    words = '<text x="10" y="50" font-family="Liberation Sans" font-size="20" fill="#000">Årsmål åäö</text>'
    picture = drawn(f'<rect width="200" height="100" fill="#fff"/>{words}').convert("L")
    assert sum(picture.histogram()[:128]) > 200
