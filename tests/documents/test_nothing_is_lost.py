"""Whatever figures a table prints, each is read into its own cell or told as a doubt: as many out as in."""

import re
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.importing import pipeline
from dashboard.model import Report
from tests.documents.printed import ACTIVITIES, FEEDBACK, INDICATORS, catalogue, laid_out, tabbed
from tests.documents.test_laid_out import COVER
from tests.documents.test_laid_out import INDICATORS as WRAPPED

FIGURES = st.one_of(
    st.just(""),
    st.integers(0, 999).map(str),
    st.integers(1000, 99_999).map(lambda n: f"{n:,} st".replace(",", " ")),
    st.integers(0, 1000).map(lambda n: f"{n // 10},{n % 10} %"),
)
ROWS = st.lists(st.tuples(*[FIGURES] * 6), min_size=1, max_size=6)
WORDS = st.lists(st.sampled_from(["gungor", "i", "parken", "under", "sommaren", "bollar"]), min_size=1, max_size=5)


def reading(text: str) -> tuple[Report, dict[str, int]]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "rapport.txt"
        path.write_text(text, encoding="utf-8", newline="")
        return pipeline.read_counted(path, catalogue())


def figures(text: str) -> list[str]:
    return sorted(re.findall(r"\d+", text))


def told(report: Report) -> str:
    """All figures of the rows' cells, and of what is doubted as belonging to no cell."""
    cells = [row.raw for row in report.outcomes]
    rows = [f"{c.outcome} {c.men} {c.women} {c.previous} {c.target} {c.kf_target}" for c in cells]
    return " ".join([*rows, *(doubt.text for doubt in report.doubts if doubt.kind.startswith("oplacerad"))])


@settings(max_examples=60, deadline=None)
@given(rows=ROWS, name=WORDS)
def test_every_cell_between_tabs_comes_to_its_own_column(rows: list[tuple[str, ...]], name: list[str]) -> None:
    title = "Antal " + " ".join(name)
    body = INDICATORS + "".join(f"{title}→{'→'.join(row)}→2025\n" for row in rows)
    report, counts = reading(tabbed(body))
    printed = [
        (r.raw.outcome, r.raw.men, r.raw.women, r.raw.previous, r.raw.target, r.raw.kf_target) for r in report.outcomes
    ]
    assert printed == rows
    assert counts["tabellrader"] == counts["indikatorrader"] == len(rows)


@settings(max_examples=60, deadline=None)
@given(rows=ROWS, name=WORDS)
def test_every_figure_in_running_text_is_in_a_cell_or_a_doubt(rows: list[tuple[str, ...]], name: list[str]) -> None:
    title = "Antal " + " ".join(name)
    body = "".join(f"{title} {' '.join(row)} 2023\n\n" for row in rows)
    report, _ = reading(laid_out(COVER + WRAPPED + body))
    assert len(report.outcomes) == len(rows)
    assert figures(told(report)) == figures(" ".join(" ".join(row) for row in rows))
    for outcome, row in zip(report.outcomes, rows, strict=True):
        cells = outcome.raw
        read = (cells.outcome, cells.men, cells.women, cells.previous, cells.target, cells.kf_target)
        assert all(not got or got == want for got, want in zip(read, row, strict=True))


@settings(max_examples=40, deadline=None)
@given(
    counts=st.lists(st.tuples(*[st.one_of(st.none(), st.integers(0, 99))] * 4), min_size=1, max_size=6),
    breaks=st.sets(st.integers(1, 5)),
)
def test_every_feedback_row_and_activity_is_counted(counts: list[tuple[int | None, ...]], breaks: set[int]) -> None:
    lines = [
        "→".join([f"Grupp {n}", "Sort", *("" if c is None else str(c) for c in row), ""])
        for n, row in enumerate(counts)
    ]
    feedback = FEEDBACK + "".join(
        f"\n{FEEDBACK}{line}\n" if n in breaks else f"{line}\n" for n, line in enumerate(lines)
    )
    activities = ACTIVITIES + "".join(f"Måla gunga {n}→2025-01-01→2025-12-31→\n" for n in range(len(counts)))
    report, found = reading(tabbed(f"{activities}\n{feedback}"))
    assert [(row.t1, row.t2, row.vb, row.total) for row in report.feedback] == counts
    assert [activity.title for activity in report.activities] == [f"Måla gunga {n}" for n in range(len(counts))]
    assert found["tabellrader"] == found["aktivitetsrader"] + found["synpunktsrader"] == 2 * len(counts)
