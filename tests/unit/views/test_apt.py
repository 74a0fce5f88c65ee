"""A unit's deck: which slides there are, what they say, and what the address chooses of them."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.model import Direction, Kind, Selection, Status, TextOf
from dashboard.views.apt import SHORT, Deck, apt
from dashboard.views.apt_room import headline_size, parted, room
from dashboard.views.apt_slides import (
    ActivitiesSlide,
    FeedbackSlide,
    GoalSlide,
    IndicatorSlide,
    PlanSlide,
    QuestionsSlide,
    YearSlide,
)
from tests.builders import Build, catalogue_of, indicator, store_of

KNOWN = catalogue_of(
    indicator("Nöjdhet", unit="%"),
    indicator("Sjukfrånvaro", Direction.LOWER, unit="%"),
    indicator("Besök"),
    indicator("Trygghet", unit="%"),
    indicator("Medskapande"),
)
UNIT = "enheten-for-lek"
Show = Callable[..., Deck]


def whole_year() -> Build:
    """One indicator of each kind: worse, short of its target, one sex short, better, as before."""
    built = Build().area("1.3", "Stöd").unit_goal("Alla känner sig trygga", Status.DELVIS)
    built.analysis(TextOf.GOAL, "Vi har kommit en bit. Vi fortsätter.")
    built.activity("Utbildning i lek", "Försenad").activity("Nya gungor")
    built.row("Besök", "12", "90", "10").row("Trygghet", "78 %", "79 %", "77 %", women="74 %", men="81 %")
    built.area("3.4", "Arbetsgivare").unit_goal("Enheten är en god arbetsgivare").area("2.2", "Natur")
    built.row("Sjukfrånvaro", "5 %", "5 %", "3,4 %", status=Status.HELT)
    built.row("Nöjdhet", "90 %", "80 %", "85 %").row("Medskapande", "83", "83", "83")
    return built.complaints("Beröm", "Beröm", 1, 2, 3)


@pytest.fixture
def show(tmp_path: Path) -> Show:
    store = store_of(tmp_path, whole_year())

    def ask(**chosen: object) -> Deck:
        return apt(store, KNOWN, replace(Selection(unit=UNIT), **chosen))  # type: ignore[arg-type]

    return ask


def test_the_deck_begins_with_the_title_and_the_year_and_ends_with_questions_and_sources(show: Show) -> None:
    keys = [slide.key for slide in show().every]
    assert keys[:2] == ["titel", "aret"]
    assert keys[-2:] == ["samtal", "kallor"]
    assert len(keys) == len(set(keys)), "the address could not tell two slides apart"


def test_the_year_names_the_best_and_what_to_work_on_and_none_twice(show: Show) -> None:
    year = next(slide for slide in show().every if isinstance(slide, YearSlide))
    assert [item.strong for item in year.best] == ["Nöjdhet", "Medskapande"]
    assert [item.strong for item in year.work] == ["Besök", "Trygghet", "Sjukfrånvaro"]
    assert year.best[0].rest.replace("\u00a0", " ") == "90 %, årsmål 80 %"
    # It reaches its target, so it says why it is to be worked on all the same.
    assert year.work[2].rest.replace("\u00a0", " ") == "5 %, årsmål 5 %, sämre än 2024"


def test_a_question_follows_from_the_figures(show: Show) -> None:
    asked = next(slide for slide in show().every if isinstance(slide, QuestionsSlide)).questions
    told = [words.replace("\u00a0", " ") for words in asked]
    assert "Sjukfrånvaro ökade från 3,4 % till 5 %. Vad kan vi påverka?" in told
    assert "Besök ligger 78 under årsmålet 90. Vad skulle ta oss dit?" in told
    assert "Trygghet: kvinnor når inte årsmålet, men det gör män. Vad kan skillnaden bero på?" in told
    assert len(asked) == 5
    assert not [words for words in told if words.startswith("Medskapande")], "nothing happened to it"


def test_an_indicator_with_its_own_slide_asks_without_saying_its_name_again(show: Show) -> None:
    slide = next(one for one in show().every if isinstance(one, IndicatorSlide) and one.name == "Trygghet")
    assert slide.question == "Kvinnor når inte årsmålet, men det gör män. Vad kan skillnaden bero på?"
    assert (slide.big, slide.unit) == ("78", "%")
    assert slide.chart is not None
    assert [bar.label for bar in slide.chart.panels[0].bars] == ["Totalt", "Kvinnor", "Män"]


def test_an_indicator_without_a_year_before_is_drawn_against_its_target(tmp_path: Path) -> None:
    store = store_of(tmp_path, Build().area("1.3").unit_goal("Mål").row("Besök", "12", "90"))
    slide = next(one for one in apt(store, KNOWN, Selection(unit=UNIT)).every if isinstance(one, IndicatorSlide))
    assert slide.chart is not None
    assert [bar.value for bar in slide.chart.panels[0].bars] == [None, 12]
    assert slide.chart.panels[0].target == 90


def test_sexes_that_are_parts_of_a_sum_are_not_held_against_the_target_of_the_whole(tmp_path: Path) -> None:
    built = Build().area("1.3").unit_goal("Mål")
    built.row("Besök", "1 128", "1 090", "980", women="564", men="564")
    slide = next(
        one for one in apt(store_of(tmp_path, built), KNOWN, Selection(unit=UNIT)).every
        if isinstance(one, IndicatorSlide)
    )  # fmt: skip
    assert slide.chart is not None
    assert [bar.label for bar in slide.chart.panels[0].bars] == ["2024", "2025"]
    assert slide.question == "Vad gjorde vi som vi ska fortsätta med?"


def test_a_goal_has_a_slide_with_its_words_and_activities_where_there_is_room(show: Show) -> None:
    goal = next(slide for slide in show().every if isinstance(slide, GoalSlide))
    assert (goal.headline, goal.status, goal.code) == ("Alla känner sig trygga", Status.DELVIS, "1.3")
    assert [name for name, _ in goal.lines] == ["Besök", "Trygghet"]
    assert goal.question == "Målet uppfylls delvis. Vad fattas?"
    assert [act.title for act in goal.acts][:1] == ["Utbildning i lek"]
    assert goal.notes == ("Analys: Vi har kommit en bit. Vi fortsätter.",)


def test_a_goal_without_indicators_says_so(show: Show) -> None:
    goal = next(slide for slide in show().every if slide.headline == "Enheten är en god arbetsgivare")
    assert isinstance(goal, GoalSlide)
    assert goal.without == "Inga indikatorer följs under målet."


def test_what_hangs_on_a_goal_of_the_council_stands_last_together(show: Show) -> None:
    loose = [slide for slide in show().every if isinstance(slide, GoalSlide)][-1]
    assert loose.headline == "KF:s mål 2.2: Natur"
    assert [name for name, _ in loose.lines] == ["Sjukfrånvaro", "Nöjdhet", "Medskapande"]


def test_the_only_goal_of_an_area_takes_what_hangs_on_the_councils(tmp_path: Path) -> None:
    built = Build().area("3.4", "Arbetsgivare").row("Sjukfrånvaro", "5 %", "5 %").unit_goal("God arbetsgivare")
    store = store_of(tmp_path, built.row("Besök", "12", "90"))
    goals = [one for one in apt(store, KNOWN, Selection(unit=UNIT)).every if isinstance(one, GoalSlide)]
    assert [[name for name, _ in goal.lines] for goal in goals] == [["Besök", "Sjukfrånvaro"]]
    assert goals[0].subs == ((1, "Direkt under KF:s mål 3.4"),)


def test_rows_that_do_not_fit_go_on_to_another_slide_and_none_is_lost(tmp_path: Path) -> None:
    built = Build().area("1.3").unit_goal("Mål", Status.EJ)
    names = [f"Andel av {number} som svarar att de är nöjda med det bemötande de fått" for number in range(20)]
    for name in names:
        built.row(name, "12", "90")
    slides = [one for one in apt(store_of(tmp_path, built), KNOWN, Selection(unit=UNIT)).every if
              isinstance(one, GoalSlide)]  # fmt: skip
    assert [name for slide in slides for name, _ in slide.lines] == names
    assert [slide.part for slide in slides] == [f"{place} av {len(slides)}" for place in range(1, len(slides) + 1)]
    assert [bool(slide.question) for slide in slides] == [*(False for _ in slides[1:]), True]
    sizes = [len(slide.lines) for slide in slides]
    assert max(sizes) - min(sizes) <= 1


def test_activities_with_a_deviation_come_first_and_are_asked_about(show: Show) -> None:
    slide = next(one for one in show().every if isinstance(one, ActivitiesSlide))
    assert slide.headline == "En av två aktiviteter har en redovisad avvikelse"
    assert [(name, [line.title for line in lines]) for name, lines in slide.groups] == [
        ("Med avvikelse", ["Utbildning i lek"]),
        ("Utan redovisad avvikelse", ["Nya gungor"]),
    ]
    assert slide.question.startswith("En aktivitet blev inte som planerat.")


def test_what_people_told_is_a_slide_and_missing_where_nothing_was(show: Show, tmp_path: Path) -> None:
    assert next(slide for slide in show().every if isinstance(slide, FeedbackSlide)).groups[0].rows[0].total == 6
    bare = store_of(tmp_path / "bare", Build().area("1.3").unit_goal("Mål"))
    assert not [one for one in apt(bare, KNOWN, Selection(unit=UNIT)).every if isinstance(one, FeedbackSlide)]


def test_next_years_targets_stand_beside_this_years_outcomes(tmp_path: Path) -> None:
    plan = Build(kind=Kind.VP, year=2026, date="2026-01-10").area("1.3", "Stöd").row("Besök", "", "60")
    deck = apt(store_of(tmp_path, whole_year(), plan), KNOWN, Selection(unit=UNIT, year=2025, period=Kind.VB))
    slide = next(one for one in deck.every if isinstance(one, PlanSlide))
    assert [(line.name, line.target, line.outcome) for line in slide.lines] == [("Besök", "60", "12")]
    assert slide.headline == "Målen för 2026"


def test_without_a_plan_there_is_no_slide_of_it(show: Show) -> None:
    assert not [slide for slide in show().every if isinstance(slide, PlanSlide)]


def test_a_plan_has_targets_and_nothing_to_judge_or_ask_of_figures(tmp_path: Path) -> None:
    plan = Build(kind=Kind.VP, year=2026).area("1.3", "Stöd").unit_goal("Mål", None).row("Besök", "", "60", kf="70")
    deck = apt(store_of(tmp_path, plan), KNOWN, Selection(unit=UNIT))
    assert not [slide for slide in deck.every if isinstance(slide, YearSlide | IndicatorSlide)]
    goal = next(slide for slide in deck.every if isinstance(slide, GoalSlide))
    assert (goal.lines[0][1].target.words, goal.lines[0][1].kf_target.words, goal.question) == ("60", "70", "")


def test_a_tertial_is_not_told_of_next_years_targets(tmp_path: Path) -> None:
    tertial = Build(kind=Kind.T1).area("1.3", "Stöd").unit_goal("Mål", None).row("Besök", "12", "90")
    plan = Build(kind=Kind.VP, year=2026).area("1.3", "Stöd").row("Besök", "", "60")
    deck = apt(store_of(tmp_path, tertial, plan), KNOWN, Selection(unit=UNIT, year=2025, period=Kind.T1))
    assert not [slide for slide in deck.every if isinstance(slide, PlanSlide)]
    asked = next(slide for slide in deck.every if isinstance(slide, QuestionsSlide))
    assert not [words for words in asked.questions if "årsmålet" in words], "a third of a year has no year's target"


def test_the_short_deck_has_nine_slides_in_the_decks_order(show: Show) -> None:
    deck = show()
    keys = [slide.key for slide in deck.every]
    assert len(deck.short) == SHORT == 9
    assert list(deck.short) == [key for key in keys if key in deck.short]
    assert {"titel", "aret", "aktiviteter", "samtal", "kallor"} <= set(deck.short)


def test_the_address_chooses_slides_and_their_order(show: Show) -> None:
    deck = show(slides=("samtal", "titel"), slide=2)
    assert [slide.key for slide in deck.shown] == ["samtal", "titel"]
    assert deck.number == 2
    assert len(deck.every) > 2


def test_a_slide_that_is_not_there_is_said(show: Show) -> None:
    deck = show(slides=("titel", "finns-inte"), slide=9)
    assert deck.notices == ("Bilden ”finns-inte” finns inte i den här rapporten.",)
    assert [slide.key for slide in deck.shown] == ["titel"]
    assert deck.number == 1


def test_of_slides_none_of_which_is_there_all_are_shown(show: Show) -> None:
    deck = show(slides=("finns-inte",))
    assert deck.shown == deck.every
    assert deck.notices


def test_a_unit_or_period_without_a_report_is_said(show: Show) -> None:
    assert show(unit="finns-inte").empty is not None
    missing = show(year=2025, period=Kind.T2)
    assert missing.empty is not None
    assert missing.every == ()


def test_a_headline_is_smaller_before_it_takes_a_third_line() -> None:
    assert headline_size("Kort") == 40
    assert headline_size("Ett mål " * 16) < headline_size("Kort")
    assert room("Kort") > room("Kort", "Vad fattas?") > room("Ett mål " * 20, "Vad fattas?")


def test_parts_are_even_and_hold_what_there_is_room_for() -> None:
    assert parted([40] * 7, int, 160) == [(40,) * 4, (40,) * 3]
    assert parted([40] * 6, int, 200) == [(40,) * 3, (40,) * 3]
    assert parted([500, 40], int, 160) == [(500,), (40,)]
    assert parted([], int, 160) == []
