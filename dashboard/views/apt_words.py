"""The deck's sentences: headlines, the line under a large number, and questions made from figures by rules."""

import re

from dashboard.analysis.gap import Gap
from dashboard.analysis.meeting import QUESTION_WORDS, Talk, talk
from dashboard.model import Kind, Status
from dashboard.swedish import capital, difference, kind_words, plural, spelled
from dashboard.views.enhet_facts import ActivityLine, FeedbackGroup
from dashboard.views.judged import Judged
from dashboard.views.line import distance, place_words

_AT_THE_END = re.compile(r"\s*\([^()]{12,}\)$")
_LONGEST = 100
NOTHING_TO_ASK = "Vad är vi mest stolta över, och vad vill vi göra mer av?"


def reason(row: Judged) -> Talk | None:
    """Why the indicator is worth talking about; None where there is nothing to say of it."""
    split = compared(row)
    missing = split.missing_target if split else ()
    verdict = row.change.verdict
    return talk(row.reported, row.attainment.status, verdict, missing, apart=row.differs)


def compared(row: Judged) -> Gap | None:
    """The sexes where each can be held against the target; None where the figure is their sum."""
    if row.gap is None or row.row.outcome is None or row.unit == "%":
        return row.gap
    apart = abs(row.gap.women + row.gap.men - row.row.outcome)
    return None if apart < 0.5 / 10**row.decimals else row.gap


def question(row: Judged) -> str:
    """'Sjukfrånvaro ökade från 3,4 % till 5 %. Vad kan vi påverka?'; '' where there is no reason to ask."""
    why = reason(row)
    if why is None:
        return ""
    return f"{spoken(row.name)}{_because(row, why)}. {QUESTION_WORDS[why]}"


def only_question(row: Judged) -> str:
    """The asking part alone, for a slide that shows the figures themselves."""
    why = reason(row)
    if why is None:
        return ""
    told = f"{capital(_one_sex(row, row.gap))}. " if why is Talk.ONE_SEX and row.gap else ""
    return told + QUESTION_WORDS[why]


def _because(row: Judged, why: Talk) -> str:
    if why in (Talk.WORSE, Talk.BETTER):
        return f" {_moved(row)}"
    if why is Talk.NOT_MET:
        return f" {_short_of(row)}"
    if why is Talk.DIFFERS or row.gap is None:
        return ": siffran och vår egen bedömning säger olika saker"
    return f": {_one_sex(row, row.gap)}"


def _one_sex(row: Judged, gap: Gap) -> str:
    names = dict(zip(("kvinnor", "män"), row.sexes, strict=True))
    missing = names.pop(gap.missing_target[0])
    return f"{missing} når inte årsmålet, men det gör {next(iter(names.values()))}"


def spoken(name: str) -> str:
    """The indicator's name as it is said at a meeting: without what stands in brackets at its end."""
    plain = _AT_THE_END.sub("", name) or name
    return plain if len(plain) <= _LONGEST else plain[:_LONGEST].rsplit(" ", 1)[0].rstrip(" ,-–(") + " …"


def headline(row: Judged) -> str:
    """One finding: what the figure became, how it moved and where it stands to the target."""
    name = spoken(row.name)
    told = [part for part in (_changed(row), _standing(row)) if part]
    good = [row.attainment.status is Status.HELT, str(row.change.verdict) == "bättre"]
    told = [" men ".join(told) if good[0] is not good[1] else " och ".join(told)] if told else []
    return ", ".join([f"{name}: {row.outcome_printed}", *told])


def under_number(row: Judged) -> str:
    """'6,35 procentenheter sämre än 2024 och 13,1 procentenheter under årsmålet 75 %'."""
    told = []
    if row.row.previous is not None and row.change.delta is not None:
        told.append(_against_before(row))
    if row.row.target is not None and (apart := distance(row)):
        aim = f" årsmålet {row.target_printed}" if apart.endswith(("över", "under")) else f" {row.target_printed}"
        told.append(apart + aim)
    return capital(" och ".join(told))


