"""Takes away what tells of a person: names in the reports' address block or after a title, numbers and addresses."""

import re
from collections.abc import Sequence

from dashboard.importing import people

GONE = "[borttaget]"

_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PERSONAL_NUMBER = re.compile(r"(?<!\d)(?:19|20)?\d{6}[-+]\d{4}(?!\d)")
_TELEPHONE = re.compile(
    r"(?<![\d\-–.,])(?:\+46[\s\u00a0-]?(?:\(0\))?\d{1,3}|0\d{1,3})(?:[\s\u00a0]?[-–/][\s\u00a0]?|[\s\u00a0])\d{2,3}(?:[\s\u00a0-]?\d{2,3}){1,3}(?![\d,%])"
    r"|(?<![\d\-–.,])07\d{8}(?!\d)"
)
_LABELLED = re.compile(
    r"\b(?:[Tt]elefon|[Tt]fn|[Tt]el|[Mm]obil|[Ee]-post|[Mm]ejl)\b\.?:?\s*(?:nr\s*)?(?=\[borttaget\])"
)
_NAME = r"[A-ZÅÄÖÉ][a-zåäöéü]+(?:-[A-ZÅÄÖ][a-zåäöéü]+)?"
_TITLES = (
    "enhetschef|enhetschefen|avdelningschef|avdelningschefen|stadsdelsdirektör|direktör|handläggare|kontaktperson|kontaktpersoner|"
    "verksamhetschef|gruppledare|gruppchef|samordnare|controller|rektor|sekreterare|utredare|planerare|ordförande|chef|"
    "biträdande enhetschef|verksamhetsutvecklare"
)
_TITLED = re.compile(rf"\b((?i:{_TITLES})(?:\s+är)?[:,]?\s+)({_NAME}(?:\s+{_NAME}){{1,2}})")


class Cleaner:
    """Cleans texts of one document; `printed` are the names that its address block prints."""

    def __init__(self, printed: Sequence[str] = ()) -> None:
        names = sorted({name for name in printed if " " in name}, key=len, reverse=True)
        self._people = re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})s?\b") if names else None

    def clean(self, text: str) -> str:
        """The text with each such thing replaced by a mark, so that a reader sees that something stood there."""
        if self._people:
            text = self._people.sub(GONE, text)
        text = _MAIL.sub(GONE, text)
        text = _PERSONAL_NUMBER.sub(GONE, text)
        text = _TELEPHONE.sub(GONE, text)
        text = people.without(_TITLED.sub(rf"\1{GONE}", text), GONE)
        return _LABELLED.sub("", text)


def found_person(text: str) -> bool:
    """Whether something that tells of a person stood in a cleaned text."""
    return GONE in text
