"""Plans with double line spacing: targets and a periodicity, no outcomes, activities without deviation."""

from dashboard.model import Kind
from tests.documents.printed import Read, laid_out

PLAN = """ Inledning

Enhetens uppdrag

Lekstugan utförare är en utförarenhet med gungor, bollar och annat som hör till en riktigt

bra lekplats i en stor stad med många barn.

·

Vi fortsätter att bygga lekplatser tillsammans med de barn som ska leka där hela året om.

KF:s inriktningsmål: 1. Alla leker och badar i hela den stora

staden

KF:s mål för verksamhetsområdet: 1.3 Leken ska vara nära alla som vill och

orkar leka

Nämndmål: Parkerna är roliga och utan fara för någon som använder lek-¬

platserna.

Förväntat resultat

- Fler barn leker i parkerna än någonsin tidigare, både på vardagar och på helger under hela

året.

  Indikator Årsmål KF:s årsmål år 2027 Periodicitet

 Minskning av trasiga
gungor i parken

10 %  År

·

·

Aktivt Medskapandeindex 84 82 År

·

Sjukfrånvaro 8,5 % Tas fram av nämnd Tertial

·

  Aktivitet Startdatum Slutdatum

 Stadsdelsnämnden målar gungor i alla parker tillsammans med de barn som
leker där.

2027-01-01 2027-12-31

 Stadsdelsnämnden oljar bänkar 2027-01-09 2027-12-31

Enhetsmål: Gungorna gungar

  Aktivitet Startdatum Slutdatum

 Stadsdelsnämnden oljar bänkar 2027-01-09 2027-12-31

 Redovisning av ekonomi

Ekonomin är i balans.
"""


def test_a_plan_has_targets_and_periodicity(read: Read) -> None:
    rows = read(laid_out(PLAN)).outcomes
    assert [(row.name, row.target, row.kf_target, row.kf_target_text, row.unit, row.periodicity) for row in rows] == [
        ("Minskning av trasiga gungor i parken", 10, None, None, "%", "År"),
        ("Aktivt Medskapandeindex", 84, 82, None, None, "År"),
        ("Sjukfrånvaro", 8.5, None, "Tas fram av nämnd", "%", "Tertial"),
    ]
    assert all(row.outcome is None and row.period is None and row.previous_period is None for row in rows)


def test_a_plans_goals_are_wrapped_and_have_no_status(read: Read) -> None:
    goals = read(laid_out(PLAN)).goals
    assert [(goal.title, goal.status, goal.parent) for goal in goals] == [
        ("Alla leker och badar i hela den stora staden", None, None),
        ("Leken ska vara nära alla som vill och orkar leka", None, 0),
        ("Parkerna är roliga och utan fara för någon som använder lek-platserna.", None, 1),
        ("Gungorna gungar", None, 2),
    ]


def test_a_plans_activities_have_no_deviation_and_may_stand_under_two_goals(read: Read) -> None:
    report = read(laid_out(PLAN))
    assert [(one.title, one.goal, one.start, one.deviation) for one in report.activities] == [
        ("Stadsdelsnämnden målar gungor i alla parker tillsammans med de barn som leker där.", 2, "2027-01-01", None),
        ("Stadsdelsnämnden oljar bänkar", 2, "2027-01-09", None),
        ("Stadsdelsnämnden oljar bänkar", 3, "2027-01-09", None),
    ]
    assert "dubbel-rad" not in [doubt.kind for doubt in report.doubts]


def test_facts_that_no_cover_tells_are_read_from_the_text_and_noted(read: Read) -> None:
    report = read(laid_out(PLAN))
    document = report.document
    assert (document.kind, document.year, document.unit_name) == (Kind.VP, 2027, "Lekstugan utförare")
    assert (document.date, document.board, document.layout) == (None, None, "dubbelradig")
    assert [doubt.kind for doubt in report.doubts if doubt.place.line is None] == ["ur-sammanhanget"] * 3


def test_double_spaced_lines_are_joined_to_paragraphs(read: Read) -> None:
    found = read(laid_out(PLAN)).texts
    texts = {text.heading: text.body for text in found}
    assert [text.above for text in found if text.heading == "Enhetens uppdrag"] == ["Inledning"]
    assert texts["Enhetens uppdrag"].split("\n") == [
        "Lekstugan utförare är en utförarenhet med gungor, bollar och annat som hör till en riktigt bra lekplats i en "
        "stor stad med många barn.",
        "Vi fortsätter att bygga lekplatser tillsammans med de barn som ska leka där hela året om.",
    ]
    assert texts["Redovisning av ekonomi"] == "Ekonomin är i balans."
