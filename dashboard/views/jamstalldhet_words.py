"""What the page of women and men says: its sentence, and how much it holds back."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dashboard.swedish import capital, plural, spelled
from dashboard.views.gap_lines import Side, Since, side, since
from dashboard.views.judged import Judged
from dashboard.views.sentences import Said
from dashboard.views.unsplit import Unsplit

if TYPE_CHECKING:
    pass

if TYPE_CHECKING:
    from dashboard.views.jamstalldhet import Jamstalldhet


def hidden_words(amount: int) -> str:
    if not amount:
        return ""
    told = f"{capital(spelled(amount))} {plural(amount, 'uppdelning visas', 'uppdelningar visas')} inte"
    return f"{told}: gruppen är liten, eller så skulle siffrorna röja en liten grupp."


def said(rows: Sequence[Judged], lacking: Sequence[Unsplit], frame: "Jamstalldhet") -> Said:
    split = [row for row in rows if row.gap]
    quiet = _quiet(split, sum(len(unit.rows) for unit in lacking), frame)
    if not split:
        return Said((f"Inget utfall är uppdelat på kvinnor och män {frame.period.lower()}.",), quiet)
    one = sum(side(row) is Side.ONE for row in split)
    neither = sum(side(row) is Side.NEITHER for row in split)
    amount = f"{capital(spelled(len(split)))} utfall är uppdelade på kvinnor och män."
    if not any(side(row) is not Side.UNJUDGED for row in split):
        return Said((amount,), quiet)
    if not one:
        told = (
            "I inget av dem når bara det ena könet årsmålet." if neither else "I alla som kan bedömas når båda könen."
        )
    else:
        told = f"I {spelled(one)} når bara det ena könet årsmålet."
    return Said((amount, told), quiet)


def _quiet(split: Sequence[Judged], lacking: int, frame: "Jamstalldhet") -> str:
    wider = sum(since(row) is Since.WIDER for row in split)
    narrower = sum(since(row) is Since.NARROWER for row in split)
    parts = []
    if wider or narrower:
        parts.append(
            f"Skillnaden är större än {frame.before} i {spelled(wider) if wider else 'inget'} och mindre i "
            f"{spelled(narrower) if narrower else 'inget'}."
        )
    if lacking:
        parts.append(
            f"{capital(spelled(lacking))} {plural(lacking, 'utfall', 'utfall')} om människor saknar uppdelning."
        )
    return " ".join(parts)
