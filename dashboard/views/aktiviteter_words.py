"""What the page of activities says: its sentence, what a list can be cut down to, what is left out."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from dashboard.analysis.activities import State
from dashboard.model import Kind, Selection
from dashboard.swedish import amount_words, capital, listed, period_words, plural, spelled
from dashboard.views.activity_lines import Line
from dashboard.views.sentences import Said

if TYPE_CHECKING:
    pass


MOST = 300


class Cut(StrEnum):
    """What the list can be cut down to, as the address calls it."""

    RUNNING = "pagar"
    ENDED = "avslutade"
    PLANNED = "planerade"
    UNDATED = "utan-datum"
    MOVED = "flyttade"
    DEVIATION = "avvikelse"
    LONG = "langre-an-ett-ar"
    SILENT = "utan-analys"


@dataclass(frozen=True, slots=True)
class Word:
    """A cut's words for one and for many; `holds` says which lines it has, `always` that it is shown at nought too."""

    one: str
    many: str
    holds: Callable[[Line], bool]
    always: bool = True


WORDS = {
    Cut.RUNNING: Word("pågår", "pågår", lambda line: line.state is State.RUNNING),
    Cut.ENDED: Word("avslutad", "avslutade", lambda line: line.state is State.ENDED),
    Cut.PLANNED: Word("planerad", "planerade", lambda line: line.state is State.PLANNED, False),
    Cut.UNDATED: Word("utan datum", "utan datum", lambda line: line.state is State.UNDATED, False),
    Cut.MOVED: Word("flyttad", "flyttade", lambda line: bool(line.moved)),
    Cut.DEVIATION: Word("med avvikelse", "med avvikelse", lambda line: bool(line.deviation)),
    Cut.LONG: Word("längre än ett år", "längre än ett år", lambda line: line.long),
    Cut.SILENT: Word("utan analys", "utan analys", lambda line: line.silent),
}


def area_words(line: Line) -> str:
    return f"{line.code} {line.area_title}".strip()


def filter_words(kept: int, total: int, cut: Cut | None, here: Selection, areas: Mapping[str, str]) -> str:
    """'Visar 2 av 37: flyttade, med orden ”rutin”.'; '' where all are shown."""
    told = [WORDS[cut].many] if cut else []
    told += [f"under {areas.get(here.goal, here.goal)}"] if here.goal else []
    told += [f"som nämner ”{here.text}”"] if here.text else []
    return f"Visar {kept} av {total}: {', '.join(told)}." if told else ""


def said(found: Sequence[Line], here: Selection) -> Said:
    kind, year = here.period or Kind.VB, here.year or 0
    where = f"i planerna för {year}" if kind is Kind.VP else f"i rapporterna för {period_words(kind, year).lower()}"
    if not found:
        return Said((f"Inga aktiviteter {where}.",))
    first = f"{amount_words(len(found), 'aktivitet', 'aktiviteter')} {where}."
    parts = [(sum(map(WORDS[cut].holds, found)), WORDS[cut]) for cut in (Cut.MOVED, Cut.DEVIATION)]
    told = [f"{spelled(count)} {plural(count, word.one, word.many)}" for count, word in parts if count]
    quiet = f"{capital(listed(told))}." if told else ""
    return Said((first,), quiet)


def left_out(amount: int) -> str:
    if amount <= MOST:
        return ""
    return f"De första {MOST} av {amount} visas. Välj en enhet, ett mål eller sök för att se de andra."
