"""A text's characters, line ends and margins as reading expects them, whatever program saved it.

Every line stays a line of its own, so that a line's number is the file's.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import takewhile

# One line end, however many carriage returns a transfer put before it; a file without newlines has its own sign.
_LINE_END = re.compile(r"\r+\n")
_OTHER_ENDS = re.compile(r"[\r\u0085\u2028\u2029]")
_THOUSANDS = re.compile(r"(?<=\d)[\u00a0\u2007\u2009\u202f](?=\d{3}(?!\d))")
_BLANK = re.compile(r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_KEPT = "\ue000"  # a private sign for a thousands' blank while the other blanks become common ones
_SIGNS = str.maketrans({
    "\u2010": "-", "\u2011": "-", "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl",
    **dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\ufe0e\ufe0f"),  # signs without width
    **{chr(code): None for code in range(32) if chr(code) not in "\t\n\f\r"},
})  # fmt: skip
_STRANGE = re.compile("[\x00-\x08\x0b\x0e-\x1f\u200b-\u200d\u2010\u2011\u2060\ufb00-\ufb04\ufe0e\ufe0f\ufeff]")
_SOFT_HYPHEN = re.compile("\u00ad(?!\n|$)")  # at a line's end it tells that the word goes on
_MOST = 0.8  # of the lines


def cleaned(text: str) -> str:
    """The text with common blanks, signs and line ends, and without a margin that a program put around its lines."""
    text = _LINE_END.sub("\n", text)
    if "\n" not in text:
        text = _OTHER_ENDS.sub("\n", text)
    if _STRANGE.search(text):
        text = text.translate(_SIGNS)
    text = unicodedata.normalize("NFC", text.replace("\r", ""))
    text = _BLANK.sub(" ", _THOUSANDS.sub(_KEPT, _SOFT_HYPHEN.sub("", text))).replace(_KEPT, "\u00a0")
    return "\n".join(_without_tail(_without_margin(text.split("\n"))))


def _without_margin(lines: Sequence[str]) -> Sequence[str]:
    """The lines without the blanks that every printed one begins with: the first blank that is left tells a cell."""
    margins = [line[: len(line) - len(line.lstrip(" \t"))] for line in _printed(lines)]
    least, most = min(margins, default=""), max(margins, default="")
    margin = "".join(one for one, _ in takewhile(lambda both: both[0] == both[1], zip(least, most, strict=False)))
    return [line.removeprefix(margin) for line in lines] if margin else lines


def _without_tail(lines: Sequence[str]) -> Sequence[str]:
    """The lines without a second blank that nearly all end with: one tells an unbroken word, one more an empty cell."""
    printed = list(_printed(lines))
    while printed and sum(line.endswith("  ") for line in printed) > _MOST * len(printed):
        empty = all(line for line in lines)  # then blank lines have got theirs too
        lines = [line[:-1] if line.endswith(" ") and (empty or line.strip()) else line for line in lines]
        printed = list(_printed(lines))
    return lines


def _printed(lines: Iterable[str]) -> Iterable[str]:
    return (line for line in lines if line.strip())
