"""Text laid out as it comes out of a PDF: wrapped cells, one blank for each empty cell, no rules between columns."""

import unicodedata

from dashboard.model import Severity, Status
from tests.documents.printed import Read, laid_out

COVER = """Verksamhetsberättelse 2023
Enheten för lek och
bad

·
2024-01-16

Handläggare  Till
Kim Påhittad & Alex Exempel Lekdalens stadsdelsnämnd
Telefon:

Enheten för lek och bad, Verksamhetsberättelse 2(9)

Innehållsförteckning
Sammanfattande analys ........................................3

KF:s inriktningsmål: 1. Alla leker och badar i hela
staden ........................................................4

Enheten för lek och bad, Verksamhetsberättelse 3(9)

Sammanfattande analys
Vi har lekt mycket under året och alla parker har varit öppna varje dag.

KF:s inriktningsmål: 1. Alla leker och badar i hela
staden

 Ingen

 Enhetsmål: Gungorna gungar

 Uppfylls helt

"""
INDICATORS = """    Indikator Periodens
utfall

Utfall
män/
pojkar

Utfall
kvinnor/
flickor

Utfall VB
2022 Årsmål KF:s
årsmål Period

"""
ACTIVITIES = "   Aktivitet Startdatum Slutdatum Avvikelse\n\n"
FEEDBACK = """Uppdelning Klagomål/synpunkter/kategori¬
er

Utfall
T1

Utfall
T2

Utfall
VB

Totalt
ack.
Utfall

Sammanfattning och
planerade åtgärder

"""


def test_empty_cells_are_told_by_their_blanks(read: Read) -> None:
    rows = """·
·

Andel barn som
gungar

85 %    86 % 80 % 2023

Antal gungor 80   79 83 83 2023

Antal bollar  1 128   1 090  VB 2023

"""
    first, second, third = read(laid_out(COVER + INDICATORS + rows)).outcomes
    assert (first.name, first.outcome, first.previous, first.target, first.kf_target) == (
        "Andel barn som gungar",
        85,
        None,
        86,
        80,
    )
    assert (first.unit, first.period, first.previous_period) == ("%", "2023", "VB 2022")
    assert (second.outcome, second.men, second.women, second.previous, second.target, second.kf_target) == (
        80,
        None,
        None,
        79,
        83,
        83,
    )
    assert (third.outcome, third.men, third.women, third.previous, third.target, third.kf_target) == (
        None,
        1128,
        None,
        None,
        1090,
        None,
    )


def test_cells_are_wrapped_and_broken_inside_words(read: Read) -> None:
    rows = """Sjukfrånvaro 8,5 % 6,5 % 9,4 % 9 % 8,5 % Tas fram
av
nämnd/s¬
tyrelse

VB 2023

Analys
Årsmålet nås inte.

·
·

Medelvärde -¬
 trygghet i
parken

4,1    4,5 öka 2023

"""
    first, second = read(laid_out(COVER + INDICATORS + rows)).outcomes
    assert (first.kf_target_text, first.period, first.status_text) == (
        "Tas fram av nämnd/styrelse",
        "VB 2023",
        Status.EJ,
    )
    assert (first.men, first.women) == (6.5, 9.4)
    assert (second.name, second.outcome, second.target, second.kf_target_text) == (
        "Medelvärde - trygghet i parken",
        4.1,
        4.5,
        "öka",
    )


def test_a_row_is_split_by_the_repeated_header(read: Read) -> None:
    rows = """Andel barn som gungar 12 %   10 % 20 % Tas fram av nämnd 2023
""" + INDICATORS + """under sommaren

Analys
Uppfylls delvis.

"""  # fmt: skip
    [row] = read(laid_out(COVER + INDICATORS + rows)).outcomes
    assert (row.name, row.outcome, row.status_text) == ("Andel barn som gungar under sommaren", 12, Status.DELVIS)


def test_an_analysis_goes_on_under_the_repeated_header(read: Read) -> None:
    rows = """  Alla gungor målas om före
midsommar

2023-01-01 2023-12-31

Analys
 """ + ACTIVITIES + """Färgen räckte till alla gungor och bänkar.

  Alla bänkar oljas 2023-02-01 2023-11-30 Försenad

"""  # fmt: skip
    report = read(laid_out(COVER + ACTIVITIES + rows))
    assert [(one.title, one.start, one.end, one.deviation) for one in report.activities] == [
        ("Alla gungor målas om före midsommar", "2023-01-01", "2023-12-31", None),
        ("Alla bänkar oljas", "2023-02-01", "2023-11-30", "Försenad"),
    ]
    assert [text.body for text in report.texts if text.of == "activity"] == [
        "Färgen räckte till alla gungor och bänkar."
    ]


