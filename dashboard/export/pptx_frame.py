"""What stands round a slide's content - heading, question, source - and the room that it leaves."""

from dataclasses import dataclass, replace

from dashboard.export.pptx_fit import SMALLEST, Area, largest, tall
from dashboard.export.pptx_template import Layout

_TITLE_SIZES = (48, 44, 40, 36, 32, 30, 28, 26, SMALLEST)
# The left column of slides with two: as wide on all of them, so that they start on the same lines.
LEFT = 0.393
SOURCE, FOOT = 12, 14
# Between the heading and what it heads, and over the question.
_UNDER, _OVER = 22, 16
# The question's rule and the air over and under its words.
RULED = 16


@dataclass(frozen=True, slots=True)
class Frame:
    """The words round a slide's content; `part` is set where a slide is continued on others ('1 av 2')."""

    headline: str
    part: str = ""
    top: str = ""
    question: str = ""
    source: str = ""
    link: str = ""

    @property
    def whole(self) -> str:
        return self.headline + self.continued

    @property
    def continued(self) -> str:
        """' (del 1 av 2)', which stands on one line."""
        return f" (del\u00a0{self.part})".replace(" av ", "\u00a0av\u00a0") if self.part else ""


@dataclass(frozen=True, slots=True)
class Laid:
    """Where each of them stands; `size` is the heading's type, `grown` whether it needs more than its layout gives."""

    size: float
    title: Area
    grown: bool
    content: Area
    ask: Area
    source: Area


def laid(held: Layout, frame: Frame, *, first: bool = False) -> Laid:
    """The heading at the top, as large as it can be; the question and the source at the foot."""
    sizes = [size for size in (held.title_size, *_TITLE_SIZES) if SMALLEST <= size <= held.title_size] or [SMALLEST]
    size = largest(sizes, lambda one: _high(held, frame, one), held.title.height)
    high = _high(held, frame, size)
    grown = high > held.title.height
    kept = (held.fixed or first) and not grown
    title = held.title if kept else replace(held.title, height=high)
    foot = tall(frame.source, title.width, SOURCE) + 8 if frame.source else 0
    source = Area(title.left, held.foot - foot, title.width, foot)
    asked = _asked(frame.question, title.width)
    ask = Area(title.left, source.top - asked, title.width, asked)
    top = title.bottom + _UNDER
    return Laid(size, title, grown, Area(title.left, top, title.width, ask.top - top - _OVER), ask, source)


def _high(held: Layout, frame: Frame, size: float) -> float:
    return tall(frame.whole, held.title.width, size, bold=True)


def _asked(question: str, width: float) -> float:
    right = Area(0, 0, width, 0).columns(LEFT)[1].width
    return tall(question, right, SMALLEST, bold=True) + RULED + 14 if question else 0
