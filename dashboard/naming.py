"""Names that may be one: what `maltavlan names` and the import pages both call to list, accept and refuse proposals.

A printed name that is like a known one keeps its own id until a person says that they are the same. The answer is a
record of the store (store/names.py) that earlier and later imports follow.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from dashboard import catalogue
from dashboard.catalogue import Catalogue
from dashboard.catalogue.likeness import Likeness, likeness
from dashboard.errors import UserError
from dashboard.model import Report
from dashboard.settings import Settings
from dashboard.store import commits, names
from dashboard.store.commits import CommitResult
from dashboard.store.database import Store
from dashboard.store.names import Naming, Subject
from dashboard.swedish import fold

_QUESTIONS = {Subject.INDICATOR: "printed_names", Subject.UNIT: "printed_units"}
_MOST = 500


class UnknownNameError(UserError):
    """No report prints the name, or nothing has the id that it was said to be."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A name as reports print it, with the id its rows have now and the years it stands in."""

    id: str
    name: str
    first_year: int
    last_year: int
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """A question to a person: is the printed name the known one, with the id `same`?"""

    subject: Subject
    printed: Printed
    same: str
    name: str
    percent: int

    @property
    def words(self) -> str:
        """'”Sjukfrånvaron” liknar ”Sjukfrånvaro” (96 %)'."""
        return f"”{self.printed.name}” liknar ”{self.name}” ({self.percent} %)"


def applied(settings: Settings, report: Report) -> Report:
    """A report that was read, with the ids that its names lead to and without the questions that were answered."""
    return names.applied(report, names.given(settings.store))


def answered(settings: Settings) -> list[Naming]:
    """The latest answer about each name, in the order they were given."""
    latest = {(one.subject, fold(one.printed)): one for one in names.namings(settings.store)}
    return sorted(latest.values(), key=lambda one: one.made)


def proposals(settings: Settings) -> list[Proposal]:
    """Names in the reports that count which are like one of the catalogue's, or like one that older reports print."""
    known = catalogue.load(settings.catalogue)
    done = {(one.subject, fold(one.printed)) for one in names.namings(settings.store)}
    found: list[Proposal] = []
    for subject in Subject:
        printed = _printed(settings, subject)
        unknown = [one for one in printed if not _match(known, subject, one.name)[1]]
        unknown = [one for one in unknown if (subject, fold(one.name)) not in done]
        for one in {fold(one.name): one for one in unknown}.values():
            if like := _like(known, subject, one, printed):
                found.append(Proposal(subject, one, like.id, like.name, like.percent))
    return found


def accept(settings: Settings, printed: str, same: str, *, who: str, why: str = "") -> CommitResult:
    """Says that the printed name is the indicator or unit with the id `same`: all rows follow, now and later."""
    subject, own = _asked(settings, printed, same)
    if not _known(settings, subject, same):
        raise UnknownNameError(
            f"Ingen {subject} har id ”{same}”.", "Se id i data/catalogue, eller i förslaget: maltavlan names."
        )
    if _match(catalogue.load(settings.catalogue), subject, printed)[1]:
        raise UserError(f"”{printed}” finns redan i katalogen.", "Ändra i spellings.toml i stället.")
    naming = _naming(subject, printed, own, same, who=who, why=why)
    leads = names.answers([*names.namings(settings.store), naming])
    end = (leads.indicators if subject is Subject.INDICATOR else leads.units)[fold(printed)]
    if end == own:
        raise UserError(f"”{printed}” skulle leda tillbaka till sig själv.", "Ångra det andra svaret först.")
    return _keep(settings, naming)


def refuse(settings: Settings, printed: str, *, who: str, why: str = "") -> CommitResult:
    """Says that the printed name is one of its own; takes back an earlier acceptance."""
    subject, own = _asked(settings, printed, None)
    return _keep(settings, _naming(subject, printed, own, own, who=who, why=why))


def _keep(settings: Settings, naming: Naming) -> CommitResult:
    return commits.name(settings.store, naming, keep=settings.keep_snapshots)


def _naming(subject: Subject, printed: str, own: str, same: str, *, who: str, why: str) -> Naming:
    made = datetime.now(UTC).isoformat(timespec="seconds")
    return Naming(subject, " ".join(printed.split()), own, same, who[:_MOST], made, why[:_MOST])


def _asked(settings: Settings, printed: str, same: str | None) -> tuple[Subject, str]:
    """What the name names, and the id of its own; an indicator where nothing tells that it is a unit."""
    known = catalogue.load(settings.catalogue)
    units = {fold(one.name) for one in _printed(settings, Subject.UNIT)}
    earlier = {fold(one.printed): one.subject for one in names.namings(settings.store)}
    is_unit = fold(printed) in units or (same is not None and known.unit(same) is not None)
    subject = earlier.get(fold(printed), Subject.UNIT if is_unit else Subject.INDICATOR)
    if not fold(printed):
        raise UnknownNameError("Namnet är tomt.", "Skriv namnet som det trycks.")
    return subject, _match(known, subject, printed)[0]


def _known(settings: Settings, subject: Subject, same: str) -> bool:
    known = catalogue.load(settings.catalogue)
    ids = known.indicators if subject is Subject.INDICATOR else known.units
    answered = {one.own for one in names.namings(settings.store) if one.subject is subject}
    return same in ids or same in answered or any(one.id == same for one in _printed(settings, subject))


def _printed(settings: Settings, subject: Subject) -> list[Printed]:
    return Store(settings.store).rows(_QUESTIONS[subject], Printed)


def _match(known: Catalogue, subject: Subject, name: str) -> tuple[str, bool]:
    return known.match_indicator(name) if subject is Subject.INDICATOR else known.match_unit(name)


def _like(known: Catalogue, subject: Subject, one: Printed, printed: Sequence[Printed]) -> Likeness | None:
    """The catalogue's name first, else one that was printed before and that no report prints beside it."""
    first = known.like_indicator(one.name) if subject is Subject.INDICATOR else known.like_unit(one.name)
    return first or likeness(one.name, _older(one, printed))


def _older(one: Printed, printed: Iterable[Printed]) -> Mapping[str, str]:
    return {
        other.name: other.id
        for other in printed
        if other.first_year < one.first_year and other.id != one.id and not set(other.documents) & set(one.documents)
    }