def test_the_goals_own_analysis_ends_the_table(read: Read) -> None:
    rows = "Antal gungor 80   79 83 83 2023\n\nAnalys\nUppfylls helt.\n\nAnalys\n\nVi bedömer att målet är nått.\n"
    report = read(laid_out(COVER + INDICATORS + rows))
    assert [(text.of, text.body) for text in report.texts if text.heading == "Analys"] == [
        ("goal", "Vi bedömer att målet är nått."), ("outcome", "Uppfylls helt.")
    ]  # fmt: skip


def test_a_groups_label_stands_beside_its_last_row(read: Read) -> None:
    rows = """Beröm
·
·
·
·

Antal beröm

""".replace("Antal beröm", "Antal beröm     ") + """Annan      Från vem
kommer det?
·
·
·
·

Granne  1 2 3  st

Besökare (även den som bara
tittar)
 """ + FEEDBACK + """     Rest
Lex Sarah 0   0 Inget att åtgärda.

Åtgärder
·
·
·
·

Antal åtgärder
 Övrigt
Text.
"""  # fmt: skip
    report = read(laid_out(COVER + FEEDBACK + rows.replace("     Rest\n", "")))
    assert [(row.group, row.category, row.t1, row.t2, row.vb, row.total) for row in report.feedback] == [
        ("Beröm", "Antal beröm", None, None, None, None),
        ("Från vem kommer det?", "Annan", None, None, None, None),
        ("Från vem kommer det?", "Granne", None, 1, 2, 3),
        ("Åtgärder", "Besökare (även den som bara tittar)", None, None, None, None),
        ("Åtgärder", "Lex Sarah", 0, None, None, 0),
        ("Åtgärder", "Antal åtgärder", None, None, None, None),
    ]
    assert [row.has_comment for row in report.feedback] == [False, False, False, False, True, False]


def test_the_cover_tells_what_the_report_is(read: Read) -> None:
    document = read(laid_out(COVER)).document
    assert (document.kind, document.year, document.unit_name, document.date) == (
        "VB",
        2023,
        "Enheten för lek och bad",
        "2024-01-16",
    )
    assert (document.board, document.board_source, document.layout) == ("Lekdalens stadsdelsnämnd", "rapport", "utlagd")


def test_headings_survive_leading_blanks_and_form_feeds(read: Read) -> None:
    text = laid_out(COVER).replace(" Enhetsmål: Gungorna", "\fEnhetsmål: Gungorna")
    assert [(goal.title, goal.code, goal.status) for goal in read(text).goals] == [
        ("Alla leker och badar i hela staden", "1", Status.INGEN), ("Gungorna gungar", None, Status.HELT)
    ]  # fmt: skip


def test_cells_that_lost_their_blanks_are_a_doubt_and_no_guess(read: Read) -> None:
    rows = "·\n·\n\nAndel barn som\ngungar\n\n85 % 86 % 80 % 2023\n\n"
    report = read(laid_out(COVER + INDICATORS + rows))
    [row] = report.outcomes
    assert (row.name, row.outcome, row.previous, row.target, row.kf_target) == (
        "Andel barn som gungar",
        None,
        None,
        None,
        None,
    )
    [doubt] = [doubt for doubt in report.doubts if doubt.kind == "oplacerad-cell"]
    assert (doubt.text, doubt.severity, doubt.outcome) == ("85 % 86 % 80 % 2023", Severity.ERROR, 0)


def test_a_row_that_can_be_cut_in_two_ways_is_a_doubt(read: Read) -> None:
    report = read(laid_out(COVER + INDICATORS + "Antal gungor 3   1 200 300  2023\n"))
    [row] = report.outcomes
    assert (row.name, row.outcome, row.previous, row.target, row.period) == ("Antal gungor", 3, None, None, "2023")
    assert [doubt.kind for doubt in report.doubts if doubt.severity is Severity.ERROR] == ["oplacerad-cell"]


def test_a_header_that_is_not_understood_is_a_doubt(read: Read) -> None:
    report = read(laid_out(COVER + "Indikator Periodens mystik Årsmål\n\nAntal gungor 3 4\n"))
    assert [(doubt.place.line, doubt.severity) for doubt in report.doubts if doubt.kind == "okänd-tabell"] == [
        (COVER.count("\n") + 1, Severity.WARNING)
    ]


def test_a_text_whose_line_ends_were_trimmed_or_whose_rings_were_parted_reads_the_same(read: Read) -> None:
    rows = """Beröm
·
·
·
·

Antal beröm

Från vem
kommer det?
·
·
·
·

Annan (även den som bara
tittar)

""" + "Övrigt\n\n" + INDICATORS + "Antal gungor 80   79 83 83 2023\n"  # fmt: skip
    text = laid_out(COVER + FEEDBACK + rows)
    trimmed = "\n".join(line.rstrip() for line in text.split("\n"))
    whole, *others = (read(form) for form in (text, trimmed, unicodedata.normalize("NFD", text)))
    assert [row.group for row in whole.feedback] == ["Beröm", "Från vem kommer det?"]
    for other in others:
        assert (other.feedback, other.outcomes, other.goals) == (whole.feedback, whole.outcomes, whole.goals)
