"""A board's report on its way to paper, drawn by the server: what it will hold, how far it is, and the file."""

from dataclasses import dataclass

from dashboard.pages import parts
from dashboard.swedish import amount_words, number
from dashboard.ui import forms
from dashboard.ui.markup import Node, h
from dashboard.views.link import Link

HEADING = "Nämndens rapport som PDF"
_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Shown:
    """`done` is None until somebody has asked for the report; `size` is 0 until it is made."""

    board: str
    period: str
    units: int
    action: str
    cancel: str
    file: str
    back: Link
    done: int | None = None
    size: int = 0
    error: str = ""


def body(shown: Shown) -> Node:
    crumb = h("p", {"class": "crumb"}, parts.way("Översikt", shown.back))
    head = h("div", {"class": "uh"}, h("div", None, crumb, h("h1", None, HEADING)))
    about = h("p", {"class": "lead"}, h("b", None, f"{shown.board}, {shown.period}."), " ", _holds(shown.units))
    return (head, about, h("div", {"class": "making"}, _state(shown)))


def _holds(units: int) -> str:
    return f"En översikt, ett kapitel för varje enhet ({amount_words(units, 'enhet', 'enheter')}) och hur vi räknar."


def _state(shown: Shown) -> Node:
    if shown.size:
        size = number(max(shown.size / _MEGABYTE, 0.1), 1, None)
        return (
            h("p", {"role": "status"}, f"Rapporten är klar ({size} MB)."),
            h("p", {"class": "btns"}, h("a", {"class": "btn pri", "href": shown.file}, "Hämta PDF")),
        )
    if shown.error:
        return (h("p", {"class": "notice wrong", "role": "alert"}, shown.error), _start(shown, "Försök igen"))
    return _start(shown, "Gör rapporten") if shown.done is None else _under_way(shown, shown.done)


def _start(shown: Shown, words: str) -> Node:
    return forms.form(shown.action, "", h("p", {"class": "btns"}, forms.button(words, primary=True)))


def _under_way(shown: Shown, done: int) -> Node:
    told = f"{done} av {amount_words(shown.units, 'enhet', 'enheter')} är klara."
    if done >= shown.units:
        told = "Alla enheter är klara. Rapporten sätts ihop."
    return (
        h("p", {"role": "status", "id": "lage"}, told),
        h("p", None, forms.progress(done, shown.units + 1, told="lage")),
        h("p", {"class": "note"}, "Sidan läser om sig själv. Du kan lämna den och komma tillbaka."),
        forms.form(shown.cancel, "", h("p", {"class": "btns"}, forms.button("Avbryt"))),
    )
