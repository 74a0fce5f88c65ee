"""Tables with tabs between their cells."""

from dashboard.model import Level, Status
from tests.documents.printed import ACTIVITIES, FEEDBACK, INDICATORS, Read, tabbed


def test_cells_stand_under_their_headers(read: Read) -> None:
    [row] = read(tabbed(INDICATORS + "● Andel nöjda besökare→85,5 %→80 %→90 %→84 %→≥ 80 %→öka→VB 2025\n")).outcomes
    assert (row.outcome, row.men, row.women, row.previous, row.target, row.kf_target) == (85.5, 80, 90, 84, 80, None)
    assert (row.unit, row.kf_target_text, row.raw.target, row.raw.kf_target) == ("%", "öka", "≥ 80 %", "öka")
    assert (row.period, row.previous_period, row.status) == ("VB 2025", "VB 2024", Status.HELT)
    assert (row.name, row.indicator, row.goal) == ("Andel nöjda besökare", "nojda", 3)


def test_an_empty_cell_is_not_nought(read: Read) -> None:
    body = INDICATORS + "Antal gungor→0→→→–→25→→2025\nAntal rutschbanor→Inga data→→→7→→→2025\n"
    swings, slides = read(tabbed(body)).outcomes
    assert (swings.outcome, swings.men, swings.previous, swings.target, swings.unit) == (0, None, None, 25, None)
    assert (slides.outcome, slides.previous, slides.raw.outcome) == (None, 7, "Inga data")


def test_analysis_is_announced_in_four_ways(read: Read) -> None:
    body = INDICATORS + (
        "Antal gungor→1→→→→2→→2025\nAnalys→→→→→→→\nIndikatorn uppfylls.→→→→→→→\n"
        "Antal bollar→1→→→→2→→2025\nAnalys Indikatorn uppfylls delvis.→→→→→→→\n"
        "Antal rep→1→→→→2→→2025\nAnalys: Indikatorn uppfylls inte.→→→→→→→\n"
        "Antal hinkar→1→→→→2→→2025\n<p>Analys</p> <p>Målet nås.</p> <p>Alla <i>hinkar</i> är hela.</p>→→→→→→→\n"
    )
    report = read(tabbed(body))
    assert [row.status_text for row in report.outcomes] == [Status.HELT, Status.DELVIS, Status.EJ, Status.HELT]
    assert all(row.has_analysis for row in report.outcomes)
    bodies = [text.body for text in report.texts if text.of == "outcome"]
    assert bodies == [
        "Indikatorn uppfylls.", "Indikatorn uppfylls delvis.", "Indikatorn uppfylls inte.",
        "Målet nås.\nAlla hinkar är hela.",
    ]  # fmt: skip


def test_a_name_goes_on_under_the_repeated_header(read: Read) -> None:
    body = (
        INDICATORS + "Andel barn som gungar i parken på→12 %→→→10 %→20 %→Tas fram av nämnd/styr→VB 2025\n\n"
        + INDICATORS + "sommaren→→→→→→else→\nAnalys→→→→→→→\nMålet nås.→→→→→→→\nAntal bollar→3→→→→2→→2025\n"
    )  # fmt: skip
    report = read(tabbed(body))
    first, second = report.outcomes
    assert first.name == "Andel barn som gungar i parken på sommaren"
    assert (first.kf_target_text, first.raw.kf_target) == ("Tas fram av nämnd/styrelse", "Tas fram av nämnd/styr else")
    assert (first.status_text, second.name, second.outcome) == (Status.HELT, "Antal bollar", 3)


def test_a_cell_goes_on_beside_a_stray_sign(read: Read) -> None:
    body = (
        INDICATORS + "Andel nöjda besökare→12 %→→→10 %→20 %→Tas fram av nämnd/styr→VB 2025\n\n"
        + INDICATORS + "ξ→→→→→→else→\nAnalys→→→→→→→\nMålet nås.→→→→→→→\n"
    )  # fmt: skip
    [row] = read(tabbed(body)).outcomes
    assert (row.name, row.kf_target_text, row.status) == ("Andel nöjda besökare", "Tas fram av nämnd/styrelse", None)


def test_a_name_may_begin_before_the_repeated_header(read: Read) -> None:
    body = (
        INDICATORS + "Antal bollar→3→→→→2→→2025\nAnalys Målet nås.→→→→→→→\nAndel barn som gungar i parken→→→→→→→\n\n"
        + INDICATORS + "på sommaren→12 %→→→10 %→20 %→→VB 2025\n"
    )  # fmt: skip
    report = read(tabbed(body))
    assert [row.name for row in report.outcomes] == ["Antal bollar", "Andel barn som gungar i parken på sommaren"]
    assert [text.body for text in report.texts if text.of == "outcome"] == ["Målet nås."]


