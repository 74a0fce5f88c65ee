"""The guide's pictures are there, are shown with words for who can't see them, and are of pages that exist."""

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from PIL import Image

from dashboard.settings import Settings
from dashboard.web import create_app
from tests.guide import FOLDER, GUIDE, SHOTS, Shot


def test_each_picture_is_shown_once_with_words() -> None:
    shown = re.findall(r"!\[([^\]]*)\]\(bilder/([^)]+)\.png\)", GUIDE.read_text(encoding="utf-8"))
    assert sorted(name for _, name in shown) == sorted(shot.name for shot in SHOTS)
    assert all(len(words) > 20 for words, _ in shown)


def test_each_picture_is_there_and_small() -> None:
    for shot in SHOTS:
        path = FOLDER / f"{shot.name}.png"
        with Image.open(path) as picture:
            assert picture.width == 1200
        assert path.stat().st_size < 300_000, "make screenshots"
    assert {path.stem for path in FOLDER.glob("*.png")} == {shot.name for shot in SHOTS}


@pytest.mark.parametrize("shot", SHOTS, ids=lambda shot: shot.name)
def test_each_picture_is_of_a_page_that_exists(shot: Shot, sample_store: Path) -> None:
    client = create_app(Settings(store=sample_store)).server.test_client()
    assert client.get(urlsplit(shot.address).path).status_code == 200
