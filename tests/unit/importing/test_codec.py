"""What one process tells another comes back equal, and nothing else comes back at all."""

import json
from contextlib import AbstractContextManager
from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.importing import codec
from dashboard.model import Cells, Document, Doubt, Kind, Level, Outcome, Place, Report, Severity, Status, TextOf
from tests.builders import Build

numbers = st.none() | st.floats(allow_nan=False, allow_infinity=False) | st.integers(-9, 9).map(float)
boxes = st.none() | st.tuples(*[st.floats(0, 1000)] * 4)
places = st.builds(
    Place, line=st.none() | st.integers(1), page=st.none() | st.integers(1), box=boxes, sheet=st.none() | st.text()
)
outcomes = st.builds(
    Outcome,
    number=st.integers(0, 99),
    goal=st.none() | st.integers(0, 99),
    indicator=st.text(),
    name=st.text(),
    name_raw=st.text(),
    raw=st.builds(Cells, *[st.text()] * 7),
    outcome=numbers,
    target=numbers,
    status=st.none() | st.sampled_from(Status),
    kf_mark=st.booleans(),
    place=places,
)
doubts = st.builds(
    Doubt, st.text(), st.text(), st.text(), places, st.sampled_from(Severity), st.none() | st.integers(0)
)


def refused() -> AbstractContextManager[object]:
    """Any ValueError will do: enums and tuples have words of their own."""
    return pytest.raises(ValueError)  # noqa: PT011


def built() -> Report:
    build = Build().area("1.3").row("Andel nöjda", "80,5 %", "90 %", status=Status.EJ).activity("Gunga mer", "sen")
    return build.complaints("Beröm", "Bemötande", 1, None, 3).analysis(TextOf.OUTCOME, "Vi gungar.").doubt("x").report()


def there_and_back(report: Report) -> Report:
    return codec.decode(Report, json.loads(json.dumps(codec.encode(report))))


@given(st.lists(outcomes, max_size=3), st.lists(doubts, max_size=3))
def test_a_report_comes_back_equal(rows: list[Outcome], told: list[Doubt]) -> None:
    report = replace(built(), outcomes=tuple(rows), doubts=tuple(told))
    assert there_and_back(report) == report


def test_what_comes_back_has_the_models_types() -> None:
    report = there_and_back(built())
    assert isinstance(report.document, Document)
    assert isinstance(report.document.kind, Kind)
    assert isinstance(report.goals[0].level, Level)
    assert isinstance(report.outcomes[0].status, Status)
    assert isinstance(report.outcomes[0].outcome, float)


plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=9) | st.dictionaries(st.text(), inner, max_size=3),
)


@given(plain)
def test_anything_else_is_refused(value: object) -> None:
    with refused():
        codec.decode(Report, value)


@given(st.data())
def test_one_wrong_value_is_refused(data: st.DataObject) -> None:
    told = codec.encode(built())
    place = [item.name for item in fields(Outcome)].index("place")
    part = data.draw(st.sampled_from([told[0], told[1][0], told[2][0], told[2][0][place]]))
    part[data.draw(st.integers(0, len(part) - 1))] = data.draw(
        st.just({}) | st.just([1, 2]) | st.just(float("nan")) | st.just(object)
    )
    with refused():
        codec.decode(Report, told)


@pytest.mark.parametrize(
    ("form", "value"),
    [(Place, [True, None, None, None, None]), (Place, [1, None, [1, 2, 3], None, None]), (Cells, [["x"]] * 7)],
)
def test_what_looks_alike_is_not_the_same(form: type, value: object) -> None:
    with refused():
        codec.decode(form, value)


def test_a_whole_number_may_stand_for_a_float() -> None:
    assert codec.decode(Place, [1, None, [1, 2, 3, 4], None, None]).box == (1.0, 2.0, 3.0, 4.0)


def test_the_codec_loads_no_code(tmp_path: Path) -> None:
    with refused():
        codec.decode(Report, {"__reduce__": ["os.system", f"touch {tmp_path}/x"]})
    assert not list(tmp_path.iterdir())
