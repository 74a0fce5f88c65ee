"""The sentence first: what the counts say, in Swedish that holds for none, one, both, many and all."""

from collections import Counter
from dataclasses import dataclass

from dashboard.analysis.change import Verdict
from dashboard.model import Kind, Status
from dashboard.swedish import capital, listed, spelled
from dashboard.views.counts import CHANGE_VALUES

Counts = Counter[str]


@dataclass(frozen=True, slots=True)
class Said:
    """What a page says first: `lines` in full ink, then `quiet`."""

    lines: tuple[str, ...]
    quiet: str = ""

    @property
    def whole(self) -> str:
        return " ".join(part for part in (*self.lines, self.quiet) if part)


@dataclass(frozen=True, slots=True)
class Lead:
    """A unit's summary: the strong sentence and what follows it."""

    strong: str
    rest: str = ""


def headline(goals: Counts, computed: Counts, kind: Kind, year: int) -> Said:
    """The h1 of Översikt, from counts of reported goals and of computed indicators."""
    if kind is Kind.VP:
        return _planned(goals.total(), computed.total(), year)
    lines = (goals_met(goals), goals_left(goals))
    return Said(tuple(line for line in lines if line), indicators_met(computed, kind))


def goals_met(goals: Counts) -> str:
    """'16 av 19 enhetsmål uppfylls helt.'"""
    total, met = goals.total(), goals[Status.HELT]
    if total == 0:
        return "Inga enhetsmål finns i rapporterna."
    if goals[Status.INGEN] == total:
        return "Enhetsmålet är inte bedömt." if total == 1 else f"Inget av {spelled(total)} enhetsmål är bedömt."
    if total == 1:
        only = next(status for status in goals if goals[status])
        return f"Enhetsmålet uppfylls {only}."
    if met == total:
        return f"{_all_goals(total)} uppfylls helt."
    return f"{_neuter(met)} av {spelled(total)} enhetsmål uppfylls helt."


def goals_left(goals: Counts) -> str:
    """'Tre uppfylls delvis och inget uppfylls ej.'; '' where the first sentence has said it all."""
    total = goals.total()
    if total < 2 or total in (goals[Status.HELT], goals[Status.INGEN]):
        return ""
    parts = [
        f"{_neuter(goals[Status.DELVIS])} uppfylls delvis",
        f"{_neuter(goals[Status.EJ]).lower()} uppfylls ej",
    ]
    if unjudged := goals[Status.INGEN]:
        parts.append(f"{spelled(unjudged, neuter=True)} är {'ej bedömt' if unjudged == 1 else 'ej bedömda'}")
    return f"{listed(parts)}."


def indicators_met(computed: Counts, kind: Kind = Kind.VB) -> str:
    """'Åtta av 23 indikatorer når inte årsmålet.'"""
    total, missed = computed.total(), computed[Status.EJ]
    if computed[Status.INGEN] == total:
        return _none_computed(total, kind)
    if total == 1:
        return f"Indikatorn når {'inte ' if missed else 'delvis ' if computed[Status.DELVIS] else ''}årsmålet."
    if computed[Status.HELT] == total:
        return f"{_all_indicators(total)} når årsmålet."
    if missed == total:
        return f"Ingen av {spelled(total)} indikatorer når årsmålet."
    if missed:
        return f"{_common(missed)} av {spelled(total)} indikatorer når inte årsmålet{_not_yet(computed, kind)}."
    return f"{_common(computed[Status.HELT])} av {spelled(total)} indikatorer når årsmålet, {_others(computed)}."


def unit_lead(goals: Counts, computed: Counts, changes: Counts, kind: Kind, year: int) -> Lead:
    """'Fyra av fem enhetsmål uppfylls helt 2025, ett delvis.' and what the unit's indicators say."""
    if kind is Kind.VP:
        said = _planned(goals.total(), computed.total(), year)
        return Lead(" ".join(said.lines), said.quiet)
    when = str(year) if kind is Kind.VB else f"efter tertial {kind.value[-1]} {year}"
    strong = goals_met(goals).removesuffix(".") + f" {when}{_goal_tail(goals)}."
    if goals.total() == 0:
        strong = "Rapporten har inga enhetsmål."
    return Lead(strong, " ".join(part for part in (_split_sentence(computed, kind), _changes(changes, year)) if part))


