"""What a cover says of its board, however the address line is printed."""

import pytest

from dashboard.importing.candidates import Found
from dashboard.importing.document import NeutralDocument, Paragraph
from dashboard.importing.extract_facts import facts
from dashboard.model import Place


@pytest.mark.parametrize(
    ("printed", "board"),
    [
        ("Hägersten-Älvsjö stadsdelsnämnd", "Hägersten-Älvsjö stadsdelsnämnd"),
        ("Till Hägersten-Älvsjö stadsdelsnämnd", "Hägersten-Älvsjö stadsdelsnämnd"),
        ("Till: Södermalms stadsdelsnämnd", "Södermalms stadsdelsnämnd"),
        ("Handläggare Till Farsta stadsdelsnämnd", "Farsta stadsdelsnämnd"),
        ("Till Socialnämnden", "Socialnämnden"),
        ("Till Enheten för ekonomiskt bistånd", None),
    ],
)
def test_the_board_is_named_without_the_address_words(printed: str, board: str | None) -> None:
    cover = (Paragraph("Verksamhetsberättelse 2025", Place(line=1)), Paragraph(printed, Place(line=2)))
    document = NeutralDocument(layout="tabbar", cover=cover, body=())
    assert facts(document, Found(), "").board == board
