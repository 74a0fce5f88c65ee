"""Which encoding a text file is written in: what tells itself, else the one that gives most Swedish letters."""

import re

from dashboard.errors import UnreadableDocument

_MARKS = (b"\xff\xfe", b"\xfe\xff")
# What old programs in Windows, on the Mac and in DOS wrote; of equals the first.
_GUESSES = {"cp1252": "Windows-1252", "mac_roman": "Mac Roman", "cp850": "DOS-text (850)"}
_SWEDISH = re.compile(r"[a-z][åäö]|[åäö][a-z]|\b[ÅÄÖ][a-z]")
_TWICE = re.compile("Ã[¥¤¶…„–\x85\x84\x96]")  # UTF-8 that was taken for Windows-1252 and encoded once more
_LOST = "\ufffd"
_FEW = 3


def decoded(content: bytes) -> tuple[str, str]:
    """The text and a note where its encoding had to be guessed: UTF-8 is tried first.

    Raises UnreadableDocument where letters were lost before: headings and names can't be told without them.
    """
    if content.startswith(_MARKS):
        return _whole(content.decode("utf-16", errors="replace")), ""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _guessed(content)
    return _once(_whole(text))


def _guessed(content: bytes) -> tuple[str, str]:
    ways = {name: content.decode(name, errors="replace") for name in _GUESSES}
    best = max(ways, key=lambda name: len(_SWEDISH.findall(ways[name])))
    return ways[best], f"Filen är inte UTF-8; den lästes som {_GUESSES[best]}."


def _once(text: str) -> tuple[str, str]:
    """The text, freed from a second encoding where that left it without Swedish letters."""
    if "Ã" not in text or len(_TWICE.findall(text)) <= max(_FEW, len(_SWEDISH.findall(text))):
        return text, ""
    once = b"".join(map(_byte, text)).decode("utf-8", errors="replace")
    return _whole(once), "Filens tecken var kodade två gånger; de lästes som UTF-8."


def _byte(letter: str) -> bytes:
    """The byte that Windows shows as this letter; its five bytes without one are kept as they are."""
    return letter.encode("latin-1" if "\x80" <= letter <= "\x9f" else "cp1252", errors="replace")


def _whole(text: str) -> str:
    if _LOST in text and text.count(_LOST) > max(_FEW, len(_SWEDISH.findall(text))):
        raise UnreadableDocument(
            "Filens å, ä och ö har gått förlorade: i deras ställe står tecknet \ufffd.",
            "Spara rapporten på nytt som text i UTF-8, eller läs in den som PDF eller Word.",
        )
    return text