def _goal_tail(goals: Counts) -> str:
    """', ett delvis och två ej' after the first sentence; '' where it has said it all."""
    if not goals_left(goals):
        return ""
    parts = [
        f"{spelled(goals[status], neuter=True)} {status}" for status in (Status.DELVIS, Status.EJ) if goals[status]
    ]
    if unjudged := goals[Status.INGEN]:
        parts.append(f"{spelled(unjudged, neuter=True)} {'ej bedömt' if unjudged == 1 else 'ej bedömda'}")
    return f", {listed(parts)}"


def _split_sentence(computed: Counts, kind: Kind) -> str:
    """'Av 14 indikatorer når sju årsmålet och sju inte.'"""
    total, met, part, missed = (computed.total(), *(computed[s] for s in (Status.HELT, Status.DELVIS, Status.EJ)))
    if total < 2 or total in (met, missed, computed[Status.INGEN]):
        return indicators_met(computed, kind) if total else "Rapporten har inga indikatorer."
    told = [f"når {spelled(met) if met else 'ingen'} årsmålet"]
    told += [f"{spelled(part)} delvis"] if part else []
    told += [f"{spelled(missed)} inte"] if missed else []
    tail = f", och {spelled(computed[Status.INGEN])} kan inte beräknas" if computed[Status.INGEN] else ""
    return f"Av {spelled(total)} indikatorer {listed(told)}{tail}."


def _changes(changes: Counts, year: int) -> str:
    """'Fyra är bättre än 2024 och fyra sämre.'"""
    better, same, worse = (changes[CHANGE_VALUES[v]] for v in (Verdict.BETTER, Verdict.UNCHANGED, Verdict.WORSE))
    if changes.total() == 0:
        return ""
    if better + worse == 0:
        return f"Ingen är bättre eller sämre än {year - 1}." if same else f"Ingen kan jämföras med {year - 1}."
    return f"{_common(better)} är bättre än {year - 1} och {spelled(worse) if worse else 'ingen'} sämre."


def _planned(goals: int, indicators: int, year: int) -> Said:
    parts = [
        f"{spelled(goals, neuter=True)} enhetsmål" if goals else "",
        f"{spelled(indicators)} {'indikator' if indicators == 1 else 'indikatorer'}" if indicators else "",
    ]
    told = listed([part for part in parts if part])
    many = "planerade" if goals + indicators != 1 else "planerat" if goals else "planerad"
    first = (
        f"{capital(told)} är {many} för {year}."
        if told
        else f"Inga enhetsmål eller indikatorer är planerade för {year}."
    )
    return Said((first,), "Utfall och bedömning kommer i uppföljningen.")


def _none_computed(total: int, kind: Kind) -> str:
    if total == 0:
        return "Inga indikatorer finns i rapporterna."
    if kind in (Kind.T1, Kind.T2):
        return "Ett tertial jämförs inte med årsmålet."
    if total == 1:
        return "Indikatorn kan inte jämföras med årsmålet."
    return f"Ingen av {spelled(total)} indikatorer kan jämföras med årsmålet."


def _not_yet(computed: Counts, kind: Kind) -> str:
    """Of a tertial's indicators most can't be judged before the year's end: left unsaid they would seem to be met."""
    unjudged = computed[Status.INGEN]
    if kind is Kind.VB or not unjudged:
        return ""
    return f", {spelled(unjudged)} kan inte bedömas förrän året är slut"


def _others(computed: Counts) -> str:
    """What those are that neither reach their target nor miss it."""
    parts = [f"{spelled(computed[Status.DELVIS])} når det delvis"] if computed[Status.DELVIS] else []
    parts += [f"{spelled(computed[Status.INGEN])} kan inte beräknas"] if computed[Status.INGEN] else []
    return listed(parts)


def _all_goals(total: int) -> str:
    return "Båda enhetsmålen" if total == 2 else f"Alla {spelled(total)} enhetsmål"


def _all_indicators(total: int) -> str:
    return "Båda indikatorerna" if total == 2 else f"Alla {spelled(total)} indikatorer"


def _neuter(amount: int) -> str:
    return capital(spelled(amount, neuter=True)) if amount else "Inget"


def _common(amount: int) -> str:
    return capital(spelled(amount)) if amount else "Ingen"
