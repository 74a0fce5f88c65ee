"""Each row that is to be noticed says why in its own sentence, the rules can be reached, and units can be chosen."""

from pathlib import Path

import pytest

from dashboard.analysis.attention import GROUP_WORDS, Group
from dashboard.analysis.rules import chapters
from dashboard.model import Direction, Selection, Status
from dashboard.views.attention import entry
from dashboard.views.judged import judged_rows
from dashboard.views.om import ATTENTION_RULE, CHANGES_RULE, rule_link
from dashboard.views.om import view as om
from dashboard.views.oversikt import oversikt
from dashboard.views.telling import row_item
from tests.builders import Build, catalogue_of, indicator, store_of

CATALOGUE = catalogue_of(indicator("Nöjdhet"), indicator("Sjukfrånvaro", Direction.LOWER, unit="%"))


@pytest.mark.parametrize(
    ("cells", "status", "group", "reasons"),
    [
        (("12", "90", ""), Status.EJ, Group.FAR, ["78 under årsmålet 90"]),
        (("76", "83", ""), Status.EJ, Group.NOT_MET, ["7 under årsmålet 83"]),
        (("40", "öka", ""), Status.DELVIS, Group.NOT_MET, ["Årsmålet i ord: öka", "Rapporteras som delvis uppfylld"]),
        (("40", "", ""), Status.EJ, Group.NOT_MET, ["Inget årsmål i rapporten", "Rapporteras som ej uppfylld"]),
        (("", "83", ""), Status.EJ, Group.NOT_MET, ["rapporteras som ej uppfylld, men utfallet saknas"]),
        (("81", "83", ""), Status.DELVIS, Group.DIFFERS, ["rapporteras som delvis uppfylld", "2 under årsmålet 83"]),
        (("12", "90", ""), Status.HELT, Group.DIFFERS, ["rapporteras som helt uppfylld", "78 under årsmålet 90"]),
        (("84", "80", "86"), Status.HELT, Group.WORSE, ["sjönk från 86 till 84", "Årsmålet är 80"]),
        (("40", "öka", "45"), None, Group.WORSE_UNJUDGED, ["sjönk från 45 till 40", "Årsmålet i ord: öka"]),
    ],
)
def test_the_sentence_has_the_reason_of_its_group(
    tmp_path: Path, cells: tuple[str, str, str], status: Status | None, group: Group, reasons: list[str]
) -> None:
    store = store_of(tmp_path, Build().area("1.3").unit_goal("Mål").row("Nöjdhet", *cells, status=status))
    row = judged_rows(store, CATALOGUE)[0]
    assert entry(row).group is group
    told = row_item(row, "", group).rest.replace("\u00a0", " ")
    for reason in reasons:
        assert reason in told


def test_every_group_is_in_the_rules_that_om_prints(tmp_path: Path) -> None:
    chapter = next(chapter for chapter in chapters() if chapter.title == ATTENTION_RULE)
    cases = {row[-1] for table in chapter.tables for row in table.rows}
    assert set(GROUP_WORDS.values()) <= cases


@pytest.mark.parametrize("title", [ATTENTION_RULE, CHANGES_RULE])
def test_the_way_to_a_rule_leads_to_a_place_on_om(tmp_path: Path, title: str) -> None:
    shown = om(store_of(tmp_path, Build().area("1.3")), CATALOGUE, Selection())
    assert rule_link(title).fragment in {rule.id for rule in shown.rules}


def test_units_can_be_chosen_on_the_overview(tmp_path: Path) -> None:
    far = [
        Build(unit=name).area("1.3").unit_goal("Mål", Status.EJ).row("Nöjdhet", "12", "90") for name in ("A", "B", "C")
    ]
    store = store_of(tmp_path, *far)
    shown = oversikt(store, CATALOGUE, Selection(units=("b", "finns-inte")))
    assert shown.content is not None
    assert shown.content.attention is not None
    assert shown.content.attention.summary == "1 av 1 enhetsmål och 1 av 1 indikator"
    links = [item.link.to.unit for section in shown.content.attention.sections for item in section.items]
    assert set(links) == {"b"}
    assert [count.amount for count in shown.content.tallies[0].counts] == [0, 0, 1, 0]
    assert any("finns-inte" in notice for notice in shown.notices)
    counted = next(count.link for count in shown.content.tallies[0].counts if count.link)
    assert counted.to.units == ("b",)
