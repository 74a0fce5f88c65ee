"""Översikt says what the reports say: sentence, counts and their lists, what needs attention, goals by unit."""

from pathlib import Path

import pytest

from dashboard.catalogue import Catalogue
from dashboard.model import Direction, Kind, Selection, Status
from dashboard.store.database import Store
from dashboard.views.matrix import Cell
from dashboard.views.oversikt import Content, Oversikt, oversikt
from tests.builders import Build, catalogue_of, indicator, store_of

HELT, DELVIS, EJ = Status.HELT, Status.DELVIS, Status.EJ
CATALOGUE = catalogue_of(
    indicator("Nöjdhet"), indicator("Platser"), indicator("Sjukfrånvaro", Direction.LOWER, unit="%"), indicator("Svar")
)


def play() -> Build:
    """Two goals under 1.3, one of them met; one indicator that meets its target and one that misses it by far."""
    build = Build().area("1.3", "Stöd").unit_goal("Snabba besked").row("Nöjdhet", "90", "83", "80", status=HELT)
    build.unit_goal("Gott bemötande", DELVIS).row("Platser", "12", "90", status=EJ)
    return build.area("2.1", "Klimat").activity("Alla går en utbildning")


def song() -> Build:
    build = Build(unit="Enheten för sång").area("1.3", "Stöd").unit_goal("Alla får sjunga")
    build.area("3.4", "Arbete").row("Sjukfrånvaro", "5 %", "5 %", "3,4 %", women="7 %", men="6 %", status=HELT)
    return build.row("Svar", "61,9 %", "75 %", "70 %", status=DELVIS)


def seen(folder: Path, *builds: Build, catalogue: Catalogue = CATALOGUE, **chosen: object) -> Oversikt:
    return oversikt(store_of(folder, *builds), catalogue, Selection(**chosen))  # type: ignore[arg-type]


def content(view: Oversikt) -> Content:
    assert view.content is not None
    return view.content


def test_the_sentence_comes_from_the_counts(tmp_path: Path) -> None:
    said = content(seen(tmp_path, play(), song())).said
    assert said.lines == ("Två av tre enhetsmål uppfylls helt.", "Ett uppfylls delvis och inget uppfylls ej.")
    assert said.quiet == "Två av fyra indikatorer når inte årsmålet."


def test_every_count_above_nought_leads_to_a_list_of_precisely_those(tmp_path: Path) -> None:
    store = store_of(tmp_path, play(), song())
    found = content(oversikt(store, CATALOGUE, Selection()))
    counts = [(tally, count) for tally in found.tallies for count in tally.counts]
    assert len(found.tallies) == 4
    for tally, count in counts:
        assert (count.link is None) is (count.amount == 0)
        if count.link:
            listing = oversikt(store, CATALOGUE, count.link.to).listing
            assert listing is not None, (tally, count)
            assert sum(len(section.items) for section in listing.sections) == count.amount


def test_a_list_says_what_it_holds_and_leads_back(tmp_path: Path) -> None:
    view = seen(tmp_path, play(), song(), listed="mal", status="delvis")
    assert view.listing is not None
    assert view.listing.heading == "Ett enhetsmål uppfylls delvis"
    (section,) = view.listing.sections
    assert section.heading == "Enheten för lek"
    assert [item.strong for item in section.items] == ["Gott bemötande"]
    assert section.items[0].link.page == "enhet"
    assert section.items[0].link.fragment == section.items[0].link.to.rows[0]
    assert (view.listing.back.page, view.listing.back.to.listed) == ("oversikt", None)


@pytest.mark.parametrize("listed", ["hittepa", "mal"])
def test_a_list_that_does_not_exist_is_no_list(tmp_path: Path, listed: str) -> None:
    view = seen(tmp_path, play(), listed=listed, status="hittepa")
    assert view.listing is None
    assert view.content is not None


def test_rows_need_attention_in_groups_with_a_sentence_each(tmp_path: Path) -> None:
    attention = content(seen(tmp_path, play(), song())).attention
    assert attention is not None
    told = {section.heading: [f"{item.strong} {item.rest}" for item in section.items] for section in attention.sections}
    assert told == {
        "Enhetsmål som uppfylls delvis": ["Gott bemötande rapporteras som delvis uppfyllt."],
        "Längst från årsmålet": ["Platser blev 12. Det är 78 under årsmålet 90."],
        "Rapporterat och beräknat skiljer sig": [
            "Svar rapporteras som delvis uppfylld. "
            "Utfallet 61,9\u00a0% är 13,1\u00a0procentenheter under årsmålet 75\u00a0%."
        ],
        "Sämre än 2024, men når årsmålet": ["Sjukfrånvaro steg från 3,4 till 5\u00a0% och ligger precis på årsmålet."],
    }
    assert attention.summary == "1 av 3 enhetsmål och 3 av 4 indikatorer"
    goal, far = (section.items[0] for section in attention.sections[:2])
    assert (goal.note, goal.link.fragment) == ("Enheten för lek · KF:s mål\u00a01.3", goal.link.to.rows[0])
    assert far.note == "Enheten för lek · 2024 saknas"
    assert (far.link.page, far.link.to.unit, far.link.fragment) == ("enhet", "enheten-for-lek", "i1")


