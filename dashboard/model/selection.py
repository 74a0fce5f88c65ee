"""What a reader chose, as the address holds it."""

from dataclasses import dataclass, field

from dashboard.model.report import Kind


@dataclass(frozen=True, slots=True)
class Selection:
    """What a reader chose, as the address holds it; None and () mean 'not chosen', a view then takes its default.

    `listed` and `status` open the list behind a count, `rows` are opened rows ('i3', 'g5') of the unit page.
    `goal` is a goal over units, `text` what is searched for, `sort` and `form` how a page orders and draws it,
    `since` a date, `snapshot` the store as it was, `slides` a deck's slides in order and `slide` the one shown.
    """

    board: str | None = None
    unit: str | None = None
    units: tuple[str, ...] = ()
    indicator: str | None = None
    year: int | None = None
    period: Kind | None = None
    listed: str | None = None
    status: str | None = None
    rows: tuple[str, ...] = ()
    document: str | None = None
    goal: str | None = None
    text: str | None = None
    sort: str | None = None
    form: str | None = None
    since: str | None = None
    operation: str | None = None
    size: str | None = None
    category: str | None = None
    snapshot: str | None = None
    slides: tuple[str, ...] = ()
    slide: int | None = None
    notices: tuple[str, ...] = field(default=(), compare=False)
