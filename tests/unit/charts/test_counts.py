"""Figures of counts: a missing count is no bar, and the table and the text alternative say so."""

import plotly.graph_objects as go

from dashboard.charts.counts import CountRow, count_bars
from dashboard.charts.figure import figure

ROWS = (
    CountRow(name="2024", counts=(3, None), note="1 enhet"),
    CountRow(name="2025", counts=(0, 12), note="2 enheter"),
)
SPEC = count_bars(ROWS, ("Beröm", "Klagomål"), title="Fler klagomål", subtitle="per år", caption="Antal.", first="År")


def test_the_drawing_is_a_figure_that_plotly_takes_with_a_bar_for_each_count() -> None:
    drawn = figure(SPEC)
    go.Figure(drawn)
    assert [value for trace in drawn["data"] for value in trace["x"]] == [3, 0, 12]


def test_the_table_and_the_alternative_hold_every_count_and_its_basis() -> None:
    assert SPEC.table.columns == ("År", "Beröm", "Klagomål", "Underlag")
    assert SPEC.table.rows == (("2024", "3", "saknas", "1 enhet"), ("2025", "0", "12", "2 enheter"))
    assert SPEC.alt == (
        "Stapeldiagram. 2024 (1 enhet): beröm 3, klagomål saknas. 2025 (2 enheter): beröm 0, klagomål 12."
    )


def test_without_a_basis_there_is_no_column_for_it_and_no_word_of_targets() -> None:
    bare = count_bars((CountRow(name="T1", counts=(1,)),), ("Beröm",), title="t", subtitle="s", caption="c", first="P")
    assert bare.table.columns == ("P", "Beröm")
    texts = " ".join(note["text"] for note in figure(bare)["layout"]["annotations"])
    assert "årsmål" not in texts + bare.alt
