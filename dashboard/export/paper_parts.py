"""What both a unit's and a board's paper hold: statuses, counts, bars and a report's own words as plain data."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from dashboard.model import Status
from dashboard.views.bullet import Bullet, ends
from dashboard.views.counts import Tally
from dashboard.views.enhet_goals import Words
from dashboard.views.link import Link
from dashboard.views.status_words import COMPUTED_WORDS, REPORTED_WORDS

Address = Callable[[Link], str]
Data = dict[str, Any]


def reported(status: Status | None, words: str | None = None) -> Data:
    known = status or Status.INGEN
    return {"mark": f"s-{known.value}", "words": words or REPORTED_WORDS[known]}


def computed(status: Status | None, words: str | None = None) -> Data:
    known = status or Status.INGEN
    return {"mark": f"b-{known.value}", "words": words or COMPUTED_WORDS[known]}


def tallies(found: Sequence[Tally]) -> list[Data]:
    """Rows of counts; the template knows the sign for a count of `listed` by its value."""
    return [
        {
            "name": tally.name,
            "basis": tally.basis,
            "listed": tally.listed.value,
            "counts": [{"value": one.value, "amount": one.amount, "word": one.word} for one in tally.counts],
        }
        for tally in found
    ]


def bar(drawn: Bullet) -> Data | None:
    """Where bar and strokes stand between 0 and 1; None where there is nothing to draw. The numbers stand beside it."""
    if drawn.value is None:
        return None
    low, high = ends((drawn.value, drawn.target, drawn.previous))

    def share(value: float | None) -> float | None:
        return None if value is None else (value - low) / (high - low)

    found = {"zero": 0.0, "value": drawn.value, "target": drawn.target, "previous": drawn.previous}
    return {name: share(value) for name, value in found.items()}


def words_of(told: Iterable[Words]) -> list[Data]:
    """The unit's own words under their headings."""
    return [{"heading": words.heading, "paragraphs": list(words.paragraphs)} for words in told]
