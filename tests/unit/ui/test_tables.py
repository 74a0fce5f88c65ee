"""Tables say what they are, also where their rows are stacked."""

import re

from dashboard.ui import markup, tables

COLUMNS = (tables.Column("Indikator"), tables.Column("Utfall", numeric=True, short="Utfall"))


def drawn(**more: str) -> str:
    rows = (tables.Row(("Sjukfrånvaro", "7,9 %"), key="i1"), tables.Row(("Index", "76"), key="i2", more="Analysen"))
    return markup.html(tables.table("Indikatorer 2025", COLUMNS, [tables.Group("Mål 3.4", rows)], **more))  # type: ignore[arg-type]


def test_every_part_has_its_role_in_full() -> None:
    written = drawn()
    for tag, roles in (
        ("tr", {"row"}),
        ("td", {"cell"}),
        ("th", {"columnheader", "rowheader"}),
        ("tbody", {"rowgroup"}),
    ):
        found = re.findall(rf"<{tag}\b([^>]*)>", written)
        assert found
        assert all(re.search(r'role="([^"]+)"', own) for own in found)
        assert {re.search(r'role="([^"]+)"', own)[1] for own in found} <= roles  # type: ignore[index]


def test_heads_have_scopes_and_the_table_a_caption() -> None:
    written = drawn()
    assert written.count('scope="col"') == len(COLUMNS)
    assert written.count('scope="row"') == 2
    assert 'scope="rowgroup"' in written
    assert "Indikatorer 2025</caption>" in written


def test_a_stacked_number_keeps_its_label() -> None:
    assert drawn().count('data-l="Utfall"') == 2


def test_an_opened_row_is_followed_by_its_words_over_all_columns() -> None:
    written = drawn()
    assert re.search(r'class="open"[^>]*>.*?</tr><tr [^>]*class="more"', written)
    assert f'<td role="cell" colspan="{len(COLUMNS)}">Analysen</td>' in written


def test_a_row_can_be_linked_to() -> None:
    assert 'id="i1"' in drawn()


def test_a_twin_has_numbers_to_the_right() -> None:
    written = markup.html(tables.plain("Figur", ("Enhet", "2024", "2025"), (("A", "1", "2"), ("B", "–", "4"))))
    assert written.count('class="num"') == 6
