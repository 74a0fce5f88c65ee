"""Which sentences are quoted for money and survey answers, and which goals of Agenda 2030 a paragraph names."""

import pytest

from dashboard.analysis.agenda import contributions, goals_of
from dashboard.analysis.quotations import Subject, quotations, sentences


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        ("Enheten tilldelades 23 000 000 kronor.", Subject.BUDGET),
        ("Budgeten var 12,5 mnkr.", Subject.BUDGET),
        ("Året slutar med ett underskott på −0,3 mnkr.", Subject.RESULT),
        ("Prognosen är 300 tkr över budget.", Subject.RESULT),
        ("En ny gunga kostar 4 500 kr.", Subject.MONEY),
        ("Svarsfrekvensen var 40 procent.", Subject.RATE),
        ("Enkäten besvarades av 212 besökare.", Subject.RATE),
        ("Av dem är 88 % nöjda med gungorna.", Subject.SHARE),
        ("Var tredje, 33 procent, uppger att de gungar.", Subject.SHARE),
    ],
)
def test_a_sentence_with_a_figure_of_money_or_answers_is_quoted(sentence: str, subject: Subject) -> None:
    assert [(one.subject, one.sentence) for one in quotations([sentence])] == [(subject, sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Budgeten är i balans.",  # no figure
        "Alla är nöjda.",
        "Sjukfrånvaron är 7 %.",  # neither money nor an answer
        "Indikatorn är 88 % nöjda och uppfylls.",  # stands in the indicators' table
        "Gungor\t12 mnkr\t11 mnkr",  # a table's row
        "Trettio kronor räcker.",
    ],
)
def test_other_sentences_are_not(sentence: str) -> None:
    assert quotations([sentence]) == []


def test_a_quotation_is_the_sentence_alone_and_knows_its_paragraph() -> None:
    found = quotations(["Allt gick bra.", "Gungorna målades. De kostade 3 mnkr, enl. mål 1.3 i planen. Alla gungar."])
    assert [(one.sentence, one.paragraph) for one in found] == [("De kostade 3 mnkr, enl. mål 1.3 i planen.", 1)]


def test_shortenings_and_decimals_end_no_sentence() -> None:
    assert sentences("Ca. 30 barn gungar kl. 15. Sedan går de hem, bl.a. Bo.") == [
        "Ca. 30 barn gungar kl. 15.",
        "Sedan går de hem, bl.a. Bo.",
    ]


@pytest.mark.parametrize(
    ("text", "goals"),
    [
        ("Jämställdhet (mål 5): Alla gungar lika länge.", (5,)),
        ("Ingen fattigdom - Gungorna är gratis.", (1,)),
        ("• God hälsa och välbefinnande: Gunga mera.", (3,)),
        ("Det bidrar till målen 3, 10 och 13.", (3, 10, 13)),
        ("Det bidrar till mål 12.5 och mål 5.", (5, 12)),
        ("Jämställdheten i parken är god.", ()),  # another word that begins alike
        ("Vi når mål 90 %.", ()),
        ("Vi når mål 18.", ()),  # there are seventeen
        ("Enheten bidrar till Agenda 2030.", ()),
    ],
)
def test_the_goals_that_a_paragraph_names(text: str, goals: tuple[int, ...]) -> None:
    assert goals_of(text) == goals


def test_a_goals_name_alone_heads_what_follows_it() -> None:
    found = contributions(
        "Agenda 2030", ["Så här:", "Ingen hunger", "Äpplen delas ut.", "Päron med.", "Mål 5: Turas om."]
    )
    assert [(one.goals, one.words, one.paragraph) for one in found] == [
        ((2,), "Äpplen delas ut.", 2),
        ((2,), "Päron med.", 3),
        ((5,), "Mål 5: Turas om.", 4),
    ]
    assert [one.goals for one in contributions("Jämställdhet", ["Alla turas om."])] == [(5,)]
