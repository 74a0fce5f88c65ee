"""Search finds units, indicators, goals, activities and words of texts, with Swedish letters right and their places."""

from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.model import Place, Report, Selection, Text, TextOf
from dashboard.store.commits import commit
from dashboard.store.database import Store
from dashboard.views.hits import Hit
from dashboard.views.search import FEW, MOST, Search, search
from dashboard.views.snippets import pattern, pieces
from tests.builders import Build, catalogue_of

CATALOGUE = catalogue_of()


def play(year: int = 2025, unit: str = "Enheten för lek", *bodies: str) -> Report:
    build = Build(unit=unit, year=year, mark=str(bodies)).area("1.3", "Stöd åt barn").unit_goal("Gungor åt alla")
    build.row("Sjukfrånvaro", "7 %", "6 %").analysis(TextOf.OUTCOME, "Frånvaron ökar.\nFler får influensa.")
    build.activity("Alla lär sig gunga högt").analysis(TextOf.ACTIVITY, "Kursen är klar.")
    report = build.report()
    own = (Text(TextOf.DOCUMENT, None, "Övrigt", body, Place(90), None, (91, 95)) for body in bodies)
    return replace(report, texts=(*report.texts, *own))


def found(folder: Path, sought: str, *reports: Report) -> Search:
    commit(folder, list(reports) or [play()])
    return search(Store(folder), CATALOGUE, Selection(text=sought))


def hits(view: Search) -> dict[str, list[str]]:
    return {group.name: ["".join(piece.words for piece in hit.pieces) for hit in group.hits] for group in view.groups}


def only(view: Search) -> Hit:
    [group] = view.groups
    [hit] = group.hits
    return hit


def test_each_kind_of_thing_is_found_by_a_part_of_its_name(tmp_path: Path) -> None:
    assert hits(found(tmp_path, "lek")) == {"Enheter": ["Enheten för lek"]}
    assert hits(found(tmp_path, "FRÅNVARO")) == {"Indikatorer": ["Sjukfrånvaro"], "I analyser": ["Frånvaron ökar."]}
    assert hits(found(tmp_path, "gung")) == {"Mål": ["Gungor åt alla"], "Aktiviteter": ["Alla lär sig gunga högt"]}


@pytest.mark.parametrize(
    ("sought", "there"),
    [("far influensa", True), ("får influensa", True), ("fär influensa", False), ("okar", True), ("ökar", True)],
)
def test_a_letter_without_its_ring_finds_both_and_one_with_it_itself_alone(
    tmp_path: Path, sought: str, there: bool
) -> None:
    assert ("I analyser" in hits(found(tmp_path, sought))) is there


def test_the_letters_as_typed_come_before_their_kin_also_from_an_earlier_year(tmp_path: Path) -> None:
    view = found(tmp_path, "barn far", play(2024, "A", "Ett barn far hem."), play(2025, "B", "Ett barn får glass."))
    assert hits(view) == {"I andra avsnitt": ["Ett barn far hem.", "Ett barn får glass."]}


def test_words_may_stand_apart_but_all_must_be_there(tmp_path: Path) -> None:
    assert hits(found(tmp_path, "influensa ökar")) == {"I analyser": ["Fler får influensa."]}
    view = found(tmp_path, "influensa minskar")
    assert view.groups == ()
    assert view.empty is not None
    assert view.empty.title == "Inget i de inlästa rapporterna stämmer med ”influensa minskar”."
    assert [way.link.page for way in view.empty.ways] == ["enheter", "indikatorer", "mal"]


def test_a_hit_is_marked_and_leads_to_its_row_and_its_place(tmp_path: Path) -> None:
    hit = only(found(tmp_path, "kursen"))
    assert [(piece.words, piece.marked) for piece in hit.pieces] == [("Kursen", True), (" är klar.", False)]
    assert hit.about == "Enheten för lek, Helår 2025, Analys"
    assert (hit.link.page, hit.link.to.unit, hit.link.to.rows) == ("enhet", "enheten-for-lek", ("a0",))
    assert hit.source is not None
    assert hit.source.page == "kallor"


def test_a_hit_in_a_section_has_the_line_of_its_paragraph_and_what_stands_around_it(tmp_path: Path) -> None:
    long = "Vi målar. " * 30
    hit = only(
        found(tmp_path, "rutschbana", play(2025, "Enheten för lek", f"Först.\n{long}En rutschbana köps. {long}"))
    )
    words = "".join(piece.words for piece in hit.pieces)
    assert words.startswith("… ")
    assert words.endswith(" …")
    assert "En rutschbana köps." in words
    assert len(words) < 220
    assert hit.source is not None
    assert hit.source.to.rows == ("r95",)


