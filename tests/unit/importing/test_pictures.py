"""Icons by their pictures: the colour tells the status, the shape bears witness, whatever size and paper."""

import pytest
from PIL import Image, ImageDraw

from dashboard.importing import pictures
from dashboard.model import Place, Status

HERE = Place(line=1)
GREEN, YELLOW, RED, GREY, BLUE = "#009640", "#FFC000", "#C8102E", "#969696", "#006EBF"
ORANGE, PURPLE = "#F07818", "#8030A0"


def drawn(shape: str, colour: str, size: int, paper: tuple[int, int, int, int] = (255, 255, 255, 0)) -> Image.Image:
    image = Image.new("RGBA", (400, 400), paper)
    pen = ImageDraw.Draw(image)
    if shape == "cirkel":
        pen.ellipse((40, 40, 360, 360), fill=colour)
    elif shape == "romb":
        pen.polygon([(200, 40), (360, 200), (200, 360), (40, 200)], fill=colour)
    elif shape == "kvadrat":
        pen.rectangle((40, 40, 360, 360), fill=colour)
    elif shape == "streck":
        pen.rectangle((40, 170, 360, 230), fill=colour)
    elif shape == "bock":
        pen.line([(40, 200), (150, 320), (360, 80)], fill=colour, width=50)
    elif shape == "ring":
        pen.ellipse((40, 40, 360, 360), outline=colour, width=60)
    return image.resize((size, size), Image.Resampling.LANCZOS)


@pytest.mark.parametrize("size", [10, 16, 40, 120])
@pytest.mark.parametrize("shape", ["cirkel", "romb", "kvadrat", "streck"])
@pytest.mark.parametrize(
    ("colour", "status"), [(GREEN, Status.HELT), (YELLOW, Status.DELVIS), (RED, Status.EJ), (GREY, Status.INGEN)]
)
def test_colour_tells_the_status_and_shape_is_seen(shape: str, colour: str, status: Status, size: int) -> None:
    icon = pictures.icon(drawn(shape, colour, size), HERE)
    assert icon is not None
    assert (icon.status, icon.shape, icon.kf) == (status, shape, False)


def test_white_paper_around_the_icon_changes_nothing() -> None:
    icon = pictures.icon(drawn("romb", YELLOW, 30, (255, 255, 255, 255)).convert("RGB"), HERE)
    assert icon is not None
    assert (icon.status, icon.shape) == (Status.DELVIS, "romb")


def test_an_outlined_circle_is_a_circle() -> None:
    icon = pictures.icon(drawn("ring", GREEN, 40), HERE)
    assert icon is not None
    assert (icon.status, icon.shape) == (Status.HELT, "cirkel")


@pytest.mark.parametrize("size", [12, 40])
def test_a_check_mark_is_no_status(size: int) -> None:
    icon = pictures.icon(drawn("bock", GREEN, size), HERE)
    assert icon is not None
    assert (icon.status, icon.shape) == (None, "bock")


def test_blue_marks_the_councils_indicators() -> None:
    icon = pictures.icon(drawn("cirkel", BLUE, 40), HERE)
    assert icon is not None
    assert (icon.status, icon.kf) == (None, True)


@pytest.mark.parametrize("colour", [ORANGE, PURPLE])
def test_a_colour_between_the_ranges_is_no_status(colour: str) -> None:
    icon = pictures.icon(drawn("cirkel", colour, 40), HERE)
    assert icon is not None
    assert (icon.status, icon.kf) == (None, False)


def test_a_blank_picture_and_a_huge_one_are_no_icons() -> None:
    assert pictures.icon(Image.new("RGBA", (40, 40), (255, 255, 255, 255)), HERE) is None
    assert pictures.icon(Image.new("1", (4000, 4000)), HERE) is None
