"""Sentences of running text that tell money or answers to a survey: to be quoted, never counted as indicators."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

_AMOUNT = r"(?:[−–-]\s?)?\d[\d\s\u00a0]*(?:[,.]\d+)?"
_MONEY = re.compile(
    rf"{_AMOUNT}\s?(?:mnkr|mkr|msek|tkr|kkr|t\.?\s?kr|kr|kronor|(?:miljon|miljard)(?:er)?)\b", re.IGNORECASE
)
_SHARE = re.compile(rf"{_AMOUNT}\s?(?:%|procent\b)", re.IGNORECASE)
_NUMBER = re.compile(r"\d")
_BUDGET = re.compile(r"budget|tilldela|anslag|\bram(?:en|belopp)?\b|ram-belopp", re.IGNORECASE)
_RESULT = re.compile(
    r"underskott|överskott|resultat|utfall|avvikelse|bokslut|prognos|kostnad|intäkt|över budget", re.IGNORECASE
)
_ANSWERED = re.compile(
    r"svarsfrekvens|besvara(?:t|de|s|des|ts)\b|svarande|har svarat|lämna(?:t|de) (?:feedback|svar)|antal svar|\bsvar\b",
    re.IGNORECASE,
)
_SATISFIED = re.compile(
    r"nöjd|trivs|trivdes|uppge|upplev|anser|rekommendera|svarat att|bemötande|förtroende|enkät|undersökning",
    re.IGNORECASE,
)
# What the indicators' table tells is not told again; a wrapped or bulleted item is a sentence too.
_OF_TABLE = re.compile(r"\bindikator|\bårsmål", re.IGNORECASE)
_END = re.compile(r"(?<=[.!?])(?<!\b[Cc]a\.)(?<!\bt\.ex\.)(?<!\bbl\.a\.)(?<!\bkl\.)\s+(?=[\"”(]?[A-ZÅÄÖ0-9–-])")


class Subject(StrEnum):
    """What a quoted sentence tells of, as a reader calls it."""

    BUDGET = "Budget"
    RESULT = "Ekonomiskt resultat"
    MONEY = "Andra belopp"
    RATE = "Hur många som svarade"
    SHARE = "Vad de svarade"


@dataclass(frozen=True, slots=True)
class Quotation:
    """A whole sentence as printed; `paragraph` counts from 0 among the text's."""

    subject: Subject
    sentence: str
    paragraph: int


def quotations(paragraphs: Sequence[str]) -> list[Quotation]:
    """The sentences with an amount of money, a number of answers or a share of those who answered, in reading order.

    The rows of tables (with tabs) are no sentences, and a sentence has one subject: money before answers.
    """
    return [
        Quotation(subject, sentence, number)
        for number, paragraph in enumerate(paragraphs)
        if "\t" not in paragraph
        for sentence in sentences(paragraph)
        if (subject := _subject(sentence))
    ]


def sentences(text: str) -> list[str]:
    """The text's sentences; a number like '1.3' and a few common shortenings end none."""
    return [sentence for part in _END.split(text) if (sentence := part.strip())]


def _subject(sentence: str) -> Subject | None:
    if _OF_TABLE.search(sentence) or not _NUMBER.search(sentence):
        return None
    if _MONEY.search(sentence):
        if _RESULT.search(sentence):
            return Subject.RESULT
        return Subject.BUDGET if _BUDGET.search(sentence) else Subject.MONEY
    if _SHARE.search(sentence) and _SATISFIED.search(sentence):
        return Subject.SHARE
    return Subject.RATE if _ANSWERED.search(sentence) else None
