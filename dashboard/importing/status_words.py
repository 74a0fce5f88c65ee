"""The words of a status column's cells: shorter and freer than a goal's status line."""

from dashboard.importing.vocabulary import key, status_line
from dashboard.model import Status

_DONE = ("uppfylls", "uppfylld", "uppfyllt", "uppfyllda", "uppnas", "uppnatt", "uppnadd", "uppnadda", "nas", "natt")
_SAID = {
    Status.HELT: ("{}", "helt{}", "{}helt", "malet{}"),
    Status.DELVIS: ("delvis{}", "{}delvis", "malet{}delvis"),
    Status.EJ: ("ej{}", "{}ej", "malet{}ej", "inte{}", "{}inte", "malet{}inte"),
}
_WORDS = {form.format(done): status for status, forms in _SAID.items() for form in forms for done in _DONE} | {
    "helt": Status.HELT, "delvis": Status.DELVIS, "ej": Status.EJ, "inte": Status.EJ, "saknas": Status.INGEN,
    "gron": Status.HELT, "gul": Status.DELVIS, "rod": Status.EJ, "gra": Status.INGEN, "ejbedomt": Status.INGEN,
}  # fmt: skip


def status_word(text: str) -> Status | None:
    """The status that a status column's cell says: 'Delvis uppfyllt', 'Ej uppnått', 'Helt'; None where it says none."""
    words = key(text)
    return (status_line(text) if words else None) or _WORDS.get(words)