def test_analysis_goes_on_under_the_repeated_header(read: Read) -> None:
    body = (
        ACTIVITIES + "<p>Enheten målar gungor</p>→2025-01-01→2025-12-31→\n"
        + "<p>Analys</p> <p>Färgen räckte till</p>→→→\n\n"
        + ACTIVITIES + "<p>alla gungor.</p> <p>Nästa år målas bänkar.</p>→→→\n"
        + "Enheten målar bänkar→2025-02-01→2025-12-31→Försenad\n"
    )  # fmt: skip
    report = read(tabbed(body))
    assert [(one.title, one.deviation) for one in report.activities] == [
        ("Enheten målar gungor", None), ("Enheten målar bänkar", "Försenad")
    ]  # fmt: skip
    assert [text.body for text in report.texts if text.of == "activity"] == [
        "Färgen räckte till alla gungor.\nNästa år målas bänkar."
    ]


def test_an_extra_empty_first_column_holds_the_check_mark(read: Read) -> None:
    body = (
        "→Aktivitet→Startdatum→Slutdatum→Avvikelse\n✓→Enheten målar gungor→2025-01-01→2025-12-31→\nAnalys→Klart.→→→\n"
    )
    report = read(tabbed(body))
    [activity] = report.activities
    assert (activity.title, activity.check_mark, activity.end) == ("Enheten målar gungor", True, "2025-12-31")
    assert activity.has_analysis


def test_headers_may_lack_rings_be_broken_and_stand_in_another_order(read: Read) -> None:
    header = "Indikator→Period→Perioden s utfall→Prognos helår→Arsmål→KF:s arsmål→Utfall T2 2024\n"
    report = read(tabbed(header + "Antal gungor→T2 2025→12 st→25 st→24 st→–→11 st\n"))
    [row] = report.outcomes
    assert (row.outcome, row.forecast, row.target, row.kf_target, row.previous) == (12, 25, 24, None, 11)
    assert (row.period, row.previous_period, row.unit, row.raw.forecast) == ("T2 2025", "T2 2024", "st", "25 st")


def test_the_targets_unit_stands_in_for_the_outcomes(read: Read) -> None:
    [row] = read(tabbed(INDICATORS + "Andel rena hinkar→→→→→25 %→→2025\n")).outcomes
    assert (row.outcome, row.target, row.unit) == (None, 25, "%")


def test_words_broken_by_a_narrow_column_are_joined(read: Read) -> None:
    body = (
        "Beskrivning\n\nSjukfrånvaron i parken och på vandrarhem mäts. Enheten har ett bra index för förskolor i dag. "
        "En idag ledig plats är bl a en gunga.\n\n" + INDICATORS
        + "Aktivt Medskap andeinde x→80→→→→81→→2025\nAntal genomförd a bad→1→→→→2→→2025\n"
        + "Andel på hotell/vandr arhem→1→→→→2→→2025\nAntal i dag→1→→→→2→→2025\nAndel stöd boende→1→→→→2→→2025\n"
    )  # fmt: skip
    rows = read(tabbed(body)).outcomes
    assert [row.name for row in rows] == [
        "Aktivt Medskapandeindex", "Antal genomförda bad", "Andel på hotell/vandrarhem", "Antal i dag",
        "Andel stöd boende",
    ]  # fmt: skip
    assert rows[0].name_raw == "Aktivt Medskap andeinde x"
    assert rows[0].indicator == "ami"


def test_an_indicator_without_any_figure_is_a_row(read: Read) -> None:
    body = (
        INDICATORS
        + "Antal gungor→1→→→→2→→2025\nAnalys Bra.→→→→→→→\nAntal bollar→→→→→→→\nAnalys Mäts inte i år.→→→→→→→\n"
    )
    rows = read(tabbed(body)).outcomes
    assert [(row.name, row.outcome, row.has_analysis) for row in rows] == [
        ("Antal gungor", 1, True), ("Antal bollar", None, True)
    ]  # fmt: skip


