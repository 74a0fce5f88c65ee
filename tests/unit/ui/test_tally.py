"""Counts as signs: one per item, links where there is something, counts alone where there are too many."""

from dashboard.ui import markup, tally
from dashboard.ui.markup import Element


def marks(amount: int) -> Element:
    count = tally.Count("s-helt", amount, "helt", "/?status=helt")
    return tally.tally([tally.TallyRow("Enhetsmål", "rapporterad status", (count, tally.Count("s-ej", 0, "ej")))])


def test_one_sign_per_item_and_a_link_where_there_is_something() -> None:
    written = markup.html(marks(16))
    assert written.count("#s-helt") == 16
    assert "role=" not in written  # the marks are silent: the counts are in words
    assert markup.text(marks(16)) == "Enhetsmål rapporterad status 16 helt , enhetsmål rapporterad status 0 ej"
    assert written.count("<a ") == 1


def test_over_forty_items_only_the_counts_are_left() -> None:
    assert markup.html(marks(40)).count("#s-helt") == 40
    assert markup.html(marks(41)).count("#s-helt") == 1
    assert "41 helt" in markup.text(marks(41))


def test_rows_of_counts_look_alike_where_one_has_over_forty() -> None:
    few, many = (tally.Count("s-helt", amount, "helt", "/") for amount in (16, 41))
    none = tally.Count("s-ej", 0, "ej")
    rows = [tally.TallyRow("Enhetsmål", "", (few, none)), tally.TallyRow("Indikatorer", "", (many, none))]
    written = markup.html(tally.tally(rows))
    assert written.count("#s-helt") == 2
    assert written.count('class="ej none"') == 2  # a count of nought shows no red sign
