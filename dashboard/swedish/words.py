"""Words around numbers: amounts, lists, slugs, and text made ready for sorting and matching."""

import re
import unicodedata
from collections.abc import Sequence

SPELLED = ["noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"]

# Å, ä and ö sort after z; Unicode has ä before å. The letters of our neighbours go with their Swedish kin.
_LAST = str.maketrans({"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}", "ü": "y"})


def amount_words(amount: int, one: str, many: str) -> str:
    """'1 indikator', '12 indikatorer'."""
    return f"{amount:,}".replace(",", "\u00a0").replace("-", "\u2212") + f" {plural(amount, one, many)}"


def plural(amount: int, one: str, many: str) -> str:
    """The word alone that goes with the amount."""
    return one if abs(amount) == 1 else many


def spelled(amount: int, neuter: bool = False) -> str:
    """'noll' to 'tolv' ('ett' for one of a neuter word), digits above."""
    if amount == 1 and neuter:
        return "ett"
    if 0 <= amount < len(SPELLED):
        return SPELLED[amount]
    return f"{amount:,}".replace(",", "\u00a0").replace("-", "\u2212")


def listed(items: Sequence[str], last: str = "och") -> str:
    """'a, b och c'; '' for none."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def capital(text: str) -> str:
    """The text with its first letter large and the rest as it was."""
    return text[:1].upper() + text[1:]


def slug(name: str) -> str:
    """'enheten-for-x' for 'Enheten för x': a to z, digits and hyphens, fit for an address."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return re.sub(r"[^a-z0-9]+", "-", letters.replace("\u00ad", "")).strip("-")


def sort_key(text: str) -> str:
    """Orders as Swedish does: capitals with small letters, å ä ö last, '1.9' before '1.10'."""
    small = unicodedata.normalize("NFC", text).casefold().translate(_LAST)
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", small) if not unicodedata.combining(letter))
    return re.sub(r"\d+", lambda digits: digits[0].zfill(9), plain)


def fold(text: str) -> str:
    """Letters and digits alone, without case: equal for names that differ only in spaces, hyphens and broken words."""
    return "".join(letter for letter in unicodedata.normalize("NFC", text).casefold() if letter.isalnum())


def mentions(text: str, sought: str) -> bool:
    """Whether each of the words sought stands in the text, as it is written or as a part of a word; å is not a."""
    within = unicodedata.normalize("NFC", text).casefold()
    return all(word in within for word in unicodedata.normalize("NFC", sought).casefold().split())
