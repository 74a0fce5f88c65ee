"""A row's doubts in the few words that stand beside its figure; the reasons are told where the row is opened."""

from collections.abc import Sequence

_OTHERWISE = "Att granska"
# '' for what a view judges anew from the figures and flags in its own words.
_WORDS = {
    "total-utanför": "",
    "status-skiljer": "",
    "analys-skiljer": "Analysen säger en annan siffra",
    "utsagor-skiljer": "Analysen säger olika saker om målet",
    "namnförslag": "Namnet liknar ett annat",
    "dubbel-rad": "Raden står två gånger",
    "annan-period": "Raden gäller en annan period",
    "otydlig-period": "Perioden är otydlig",
    "otydlig-siffra": "En siffra är otydlig",
    "oplacerad-cell": "En siffra hör inte säkert hit",
    "oklar-rad": "Radens början eller slut är oklart",
}


def doubt_flags(kinds: Sequence[str]) -> tuple[str, ...]:
    """One flag for each kind of doubt, the same words once."""
    return tuple(dict.fromkeys(words for kind in kinds if (words := _WORDS.get(kind, _OTHERWISE))))