def test_signs_of_patterns_are_letters_like_others(tmp_path: Path) -> None:
    assert found(tmp_path, "(a.*").groups == ()
    assert hits(found(tmp_path, "7 (", play(2025, "Enheten för lek", "Nummer 7 (sju)."))) == {
        "I andra avsnitt": ["Nummer 7 (sju)."]
    }


def test_too_little_to_search_for_asks_nothing_and_says_what_to_do(tmp_path: Path) -> None:
    titles = []
    for text in (None, "å"):
        empty = search(Store(tmp_path), CATALOGUE, Selection(text=text)).empty
        assert empty is not None
        assert "indikator" in empty.text
        titles.append(empty.title)
    assert titles == ["Skriv vad du letar efter.", "Skriv minst två bokstäver."]


def test_an_empty_store_says_what_to_import(tmp_path: Path) -> None:
    empty = search(Store(tmp_path), CATALOGUE, Selection(text="gung")).empty
    assert empty is not None
    assert empty.title == "Inga rapporter är inlästa ännu."


def test_a_kind_shows_some_of_its_hits_and_alone_all_of_them(tmp_path: Path) -> None:
    reports = [play(2025, f"Enhet {number}", "Saft åt alla.") for number in range(FEW + 2)]
    [few] = found(tmp_path, "saft", *reports).groups
    assert (len(few.hits), few.amount, few.cut) == (FEW, str(FEW + 2), "")
    assert few.all is not None
    [whole] = search(Store(tmp_path), CATALOGUE, few.all.to).groups
    assert (len(whole.hits), whole.all, whole.cut) == (FEW + 2, None, "")


def test_more_hits_than_can_be_shown_are_said_to_be(tmp_path: Path) -> None:
    commit(tmp_path, [play(2025, f"Enhet {number}", "Saft åt alla.") for number in range(MOST + 1)])
    [group] = search(Store(tmp_path), CATALOGUE, Selection(text="saft", form="avsnitt")).groups
    assert len(group.hits) == MOST
    assert group.amount == str(MOST + 1)
    assert group.cut == f"De första {MOST} visas. Skriv fler ord för att se färre."


def test_kinds_are_filters_with_their_counts_and_one_without_hits_says_so(tmp_path: Path) -> None:
    view = found(tmp_path, "gung")
    assert view.told == "2 träffar på ”gung”."
    told = [(one.name, one.amount, one.link.to.form, one.chosen) for one in view.filters]
    assert told == [("Alla", "2", None, True), ("Mål", "1", "mal", False), ("Aktiviteter", "1", "aktiviteter", False)]
    goals = search(Store(tmp_path), CATALOGUE, Selection(text="gung", form="mal"))
    assert [group.name for group in goals.groups] == ["Mål"]
    assert [one.name for one in goals.filters if one.chosen] == ["Mål"]
    none = search(Store(tmp_path), CATALOGUE, Selection(text="gung", form="enheter"))
    assert none.notices == ("Sökningen har inga träffar av det slaget. Här visas alla.",)


def test_a_title_of_many_units_and_years_is_one_hit_in_its_latest_report(tmp_path: Path) -> None:
    view = found(tmp_path, "gungor", play(2024), play(2025), play(2024, "Enheten för vila"))
    hit = only(view)
    assert hit.about == "Enheten för lek, Helår 2025, också hos 1 annan enhet"
    assert hit.link.to.year == 2025


def test_only_the_report_that_counts_is_searched(tmp_path: Path) -> None:
    commit(tmp_path, [play(2025, "Enheten för lek", "Hoppborgen är trasig.")])
    assert found(tmp_path, "hoppborgen", play(2025, "Enheten för lek", "Allt är helt.")).groups == ()


def test_every_match_is_marked() -> None:
    marked = [piece.words for piece in pieces("Får far får?", [pattern("far")]) if piece.marked]
    assert marked == ["Får", "far", "får"]


def test_a_goal_above_the_units_own_leads_to_the_goals_page_and_its_words_to_their_place(tmp_path: Path) -> None:
    build = Build(unit="Enheten för lek").area("1.3", "Stöd åt barn").board_goal("Nämnden bygger lekplatser")
    report = build.report()
    number = next(goal.number for goal in report.goals if goal.title == "Nämnden bygger lekplatser")
    told = Text(TextOf.GOAL, number, "Förväntat resultat", "Lekplatserna är hela.", Place(70))
    view = found(tmp_path, "lekplatser", replace(report, texts=(*report.texts, told)))
    [goal], [words] = (group.hits for group in view.groups)
    assert (goal.link.page, goal.link.to.goal) == ("mal", "namndmal-1-3-namnden-bygger-lekplatser")
    assert goal.about.startswith("Nämndmål, Enheten för lek")
    assert words.link == words.source