def test_goals_hang_under_the_one_above_even_where_a_level_is_missing(read: Read) -> None:
    body = "KF:s mål för verksamhetsområdet: 1.4 Alla badar\n\n Ingen\n\n"
    body += "Enhetsmål: *Vattnet är varmt*\n\n \n \n◆ Uppfylls delvis\n"
    goals = read(tabbed(body)).goals
    assert [(goal.level, goal.code, goal.title, goal.status, goal.parent) for goal in goals] == [
        (Level.INRIKTNINGSMAL, "1", "Alla leker", Status.INGEN, None),
        (Level.VERKSAMHETSOMRADESMAL, "1.2", "Leken är nära", Status.INGEN, 0),
        (Level.NAMNDMAL, None, "Parkerna är roliga", Status.INGEN, 1),
        (Level.ENHETSMAL, None, "Gungorna gungar", Status.HELT, 2),
        (Level.VERKSAMHETSOMRADESMAL, "1.4", "Alla badar", Status.INGEN, 0),
        (Level.ENHETSMAL, None, "Vattnet är varmt", Status.DELVIS, 4),
    ]


def test_statuses_in_all_their_forms(read: Read) -> None:
    printed = {
        "\uf0b7 Uppfylls helt": Status.HELT, " Uppfylls ej": Status.EJ, "■ Uppfylls inte": Status.EJ,
        "◆": Status.DELVIS,
        "—": Status.INGEN, "— Inga data": Status.INGEN, "Ingen": Status.INGEN,
    }  # fmt: skip
    body = "".join(f"Enhetsmål: Mål {number}\n\n{line}\n\nAnalys\n\nText.\n\n" for number, line in enumerate(printed))
    goals = read(tabbed(body)).goals[4:]
    assert [goal.status for goal in goals] == list(printed.values())


def test_feedback_rows_keep_their_group_over_a_page_break(read: Read) -> None:
    body = "Redovisning av synpunkter och klagomål\n\n" + FEEDBACK + (
        "Beröm→Beröm→2→3→→5→Tackat.\nFrån vem har synpunkt→Anonym→→→→→\n→Besökare→1→→1→2 st→Ringt och\n\n"
    ) + FEEDBACK + "inkommit?→→→→→→skrivit.\n→Granne→0→→→0→\nÅtgärder→Antal→→→→→\n"  # fmt: skip
    report = read(tabbed(body))
    assert [(row.group, row.category, row.t1, row.t2, row.vb, row.total) for row in report.feedback] == [
        ("Beröm", "Beröm", 2, 3, None, 5),
        ("Från vem har synpunkt inkommit?", "Anonym", None, None, None, None),
        ("Från vem har synpunkt inkommit?", "Besökare", 1, None, 1, 2),
        ("Från vem har synpunkt inkommit?", "Granne", 0, None, None, 0),
        ("Åtgärder", "Antal", None, None, None, None),
    ]
    assert [row.has_comment for row in report.feedback] == [True, False, True, False, False]
    assert [text.body for text in report.texts if text.of == "feedback"] == ["Tackat.", "Ringt och skrivit."]


def test_the_contents_page_yields_nothing_but_headings(read: Read) -> None:
    body = "Lek och bad\n\nVi badar."
    cover = (
        "Verksamhetsberättelse 2025\n\nEnheten för lek\n\nInnehållsförteckning\n\nEnhetsmål: Falskt→2\nLek och bad→3\n"
    )
    report = read(tabbed(body, cover))
    assert "Falskt" not in [goal.title for goal in report.goals]
    assert [(text.heading, text.body) for text in report.texts if text.of == "document"] == [
        ("Lek och bad", "Vi badar.")
    ]


def test_texts_stand_under_their_goal_and_heading(read: Read) -> None:
    body = "Beskrivning\n\nParken byggs\n\nom i år.\n\n"
    body += "Förväntat resultat\n\n- Fler gungor\n- Färre hål\n\nUppföljning av ekonomi\n\nI balans."
    texts = read(tabbed(body)).texts
    assert [(text.of, text.number, text.heading, text.body) for text in texts] == [
        ("goal", 3, "Beskrivning", "Parken byggs om i år."),
        ("goal", 3, "Förväntat resultat", "- Fler gungor\n- Färre hål"),
        ("document", None, "Uppföljning av ekonomi", "I balans."),
    ]


def test_places_are_the_lines_of_the_file(read: Read) -> None:
    text = tabbed("Beskrivning\n\nSida ett.\n\f\n" + INDICATORS + "Antal gungor→1→→→→2→→2025\n")
    [row] = read(text).outcomes
    assert text.split("\n")[(row.place.line or 0) - 1].startswith("Antal gungor")