def place(row: Judged) -> str:
    """'Källa: verksamhetsberättelse 2025, s. 20'."""
    where = place_words(row.row.place_line, row.row.place_page)
    return f"Källa: {kind_words(row.row.kind).lower()} {row.row.year}{', ' + where if where else ''}"


def about_activities(late: tuple[ActivityLine, ...], others: int) -> str:
    """'Två av fem aktiviteter har en avvikelse'."""
    total = len(late) + others
    if not late:
        return f"{_all_of(total)} utan redovisad avvikelse"
    if total == len(late):
        return f"{_all_of(total)} med redovisad avvikelse"
    return f"{capital(spelled(len(late)))} av {spelled(total)} aktiviteter har en redovisad avvikelse"


def _all_of(total: int) -> str:
    return "En aktivitet" if total == 1 else f"{capital(spelled(total))} aktiviteter, alla"


def about_feedback(groups: tuple[FeedbackGroup, ...]) -> str:
    """The groups tell different things of the same complaints, so their numbers are never added up."""
    return "Vad andra sagt till oss" if groups else "Ingen har sagt något till oss"


def feedback_question(groups: tuple[FeedbackGroup, ...]) -> str:
    amount = sum(row.total or 0 for group in groups for row in group.rows)
    return "Vad lär vi oss av det som andra sagt till oss?" if amount else ""


def activity_question(late: tuple[ActivityLine, ...]) -> str:
    if not late:
        return ""
    few = plural(len(late), "en aktivitet", f"{spelled(len(late))} aktiviteter")
    return f"{capital(few)} blev inte som planerat. Vad behöver vi för att komma vidare?"


def goal_question(status: Status | None) -> str:
    words = {
        Status.DELVIS: "Målet uppfylls delvis. Vad fattas?",
        Status.EJ: "Målet uppfylls inte. Vad behöver vi ändra?",
    }
    return words.get(status or Status.INGEN, "")


def rules_of(kind: Kind) -> tuple[str, ...]:
    """How the deck judges, as it says itself."""
    told = ["Rapporterad status är vår egen bedömning i rapporten."]
    if kind is not Kind.VP:
        told.append("Beräknad status jämför utfallet med årsmålet och gäller bara indikatorer.")
        told.append("Bättre och sämre räknas mot året före, åt det håll som katalogen anger.")
        told.append("Frågorna är gjorda av siffrorna efter fasta regler, som står på sidan Om.")
    return tuple(told)


def _moved(row: Judged) -> str:
    verb = {"upp": "ökade", "ned": "minskade"}.get(row.change.arrow or "", "gick")
    return f"{verb} från {row.previous_printed} till {row.outcome_printed}"


def _short_of(row: Judged) -> str:
    apart = distance(row)
    if apart.endswith(("över", "under")) and row.target_printed:
        return f"ligger {apart} årsmålet {row.target_printed}"
    return "når inte årsmålet"


def _changed(row: Judged) -> str:
    verdict = str(row.change.verdict)
    return f"{verdict} än {row.row.then_year}" if verdict in ("bättre", "sämre") else ""


def _standing(row: Judged) -> str:
    said = row.attainment.status
    words = {Status.HELT: "når årsmålet", Status.DELVIS: "når nästan årsmålet", Status.EJ: "når inte årsmålet"}
    return words.get(said, "") if said else ""


def _against_before(row: Judged) -> str:
    if not row.change.delta:
        return f"samma som {row.row.then_year}"
    verdict = str(row.change.verdict)
    known = verdict in ("bättre", "sämre")
    word = verdict if known else {"upp": "högre", "ned": "lägre"}.get(row.change.arrow or "", "")
    return f"{_apart(row)} {word} än {row.row.then_year}"


def _apart(row: Judged) -> str:
    return difference(row.change.delta or 0.0, row.decimals, row.unit)
