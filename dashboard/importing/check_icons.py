"""What the icons beside a row or a goal say together, and what is doubtful about them."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.importing.document import Icon
from dashboard.importing.icons import agrees, of_words
from dashboard.model import Place, Status

_CHECK = "bock"
_UNKNOWN = "okänd-ikon"


@dataclass(frozen=True, slots=True)
class Fault:
    """Something doubtful about an icon: its kind, reason, words and place."""

    kind: str
    reason: str
    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Shown:
    """The status that the icons show, whether one is the council's or a check mark, and what is doubtful."""

    status: Status | None = None
    kf: bool = False
    checked: bool = False
    faults: tuple[Fault, ...] = ()


def shown(icons: Sequence[Icon]) -> Shown:
    """What these icons say; an icon whose colour is not known says nothing unless its alternative text does."""
    telling = [icon for icon in icons if not icon.kf and icon.shape != _CHECK]
    statuses = [icon.status or of_words(icon.words or "") for icon in telling]
    faults = [_unknown(icon) for icon, status in zip(telling, statuses, strict=True) if status is None]
    faults += [_differs(icon) for icon in telling if not agrees(icon)]
    known = list(dict.fromkeys(status for status in statuses if status))
    if len(known) > 1:
        words = ", ".join(known)
        faults.append(
            Fault("ikoner-skiljer", "Ikonerna visar olika status; den första räknas.", words, telling[0].place)
        )
    return Shown(
        known[0] if known else None,
        any(icon.kf for icon in icons),
        any(icon.shape == _CHECK for icon in icons),
        tuple(faults),
    )


def _unknown(icon: Icon) -> Fault:
    reason = "Ikonens färg är ingen av dem som visar status (grön, gul, röd, grå)."
    return Fault(_UNKNOWN, reason, icon.words or icon.shape or "", icon.place)


def _differs(icon: Icon) -> Fault:
    reason = f"Ikonens färg visar ”{icon.status}” men dess form eller text något annat."
    return Fault("ikon-skiljer", reason, icon.words or icon.shape or "", icon.place)
