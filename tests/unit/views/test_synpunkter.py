"""Feedback over units: sums of what is told, shares with their base, what stands apart, comments without persons."""

from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.importing.privacy import Cleaner
from dashboard.model import Kind, Place, Selection, Text, TextOf
from dashboard.store.database import Store
from dashboard.views.feedback_categories import CountLine, Section
from dashboard.views.synpunkter import Synpunkter, synpunkter
from tests.builders import Build, catalogue_of, store_of

ABOUT = "Synpunkter och klagomål - som gäller verksamhet och personal"
WHO = "Från vem har klagomål eller synpunkt inkommit?"
DONE = "Vilken återkoppling och vilka åtgärder har gjorts?"


def told(build: Build, comment: str = "") -> Build:
    """Says `comment` on the row that came last."""
    number = len(build.feedback) - 1
    build.feedback[number] = replace(build.feedback[number], has_comment=True)
    body = Cleaner().clean(comment)
    build.texts.append(Text(TextOf.FEEDBACK, number, "Bedömning", body, Place(99)))
    return build


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Lek: 6 from residents, of which 4 answered. Sång: 3 by category alone, nothing on answers. Dans tells nothing."""
    lek = Build().complaints("Beröm", "Beröm", 5, 3, 5).complaints(WHO, "Invånare", 1, 2, 3)
    lek.complaints(ABOUT, "Bemötande", None, None, 1).complaints(ABOUT, "Kompetens", None, None, None)
    told(lek.complaints(DONE, "Antal synpunkter/klagomål där återkoppling har lämnats", 1, 2, 1), "Alla fick svar.")
    told(
        lek.complaints("Personuppgiftsincidenter", "Hantering av personuppgifter", 1, None, None), "Ring 08-123 45 67."
    )
    sang = Build(unit="Enheten för sång").complaints("Beröm", "Antal beröm", None, 2, None)
    sang.complaints("Vad gällde klagomålet, synpunkten eller avvikelsen?", "Bemötande", 0, 2, 1)
    sang.complaints("Varav antal avvikelser som lett till", "Lex Sarah", None, 15, 7)
    tertial = Build(kind=Kind.T1).complaints("Beröm", "Beröm", 4, None, None)
    before = Build(year=2024).complaints("Beröm", "Beröm", 1, None, None).complaints(WHO, "Invånare", 2, None, None)
    return store_of(tmp_path / "store", tertial, lek, sang, Build(unit="Enheten för dans").area("1.3"), before)


def shown(store: Store, **chosen: object) -> Synpunkter:
    return synpunkter(store, catalogue_of(), Selection(**chosen))  # type: ignore[arg-type]


def line(sections: tuple[Section, ...], name: str) -> CountLine:
    return next(line for section in sections for line in section.lines if line.name == name)


def figures(line: CountLine) -> tuple[int | None, ...]:
    return (line.t1, line.t2, line.vb, line.total)


def test_each_unit_tells_its_counts_and_its_shares_with_their_base(store: Store) -> None:
    lek, sang = shown(store).lines
    assert (lek.praise, lek.received, lek.received_note) == (13, 6, "")
    assert (lek.answered, lek.acted) == ("4 av 6", "")
    assert (sang.praise, sang.received, sang.received_note) == (2, 3, "räknat på vad de gällde")
    assert sang.answered == "", "no answer told is not nought answers"
    assert shown(store).without == "Enheten för dans har en rapport för året utan synpunkter."


def test_the_sentence_counts_and_says_what_a_share_rests_on(store: Store) -> None:
    said = shown(store).said
    assert said is not None
    assert said.lines == ("9 synpunkter och klagomål och 15 beröm 2025.",)
    assert said.quiet == "4 av 6 fick svar (en av två enheter anger båda talen)."


def test_categories_add_up_what_is_told_and_keep_empty_cells_empty(store: Store) -> None:
    page = shown(store)
    praise, behaviour = line(page.sections, "Beröm"), line(page.sections, "Bemötande")
    assert figures(praise) == (5, 5, 5, 15), "a form that says 'Antal beröm' counts the same"
    assert figures(behaviour) == (0, 2, 2, 4)
    assert behaviour.note == "uppgift från 2 av 2 enheter"
    assert figures(line(page.sections, "Antal med återkoppling"))[3] == 4
    about = next(section for section in page.sections if "gällde" in section.heading)
    assert about.empty == "Utan uppgift i rapporterna: Kompetens."


def test_the_latest_report_of_a_year_counts_once(store: Store) -> None:
    assert shown(store).lines[0].report == "Verksamhetsberättelse 2025"
    assert shown(store).lines[0].praise == 13, "tertial 1's four are among the thirteen"


def test_lex_sarah_and_personal_data_stand_apart(store: Store) -> None:
    page = shown(store)
    assert [section.heading for section in page.apart] == ["Lex Sarah", "Personuppgifter"]
    assert figures(line(page.apart, "Lex Sarah")) == (None, 15, 7, 22)
    assert "Lex Sarah" not in [line.name for section in page.sections for line in section.lines]


def test_a_category_opens_unit_by_unit_with_its_sources(store: Store) -> None:
    to = line(shown(store).sections, "Bemötande").to
    opened = synpunkter(store, catalogue_of(), to.to).opened
    assert opened is not None
    assert [(one.name, one.total, one.to.page) for one in opened.lines] == [
        ("Enheten för lek 2025", 1, "kallor"),
        ("Enheten för sång 2025", 3, "kallor"),
    ]
    praise = shown(store, category="berom").opened
    assert praise is not None
    assert [(one.name, one.total) for one in praise.lines] == [
        ("Enheten för lek 2024", 1),
        ("Enheten för lek 2025", 13),
        ("Enheten för sång 2025", 2),
    ]


def test_the_years_stand_with_their_units_and_their_shares(store: Store) -> None:
    now, before = shown(store).by_year
    assert (now.year, now.units, now.praise, now.received) == ("2025", "2 enheter", 15, 9)
    assert now.answered == "4 av 6 (1 av 2 enheter)"
    assert (before.year, before.received, before.answered) == ("2024", 2, "")
    assert before.link.to.year == 2024
    assert shown(store, units=("enheten-for-sang",)).by_year == (), "a single year is no row of years"


def test_one_unit_has_its_own_lines_with_their_source(store: Store) -> None:
    page = shown(store, units=("enheten-for-lek",))
    assert line(page.sections, "Bemötande").to.page == "kallor"
    assert [one.name for one in page.lines] == ["Enheten för lek"]


def test_comments_are_shown_on_demand_and_never_with_a_person(store: Store) -> None:
    closed = shown(store).comments
    assert closed is not None
    assert (closed.amount, closed.shown) == (2, ())
    opened = synpunkter(store, catalogue_of(), closed.toggle.to).comments
    assert opened is not None
    assert [comment.paragraphs for comment in opened.shown] == [("Alla fick svar.",)]
    assert opened.withheld.startswith("1 kommentar visas inte")


def test_figures_draw_no_bar_for_an_empty_cell_and_warn_where_units_differ(store: Store) -> None:
    figures = dict(shown(store).figures)
    years = figures["f-ar"]
    assert [panel.title for panel in years.panels] == ["2024", "2025"]
    assert years.table.rows == (("2024", "1", "2", "1 enhet"), ("2025", "15", "9", "2 enheter"))
    assert "Olika enheter har redovisat" in years.caption
    periods = figures["f-perioder"]
    assert periods.title == "Mer beröm än klagomål, 15 mot 9, 2025"
    lek = dict(shown(store, units=("enheten-for-lek",), year=2024).figures)["f-perioder"]
    assert [bar.value for panel in lek.panels for bar in panel.bars] == [1, 2, None, None, None, None]
    assert "beröm saknas" in lek.alt


def test_more_answers_than_complaints_is_said(tmp_path: Path) -> None:
    build = (
        Build()
        .complaints(WHO, "Invånare", 1, None, None)
        .complaints(DONE, "Antal där återkoppling har lämnats", 3, None, None)
    )
    page = shown(store_of(tmp_path / "fel", build))
    assert page.lines[0].answered == "3 av 1, går inte ihop i rapporten"
    assert page.said is not None
    assert page.said.quiet == ""


def test_nothing_told_is_a_designed_state(store: Store, tmp_path: Path) -> None:
    assert synpunkter(Store(tmp_path / "tom"), catalogue_of(), Selection()).empty is not None
    without = shown(store, year=2023).empty
    assert without is not None
    assert [way.words for way in without.ways] == ["2025", "2024"]
    assert shown(store_of(tmp_path / "ingen", Build().area("1.3"))).empty is not None


def test_a_year_with_empty_cells_alone_says_so_and_names_whose_years_are_drawn(tmp_path: Path) -> None:
    empty = Build(year=2023).complaints("Beröm", "Beröm", None, None, None)
    told = Build(unit="Enheten för sång").complaints("Beröm", "Beröm", 2, None, None)
    page = shown(store_of(tmp_path / "tomt", empty, told), year=2023)
    assert page.said is not None
    assert page.said.lines == ("Rapporterna för 2023 anger inget antal synpunkter, klagomål eller beröm.",)
    (drawn,) = page.figures
    assert "Exempelnämnden" in drawn[1].subtitle, "the years are not of the year's only unit"