def test_a_total_outside_the_sexes_is_told_with_its_place(tmp_path: Path) -> None:
    build = song()
    attention = content(seen(tmp_path, build)).attention
    assert attention is not None
    assert attention.examine_words == "En uppgift att granska"
    (told,) = attention.examinations
    assert told.rest == "5\u00a0% totalt, men 7\u00a0% för kvinnor och 6\u00a0% för män. Så står det i rapporten."
    assert told.link.to.rows == (f"r{build.outcomes[0].place.line}",)


def test_a_revised_figure_is_told_with_both(tmp_path: Path) -> None:
    then = Build(year=2024).area("3.4").row("Nöjdhet", "73", "83")
    now = Build().area("3.4").row("Nöjdhet", "85", "83", "74", status=HELT)
    attention = content(seen(tmp_path, then, now)).attention
    assert attention is not None
    (told,) = attention.examinations
    assert "74" in told.rest
    assert "73" in told.rest
    assert told.link.to.document == then.report().document.id


def test_many_figures_to_examine_show_some_and_lead_to_all(tmp_path: Path) -> None:
    many = Build().area("3.4")
    for number in range(9):
        many.row(f"Mått {number}", "5 %", "9 %", women="7 %", men="6 %")
    attention = content(seen(tmp_path, many)).attention
    assert attention is not None
    assert (len(attention.examinations), attention.more_words) == (6, "Visa alla 9")
    assert attention.more is not None
    listing = oversikt(Store(tmp_path), CATALOGUE, attention.more.to).listing
    assert listing is not None
    assert listing.attention is not None
    assert len(listing.attention.examinations) == 9


def test_a_large_group_shows_some_and_leads_to_all(tmp_path: Path) -> None:
    builds = [Build(unit=f"Enheten för {n}").area("1.3").row("Platser", "1", "90", status=EJ) for n in range(9)]
    store = store_of(tmp_path, *builds)
    attention = content(oversikt(store, CATALOGUE, Selection())).attention
    assert attention is not None
    (section,) = attention.sections
    assert section.more is not None
    assert len(section.items) < 9
    listing = oversikt(store, CATALOGUE, section.more.to).listing
    assert listing is not None
    assert listing.heading == "Nio indikatorer att uppmärksamma"
    assert [len(one.items) for one in listing.sections] == [9]


def test_goals_that_are_not_met_come_first_and_lead_to_the_list_of_them(tmp_path: Path) -> None:
    build = play().unit_goal("Öppet alla dagar", EJ)
    for number in range(8):
        build.unit_goal(f"Mål {number}", DELVIS)
    store = store_of(tmp_path, build)
    attention = content(oversikt(store, CATALOGUE, Selection())).attention
    assert attention is not None
    missed, partly, *_ = attention.sections
    assert (missed.heading, missed.note, missed.more) == ("Enhetsmål som inte uppfylls", "1 enhetsmål", None)
    assert [item.strong for item in missed.items] == ["Öppet alla dagar"]
    assert (len(partly.items), partly.left, partly.more_words) == (6, 3, "Visa alla 9")
    assert partly.more is not None
    listing = oversikt(store, CATALOGUE, partly.more.to).listing
    assert listing is not None
    assert listing.heading == "Nio enhetsmål uppfylls delvis"
    whole = oversikt(store, CATALOGUE, Selection(listed="uppmarksamma")).listing
    assert whole is not None
    assert whole.heading == "Tio enhetsmål och en indikator att uppmärksamma"
    assert sum(len(section.items) for section in whole.sections) == 11


def cells(view: Oversikt) -> dict[str, list[tuple[str, tuple[str, ...]] | None]]:
    lines = [line for block in content(view).matrix.blocks for line in block.lines]
    return {line.code: [_cell(cell) for cell in line.cells] for line in lines}


def _cell(cell: Cell | None) -> tuple[str, tuple[str, ...]] | None:
    return (cell.words, cell.below) if cell else None


def test_the_matrix_has_kfs_goals_by_unit(tmp_path: Path) -> None:
    view = seen(tmp_path, song(), play())
    assert [column.name for column in content(view).matrix.columns] == ["Lek", "Sång"]
    assert cells(view) == {
        "1.3": [("1\u00a0helt, 1\u00a0delvis", ("1 av 2 indikatorer når årsmålet",)), ("1\u00a0helt", ())],
        "2.1": [("Ej bedömt", ("inget enhetsmål, ingen indikator",)), None],
        "3.4": [None, ("Ej bedömt", ("inget enhetsmål", "1 av 2 indikatorer når årsmålet"))],
    }
    total = content(view).matrix.total
    assert total is not None
    assert (total.name, total.sums[0]) == ("Båda enheterna", "2\u00a0helt, 1\u00a0delvis, 0\u00a0ej")


