"""Signs: shape and words, never colour alone."""

import pytest

from dashboard.model import Status
from dashboard.ui import markup, signs


@pytest.mark.parametrize("status", list(Status))
def test_reported_and_computed_have_shapes_of_their_own(status: Status) -> None:
    definitions = markup.html(signs.definitions())
    for symbol in (f"s-{status}", f"b-{status}"):
        assert f'id="{symbol}"' in definitions


@pytest.mark.parametrize(
    ("status", "label"),
    [
        (Status.HELT, "Rapporterat: uppfylls helt"),
        (Status.DELVIS, "Rapporterat: uppfylls delvis"),
        (Status.EJ, "Rapporterat: uppfylls ej"),
        (Status.INGEN, "Rapporterat: ej bedömt"),
        (None, "Rapporterat: ej bedömt"),
    ],
)
def test_a_sign_alone_says_its_word(status: Status | None, label: str) -> None:
    assert signs.reported(status).attributes["aria-label"] == label


def test_a_sign_beside_its_word_is_silent() -> None:
    drawn = signs.reported_words(Status.EJ)
    assert markup.text(drawn) == "Uppfylls ej"
    assert 'aria-hidden="true"' in markup.html(drawn)
    assert "aria-label" not in markup.html(drawn)


def test_computed_stands_right_of_reported_only_when_asked_for() -> None:
    both = markup.html(signs.pair(Status.HELT, Status.EJ, beside=True))
    assert both.index("#s-helt") < both.index("#b-ej")
    assert "#b-ej" not in markup.html(signs.pair(Status.HELT, Status.EJ, beside=False))


def test_what_cannot_be_computed_has_a_ring_and_says_so() -> None:
    drawn = signs.computed(None)
    assert drawn.attributes["aria-label"] == "Beräknat: kan inte beräknas"
    assert "#b-ingen" in markup.html(drawn)
