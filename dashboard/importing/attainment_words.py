"""What an indicator's analysis says of its attainment this year, in words alone: no number is looked at."""

import re
from dataclasses import dataclass

from dashboard.model import Status

_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ0-9\"”])|\n")
_CLAUSE = re.compile(
    r"(?<!\s)\s+(?:men|medan|eftersom|därför att|så att|då|utan att|vilket|varför|även om|samtidigt som)\s+|;\s*"
    r"|(?<!\s)\s+och\s+(?=(?:vi|det|enheten|detta)\b)"
    r"|(?<=\w),\s+(?=(?:men|dock|vilket|då|eftersom|trots)\b)|(?<!\s)\s+(?=trots att\b)",
    re.IGNORECASE,
)
_TARGET = re.compile(
    r"\b(?:indikator\w*|[åa]rs\s?m[åa]l\w*|målet|målen|mål|måltalet|måltal|målnivån?|målvärdet?|målsättningen|nollvision(?:en)?)\b",
    re.IGNORECASE,
)
_OTHER_GOALS = re.compile(
    r"\b(?:enhetsmål\w*|nämndmål\w*|inriktningsmål\w*|verksamhetsmål\w*|nämndens mål|delmål\w*|effektmål\w*)\b",
    re.IGNORECASE,
)
_ATTAINED = re.compile(
    r"\b(?:uppfyll(?:s|t|ts|d|da|des|de|er)|uppnå(?:s|r|tt|tts|dd|dda|ddes|dde)|nå(?:s|r|tt|tts|dd|ddes|dde)|infria(?:s|t|ts|d|des|r))\b",
    re.IGNORECASE,
)
_TO_ATTAIN = re.compile(r"\b(?:uppnå|nå|uppfylla|uppfyllas|infria)\b", re.IGNORECASE)
_WILL = re.compile(r"\b(?:kommer|bedöms|beräknas|förväntas|lyckats|lyckades|kunnat|kunde)\b", re.IGNORECASE)
_WISH = re.compile(
    r"\b(?:ska|skall|skulle|kan|bör|måste|vill|för att|syfte att|syftet att|möjlighet\w* att|"
    r"(?<!mål )(?<!målet )(?<!målen )om)\b",
    re.IGNORECASE,
)
_METHOD = re.compile(r"\b(?:uppnå|nå|uppfyll)(?:s|r) genom\b", re.IGNORECASE)
_NOT = re.compile(r"\b(?:inte|ej|icke|aldrig|inga|ingen|varken)\b", re.IGNORECASE)
_NOT_WHOLLY = re.compile(r"\b(?:inte|ej) (?:fullt ut|helt(?! och hållet)|till fullo)\b", re.IGNORECASE)
_PARTLY = re.compile(r"\bdelvis\b", re.IGNORECASE)
_ALMOST = re.compile(
    r"\b(?:nästan|i stort sett|i princip|så gott som|nära att)\b"
    r"|\b(?:uppnått|uppfyllt|uppnåtts|uppfyllts|nåtts) till \d",
    re.IGNORECASE,
)
_ONE_SEX = re.compile(r"\bför (?:kvinnor|män|flickor|pojkar|kvinnorna|männen|flickorna|pojkarna)\b", re.IGNORECASE)
_OTHER_YEAR = re.compile(
    r"\b(?:föregående|förra|tidigare|förgående|fjol\w*|nästa|nästkommande|kommande)\b|\bi fjol\b", re.IGNORECASE
)
_THIS_YEAR = re.compile(r"\b(?:i år|detta år|årets|under året|innevarande år|även i år)\b", re.IGNORECASE)
_YEAR = re.compile(r"\b20\d\d\b")
_ALONE = re.compile(
    r"^\W*(?:(?:bedöms|är|har)\s+)?(?:(?P<before>ej|inte|delvis|helt)\s+)?(?:uppfyllt|uppfyllts|uppfylls|uppfylld|uppnås|uppnått|uppnådd|nås)"
    r"(?:\s+(?P<after>helt|delvis|ej|inte))?\W*$",
    re.IGNORECASE,
)
# Narrow columns break these words anywhere: 'Indikato rn uppfyl ls'.
_BROKEN = re.compile(
    r"\b(?:" + "|".join(" ?".join(word) for word in (
        "indikatorns", "indikatorn", "årsmålet", "årsmål", "uppfylldes", "uppfyllts", "uppfyllt", "uppfylls",
        "uppfylld", "uppnåddes", "uppnåtts", "uppnått", "uppnås", "måltalet", "målvärdet", "delvis",
    )) + r")\b",
    re.IGNORECASE,
)  # fmt: skip
_KF = re.compile(r"\b(?:KF:?s?|kommunfullmäktiges)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Statement:
    """What was said and the sentence that says it; `others` when another sentence says otherwise."""

    status: Status | None = None
    quote: str | None = None
    others: bool = False


def statement(analysis: str, year: int) -> Statement:
    """The statement of attainment about the indicator in this year, the nearest one to its own target first."""
    said: list[tuple[bool, Status, str]] = []
    for sentence in _SENTENCE.split(_BROKEN.sub(lambda found: found.group().replace(" ", ""), analysis)):
        for clause in _CLAUSE.split(sentence):
            status = _status(clause, year)
            if status:
                said.append((bool(_KF.search(clause)), status, sentence.strip()))
    if not said:
        return Statement()
    own = [one for one in said if not one[0]] or said
    return Statement(own[0][1], own[0][2], any(one[1] is not own[0][1] for one in own))


def _status(clause: str, year: int) -> Status | None:
    alone = _ALONE.match(clause)
    if alone:
        word = (alone["before"] or alone["after"] or "helt").lower()
        return {"delvis": Status.DELVIS, "ej": Status.EJ, "inte": Status.EJ}.get(word, Status.HELT)
    if not _states(clause) or _of_another_year(clause, year) or _ALMOST.search(clause) or _ONE_SEX.search(clause):
        return None
    if _NOT_WHOLLY.search(clause) or _PARTLY.search(clause):
        return Status.DELVIS
    return Status.EJ if _NOT.search(clause) else Status.HELT


def _states(clause: str) -> bool:
    """Whether the clause says that the indicator or its target is attained or not, not how or that it should be."""
    named = _TARGET.search(_OTHER_GOALS.sub("", clause))
    if not named or _METHOD.search(clause):
        return False
    attained = _ATTAINED.search(clause)
    if attained and (_TO_ATTAIN.search(clause) is None or attained.start() > 0):
        wished = _WISH.search(clause[: attained.end()])
        return wished is None or bool(_WILL.search(clause))
    return bool(_TO_ATTAIN.search(clause) and _WILL.search(clause) and not _WISH.search(clause))


def _of_another_year(clause: str, year: int) -> bool:
    if _THIS_YEAR.search(clause):
        return False
    years = {int(found) for found in _YEAR.findall(clause)}
    return bool(_OTHER_YEAR.search(clause)) or bool(years and year not in years)