def test_one_unit_has_no_column_for_all(tmp_path: Path) -> None:
    assert content(seen(tmp_path, play())).matrix.total is None


def test_directions_worded_differently_stand_in_one_block(tmp_path: Path) -> None:
    one, other = play(), song()
    other.goals[0] = type(other.goals[0])(0, other.goals[0].level, "1", "En annan ordalydelse", None, None)
    blocks = content(seen(tmp_path, one, other)).matrix.blocks
    assert [block.heading[:2] for block in blocks] == ["1.", "2.", "3."]


def test_goals_without_kfs_stand_last(tmp_path: Path) -> None:
    build = Build().unit_goal("Ett eget mål")
    build.area("1.3").unit_goal("Ett annat")
    lines = [line for block in content(seen(tmp_path, build)).matrix.blocks for line in block.lines]
    assert [line.code for line in lines] == ["1.3", ""]


def test_a_plan_has_targets_and_no_judgement(tmp_path: Path) -> None:
    build = Build(kind=Kind.VP, year=2026).area("3.4").unit_goal("Bra arbetsmiljö", None).row("Sjukfrånvaro", "", "8 %")
    found = content(seen(tmp_path, build))
    assert found.plan
    assert found.tallies == ()
    assert found.attention is None
    assert found.said.lines == ("Ett enhetsmål och en indikator är planerade för 2026.",)
    assert cells(seen(tmp_path, build))["3.4"] == [("1 planerat", ("1 indikator",))]


def test_the_latest_account_is_shown_before_a_later_plan(tmp_path: Path) -> None:
    plan = Build(kind=Kind.VP, year=2026).area("3.4").unit_goal("x", None)
    view = seen(tmp_path, play(), plan, Build(kind=Kind.T1).area("1.3").unit_goal("y"))
    assert view.period == "Helår 2025"
    assert [(option.label, option.link is not None) for option in view.periods] == [
        ("T1", True),
        ("T2", False),
        ("Helår", True),
        ("Plan", False),
    ]
    assert [option.label for option in view.years] == ["2026", "2025"]


def test_a_period_without_a_report_says_what_there_is_instead(tmp_path: Path) -> None:
    view = seen(tmp_path, play(), year=2024, period=Kind.T1)
    assert view.content is None
    assert view.empty is not None
    assert view.empty.title == "Ingen tertialrapport 1 för 2024 är inläst."
    assert [(way.words, way.link.to.year) for way in view.empty.ways] == [("Helår 2025", 2025)]


def test_an_empty_store_says_how_to_fill_it(tmp_path: Path) -> None:
    view = seen(tmp_path)
    assert view.empty is not None
    assert "import" in view.empty.text


def test_boards_are_chosen_among(tmp_path: Path) -> None:
    other = Build(unit="Enheten för dans", board="Andra nämnden", board_source="vald").area("1.1").unit_goal("x")
    builds = (play(), song(), other)
    view = seen(tmp_path / "a", *builds)
    assert view.board == "Exempelnämnden", "the board with most units comes first"
    assert [option.label for option in view.boards] == ["Andra nämnden", "Exempelnämnden"]
    chosen = seen(tmp_path / "b", *builds, board="andra-namnden")
    assert [column.name for column in content(chosen).matrix.columns] == ["Dans"]
    assert "vald vid importen" in chosen.board_note
    lost = seen(tmp_path / "c", *builds, board="ingen-namnd")
    assert lost.board == "Exempelnämnden"
    assert any("ingen-namnd" in notice for notice in lost.notices)


def test_units_without_a_board_are_not_lost(tmp_path: Path) -> None:
    view = seen(tmp_path, Build(board=None, board_source=None).area("1.1").unit_goal("x"))
    assert view.board == "Enheter utan nämnd"
    assert content(view).matrix.columns


def test_units_stand_in_swedish_order(tmp_path: Path) -> None:
    builds = [Build(unit=f"Enheten för {name}").area("1.1").unit_goal("x") for name in ("öl", "zink", "ål", "arv")]
    names = [column.name for column in content(seen(tmp_path, *builds)).matrix.columns]
    assert names == ["Arv", "Zink", "Ål", "Öl"]


def test_a_year_without_the_chosen_period_leads_to_what_it_has(tmp_path: Path) -> None:
    plan = Build(kind=Kind.VP, year=2026).area("3.4").unit_goal("x", None)
    tertial = Build(kind=Kind.T1).area("1.3").unit_goal("y")
    view = seen(tmp_path, play(), plan, tertial, year=2025, period=Kind.T1)
    to = {option.label: option.link.to.period for option in view.years if option.link}
    assert to == {"2026": Kind.VP, "2025": Kind.T1}


def test_a_list_that_does_not_exist_is_said(tmp_path: Path) -> None:
    view = seen(tmp_path, play(), listed="foo", status="bar")
    assert view.notices == ("Listan ”foo/bar” finns inte. Här visas allt.",)
    assert view.content is not None
