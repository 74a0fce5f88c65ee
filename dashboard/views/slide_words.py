"""What stands round a slide's content in words: the same on the page and in files."""

from dashboard.model import Status
from dashboard.views.apt_slides import AnySlide, GoalSlide, IndicatorSlide
from dashboard.views.status_words import REPORTED_WORDS


def reported(status: Status | None) -> str:
    """'Uppfylls delvis, enligt rapporten'."""
    if status in (None, Status.INGEN):
        return "Rapporten anger ingen status"
    return f"{REPORTED_WORDS[status]}, enligt rapporten"


def before_source(slide: AnySlide, *, sample: bool) -> str:
    """What stands before the source: that it is a sample, what is measured, or KF's goal above; with a space after."""
    told = ["Exempeldata."] if sample else []
    if isinstance(slide, IndicatorSlide):
        told.append(f"{slide.name}.")
    if isinstance(slide, GoalSlide) and slide.above:
        told.append(f"Under KF:s mål {slide.code} {slide.above.rstrip('.')}.")
    return "".join(f"{words} " for words in told)
