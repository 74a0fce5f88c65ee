"""A unit's page holds its report: goals, judged indicators, opened rows with the unit's words, designed states."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.catalogue import Unit
from dashboard.model import Direction, Kind, Selection, Status, TextOf
from dashboard.pages import enhet_rows
from dashboard.ui.markup import html as drawn
from dashboard.views.enhet import Content, Enhet, enhet
from dashboard.views.enhet_rows import IndicatorLine
from tests.builders import Build, catalogue_of, indicator, store_of

HELT, DELVIS, EJ = Status.HELT, Status.DELVIS, Status.EJ
CATALOGUE = catalogue_of(
    indicator("Nöjdhet"),
    indicator("Platser"),
    indicator("Sjukfrånvaro", Direction.LOWER, unit="%"),
    indicator("Svarstid", Direction.LOWER, unit="%"),
)
UNIT = "enheten-for-lek"


def play(**more: object) -> Build:
    build = Build(**more).area("1.3", "Stöd").board_goal("Vuxna klarar sig").unit_goal("Snabba besked")  # type: ignore[arg-type]
    build.analysis(TextOf.GOAL, "Målet nås.\nAlla fick svar.")
    build.row("Nöjdhet", "90", "83", "80", status=HELT).analysis(TextOf.OUTCOME, "Fler är nöjda.")
    build.row("Platser", "12", "90", status=DELVIS)
    build.area("2.1", "Klimat").activity("Alla går en utbildning", "Flyttad till nästa år")
    build.area("3.4", "Arbete").row(
        "Sjukfrånvaro", "7,9 %", "8,3 %", "8,2 %", women="8,9 %", men="3,7 %", kf="Tas fram"
    )
    return build.complaints("Klagomål", "Bemötande", None, 1, 0).complaints("Klagomål", "Väntetid", None, None, None)


def seen(folder: Path, *builds: Build, unit: str = UNIT, **chosen: object) -> Enhet:
    return enhet(store_of(folder, *builds), CATALOGUE, Selection(unit=unit, **chosen))  # type: ignore[arg-type]


def content(view: Enhet) -> Content:
    assert view.content is not None
    return view.content


def lines(view: Enhet) -> dict[str, IndicatorLine]:
    return {line.name: line for group in content(view).groups for line in group.lines}


def test_the_lead_tells_goals_indicators_and_changes(tmp_path: Path) -> None:
    lead = content(seen(tmp_path, play())).lead
    assert lead.strong == "Enhetsmålet uppfylls helt 2025."
    assert lead.rest == "Av tre indikatorer når två årsmålet och en inte. Två är bättre än 2024 och ingen sämre."


def test_goals_stand_under_kfs_also_where_the_unit_has_none(tmp_path: Path) -> None:
    areas = content(seen(tmp_path, play())).areas
    assert [(area.code, [goal.title for goal in area.goals], area.without) for area in areas] == [
        ("1.3", ["Snabba besked"], ""),
        ("2.1", [], "Inget enhetsmål i rapporten. Bara aktiviteter följs upp."),
        ("3.4", [], "Inget enhetsmål i rapporten. En indikator följs direkt under KF:s mål."),
    ]
    assert areas[0].goals[0].above == "Nämndmål: Vuxna klarar sig"


def test_indicators_are_grouped_by_kfs_goal_with_both_judgements(tmp_path: Path) -> None:
    view = seen(tmp_path, play())
    assert [(group.code, [line.name for line in group.lines]) for group in content(view).groups] == [
        ("1.3", ["Nöjdhet", "Platser"]),
        ("3.4", ["Sjukfrånvaro"]),
    ]
    places = lines(view)["Platser"].line
    assert (places.reported, places.computed, places.beside) == (DELVIS, EJ, True)
    assert places.flags == ("Rapporterat och beräknat skiljer sig",)
    sick = lines(view)["Sjukfrånvaro"].line
    assert (sick.outcome.words, sick.target.words, sick.kf_target.words) == ("7,9\u00a0%", "8,3\u00a0%", "Tas fram")
    assert (sick.moved.word, sick.moved.arrow) == ("Bättre", "ned")


def test_a_closed_row_has_no_words_and_its_toggle_opens_it(tmp_path: Path) -> None:
    store = store_of(tmp_path, play())
    view = enhet(store, CATALOGUE, Selection(unit=UNIT, rows=("i1",)))
    closed, opened = lines(view)["Nöjdhet"], lines(view)["Platser"]
    assert closed.detail is None
    assert closed.toggle.to.rows == ("i1", "i0")
    assert opened.detail is not None
    assert opened.toggle.to.rows == ()


def test_an_opened_row_has_the_units_words_and_the_source(tmp_path: Path) -> None:
    build = play()
    detail = lines(seen(tmp_path, build, rows=("i0",)))["Nöjdhet"].detail
    assert detail is not None
    assert [(words.heading, words.paragraphs) for words in detail.words] == [("Analys", ("Fler är nöjda.",))]
    assert detail.counted == ("Når årsmålet", "7 över")
    facts = {fact.label: fact for fact in detail.facts}
    assert facts["Riktning"].words == "Högre är bättre (katalogen)"
    assert facts["Som tryckt"].words == "90 | 80 | 83"
    assert facts["Källa"].link is not None
    assert facts["Källa"].link.to.rows == (f"r{build.outcomes[0].place.line}",)


def test_an_opened_row_tells_the_gap_between_the_sexes(tmp_path: Path) -> None:
    detail = lines(seen(tmp_path, play(), rows=("i2",)))["Sjukfrånvaro"].detail
    assert detail is not None
    (told,) = [fact.words for fact in detail.facts if fact.label == "Kvinnor och män"]
    assert told == "5,2\u00a0procentenheter högre för kvinnor. Kvinnor når inte årsmålet"


def test_a_known_indicator_has_its_own_name_and_the_opened_row_the_printed_one(tmp_path: Path) -> None:
    build = Build().area("1.3").row("Nöjdhet med Enheten för lek", "90", "83", indicator="nojdhet")
    shown = lines(seen(tmp_path, build, rows=("i0",)))["Nöjdhet"].detail
    assert shown is not None
    assert ("Namn i rapporten", "Nöjdhet med Enheten för lek") in [(fact.label, fact.words) for fact in shown.facts]


def test_the_table_tells_the_gap_and_who_misses_the_target(tmp_path: Path) -> None:
    html = drawn(enhet_rows.indicators(content(seen(tmp_path, play())).groups, "Indikatorer", 2025, Kind.VB))
    assert "5,2\u00a0procentenheter högre för kvinnor" in html
    assert "Kvinnor når inte årsmålet" in html


def test_an_indicator_of_children_tells_of_girls_and_boys(tmp_path: Path) -> None:
    about = replace(indicator("Simkunnighet", unit="%"), children=True)
    store = store_of(tmp_path, Build().area("1.1").row("Simkunnighet", "80 %", "85 %", women="90 %", men="70 %"))
    view = enhet(store, catalogue_of(about), Selection(unit=UNIT))
    html = drawn(enhet_rows.indicators(content(view).groups, "Indikatorer", 2025, Kind.VB))
    assert "20\u00a0procentenheter högre för flickor" in html
    assert "Pojkar når inte årsmålet" in html
    figure = content(view).sexes
    assert figure is not None
    assert figure.title == "Pojkar ligger under årsmålet för simkunnighet"


def test_an_opened_goal_has_the_units_words_in_paragraphs(tmp_path: Path) -> None:
    build = play()
    key = f"g{next(goal.number for goal in build.goals if goal.title == 'Snabba besked')}"
    (goal,) = content(seen(tmp_path, build, rows=(key,))).areas[0].goals
    assert goal.words is not None
    assert goal.words[0].paragraphs == ("Målet nås.", "Alla fick svar.")


def test_what_could_not_be_opened_is_said(tmp_path: Path) -> None:
    view = seen(tmp_path, play(), rows=("i99", "i0"))
    assert any("i99" in notice for notice in view.notices)
    assert lines(view)["Nöjdhet"].detail is not None


def test_each_count_leads_to_precisely_those(tmp_path: Path) -> None:
    store = store_of(tmp_path, play())
    for tally in content(enhet(store, CATALOGUE, Selection(unit=UNIT))).tallies:
        for count in tally.counts:
            if count.link is None:
                assert count.amount == 0
                continue
            view = enhet(store, CATALOGUE, count.link.to)
            goals = sum(len(area.goals) for area in content(view).areas)
            shown = goals if tally.listed == "mal" else len(lines(view))
            assert shown == count.amount, (tally.listed, count.value)
            cut = content(view).goals_filter if tally.listed == "mal" else content(view).rows_filter
            assert cut is not None
            assert cut.all.to.listed is None


@pytest.mark.parametrize(
    ("source", "words", "missing"),
    [
        ("rapport", "Exempelnämnden", False),
        ("vald", "Exempelnämnden, vald vid importen", False),
        ("katalog", "Exempelnämnden, ur katalogen över enheter", False),
    ],
)
def test_how_the_board_is_known_is_said(tmp_path: Path, source: str, words: str, missing: bool) -> None:
    facts = {fact.label: fact for fact in content(seen(tmp_path, play(board_source=source))).facts}
    assert (facts["Nämnd"].words, facts["Nämnd"].missing) == (words, missing)


def test_what_the_report_lacks_is_said(tmp_path: Path) -> None:
    facts = {fact.label: fact for fact in content(seen(tmp_path, play(board=None, date=None))).facts}
    assert facts["Nämnd"].missing
    assert facts["Rapportens datum"].words == "står inte i rapporten"


def test_a_renamed_unit_tells_its_former_name(tmp_path: Path) -> None:
    catalogue = catalogue_of(units=[Unit(UNIT, "Enheten för lek", "Exempelnämnden", "lek", None, ("Lekenheten",))])
    store = store_of(tmp_path, play(), Build(unit="Lekenheten", unit_id=UNIT, year=2024).area("1.3").unit_goal("Lek"))
    now = enhet(store, catalogue, Selection(unit=UNIT))
    assert (now.name, now.former) == ("Enheten för lek", "Hette tidigare Lekenheten.")
    then = enhet(store, catalogue, Selection(unit=UNIT, year=2024))
    assert {fact.label: fact.words for fact in content(then).facts}["Namn i rapporten"] == "Lekenheten"


def test_activities_have_kfs_goal_and_deviation(tmp_path: Path) -> None:
    (activity,) = content(seen(tmp_path, play())).activities
    assert (activity.code, activity.deviation) == ("2.1", "Flyttad till nästa år")
    assert activity.toggle is None


def test_feedback_keeps_an_empty_cell_apart_from_nought(tmp_path: Path) -> None:
    (group,) = content(seen(tmp_path, play())).feedback
    assert [(row.category, row.t1, row.vb) for row in group.rows] == [("Bemötande", None, 0)]
    assert "Väntetid" in group.empty


def test_a_plan_has_targets_and_says_that_outcomes_come_later(tmp_path: Path) -> None:
    plan = (
        Build(kind=Kind.VP, year=2026).area("3.4", "Arbete").unit_goal("Frisk", None).row("Sjukfrånvaro", "", "8,5 %")
    )
    view = seen(tmp_path, plan)
    assert content(view).lead.strong == "Ett enhetsmål och en indikator är planerade för 2026."
    assert content(view).tallies == ()
    assert (content(view).sexes, content(view).years) == (None, None)
    line = lines(view)["Sjukfrånvaro"].line
    assert line.outcome.missing
    assert line.target.words == "8,5\u00a0%"
    assert content(view).areas[0].goals[0].planned


def test_a_tertial_is_not_drawn_against_the_years_target(tmp_path: Path) -> None:
    tertial = Build(kind=Kind.T1).area("3.4").row("Sjukfrånvaro", "9 %", "8 %", women="10 %", men="7 %")
    view = seen(tmp_path, tertial)
    line = lines(view)["Sjukfrånvaro"].line
    assert line.computed is None
    assert line.drawn.target is None
    figure = content(view).sexes
    assert figure is not None
    assert figure.panels[0].target is None


def test_a_tertial_is_not_drawn_beside_a_whole_year(tmp_path: Path) -> None:
    build = Build(kind=Kind.T1).area("1.3").row("Nöjdhet", "90", "83", "80", previous_period="VB 2024")
    drawn = lines(seen(tmp_path, build, year=2025, period=Kind.T1))["Nöjdhet"].line.drawn
    assert (drawn.previous, drawn.before) == (None, "")


def test_the_figures_show_one_unit_of_measure_and_say_what_they_leave_out(tmp_path: Path) -> None:
    build = play().row("Svarstid", "2 %", "3 %", "4 %")
    found = content(seen(tmp_path, build))
    assert found.sexes is not None
    assert [panel.title for panel in found.sexes.panels] == ["Sjukfrånvaro"]
    assert "Tre indikatorer saknar uppdelning." in found.sexes.caption
    assert found.years is not None
    assert {panel.title for panel in found.years.panels} == {"Sjukfrånvaro", "Svarstid"}
    assert "En indikator till kan jämföras" in found.years.caption


def test_captions_point_at_nothing_that_a_picture_of_the_figure_lacks(tmp_path: Path) -> None:
    build = Build().area("1.3")
    for number in range(6):
        build.row(f"Sjukfrånvaro {number}", "5 %", "4 %", f"{6 + number} %", women="6 %", men="3 %")
    names = catalogue_of(*(indicator(f"Sjukfrånvaro {number}", Direction.LOWER) for number in range(6)))
    found = content(enhet(store_of(tmp_path, build), names, Selection(unit=UNIT)))
    assert found.sexes is not None
    assert found.years is not None
    assert "Två indikatorer till har uppdelning men är inte med i figuren." in found.sexes.caption
    assert "Två indikatorer till kan jämföras men är inte med i figuren." in found.years.caption
    for words in (found.sexes.caption, found.years.caption):
        assert not re.search("tabell|ovan|nedan|på sidan", words)


def test_no_figure_is_drawn_of_nothing(tmp_path: Path) -> None:
    found = content(seen(tmp_path, Build().area("1.3").unit_goal("x").row("Nöjdhet", "80", "83")))
    assert (found.sexes, found.years) == (None, None)


def test_a_period_without_a_report_says_what_there_is(tmp_path: Path) -> None:
    view = seen(tmp_path, play(), play(year=2024), year=2025, period=Kind.T2)
    assert view.empty is not None
    assert view.empty.title == "Ingen tertialrapport 2 för 2025 är inläst."
    assert [way.words for way in view.empty.ways] == ["Helår 2025", "Helår 2024"]
    assert all(way.link.page == "enhet" and way.link.to.unit == UNIT for way in view.empty.ways)


def test_an_unknown_unit_leads_to_those_there_are(tmp_path: Path) -> None:
    view = seen(tmp_path, play(), unit="hittepa")
    assert view.empty is not None
    assert "hittepa" in view.empty.title
    assert [way.words for way in view.empty.ways] == ["Enheten för lek"]


def test_an_empty_store_says_how_to_fill_it(tmp_path: Path) -> None:
    view = seen(tmp_path)
    assert view.empty is not None
    assert "import" in view.empty.text


def test_a_list_that_does_not_exist_is_said(tmp_path: Path) -> None:
    view = seen(tmp_path, play(), listed="foo", status="bar")
    assert view.notices == ("Listan ”foo/bar” finns inte. Här visas allt.",)
    assert view.content is not None
