"""Läs in, drawn as HTML by the server: the door, the place to drop files, what is read, and what waits."""

from collections.abc import Sequence

from dashboard.pages.indikator import lead
from dashboard.swedish import capital, spelled
from dashboard.ui import forms, messages, tables
from dashboard.ui.markup import Node, h
from dashboard.views.importera import ADDRESS, NAMELESS, Asked, ImportView, Queued, Sent
from dashboard.views.sentences import Lead

_SEVERAL = 2
KINDS = (".pdf", ".docx", ".xlsx", ".txt")
COLUMNS = (
    tables.Column("Rapport"),
    tables.Column("Läst", short="Läst"),
    tables.Column("Kvar", short="Kvar"),
    tables.Column(h("span", {"class": "vh"}, "Åtgärd"), short=""),
)


def closed() -> Node:
    """Where no password is set: what the page would be for, and the way that is open."""
    text = (
        "Här kan rapporter läsas in i webbläsaren när den som sköter Måltavlan har valt ett lösenord för det. "
        "Tills dess läses de in på kommandoraden: ",
        h("code", None, "maltavlan import FIL …"),
    )
    return (
        h("div", {"class": "uh"}, h("h1", None, "Läs in rapporter")),
        messages.empty("Inläsningen är stängd på webben.", text, h("a", {"href": "/kallor"}, "Inlästa rapporter")),
    )


def stored(name: str, token: str, row: str) -> Node:
    """A report that is taken in already: it may be taken out again to be corrected."""
    told = Lead(
        "Rapporten är inlagd.", "Du kan rätta det som lästes fel, med vem, när och varför. Filen ändras aldrig."
    )
    hidden = h("input", {"type": "hidden", "name": "rad", "value": row})
    crumb = h("p", {"class": "crumb"}, h("a", {"href": ADDRESS}, "Läs in"), " / Rätta")
    return (
        h("div", {"class": "uh"}, h("div", None, crumb, h("h1", None, "Rätta en inlagd rapport"))),
        lead(told),
        forms.form(
            f"{ADDRESS}/{name}/ratta", token, hidden, h("p", None, forms.button("Öppna för rättelse", primary=True))
        ),
        h("p", {"class": "note"}, h("a", {"href": f"/kallor?dokument={name}"}, "Till rapporten i Källor")),
    )


def login(token: str, *, wrong: str = "") -> Node:
    """Asks for the password; `wrong` says why the last try let nobody in."""
    told = Lead("Logga in för att läsa in rapporter.", "Lösenordet har du fått av den som sköter Måltavlan.")
    error = h("p", {"class": "notice wrong", "role": "alert", "id": "fel"}, wrong) if wrong else None
    name = "Sparas med det du rättar eller godtar. Det kan vara en roll, till exempel Kansliet."
    return (
        h("div", {"class": "uh"}, h("h1", None, "Läs in rapporter")),
        lead(told),
        forms.form(
            f"{ADDRESS}/logga-in",
            token,
            h("div", {"class": "stackf"},
              error,
              forms.field("vem", "Namn eller roll", of="in", note=name, maxlength="60"),
              forms.field("losenord", "Lösenord", of="in", type="password", required=True),
              h("p", None, forms.button("Logga in", primary=True))),
        ),
    )  # fmt: skip


def body(shown: ImportView, token: str, *, who: str, done: Node = None) -> Node:
    """`done` tells what was just taken in."""
    return (
        h("div", {"class": "uh"}, h("h1", None, shown.title), _logout(token, who)),
        done,
        h("div", {"id": "lage-ord"}, lead(shown.lead)),
        _drop(token),
        h("div", {"id": "lage"}, state(shown, token)),
        _names(shown, token),
    )


def taken_in(stored: Sequence[str]) -> Node:
    """What was just taken in, with the way to it."""
    if not stored:
        return None
    told = "Rapporten är inlagd." if len(stored) == 1 else f"{capital(spelled(len(stored)))} rapporter är inlagda."
    link = (
        h("a", {"href": f"/kallor?dokument={stored[0]}"}, "Visa den")
        if len(stored) == 1
        else h("a", {"href": "/kallor"}, "Visa dem i Källor")
    )
    return h("p", {"class": "notice", "role": "status"}, told, " ", link)


def changed(shown: ImportView, token: str) -> Node:
    """What the script fetches anew while files are read: the words above, and the state below."""
    return (h("div", {"id": "nya-ord", "hidden": True}, lead(shown.lead)), state(shown, token))


def state(shown: ImportView, token: str) -> Node:
    """What changes while files are read."""
    busy = h("span", {"data-busy": "1", "hidden": True}) if shown.busy else None
    return (busy, _sent(shown, token), _waiting(shown, token))


def _names(shown: ImportView, token: str) -> Node:
    if not shown.names:
        return None
    note = h("p", None, "Svaret gäller alla rapporter, de som är inlästa och de som kommer.")
    return h(
        "section",
        {"aria-labelledby": "h-namn"},
        h("div", {"class": "head"}, h("h2", {"id": "h-namn", "tabindex": "-1"}, "Namn som liknar varandra"), note),
        h("ul", {"class": "rows sent"}, [_asked(one, token) for one in shown.names]),
    )


def _asked(one: Asked, token: str) -> Node:
    words = h("span", {"class": "by"}, f"liknar ”{one.known}” ({one.percent} %). Är det samma?")
    hidden = (
        h("input", {"type": "hidden", "name": "namn", "value": one.printed}),
        h("input", {"type": "hidden", "name": "samma", "value": one.same}),
    )
    same = forms.button("Samma", name="svar", value="samma", hidden=f"{one.printed} och {one.known}")
    own = forms.button("Inte samma", name="svar", value="egen", hidden=f"{one.printed} och {one.known}")
    answer = forms.form(f"{ADDRESS}/namn", token, hidden, h("div", {"class": "btns"}, same, own))
    return h("li", None, h("div", None, h("b", None, one.printed), words), answer)


def _logout(token: str, who: str) -> Node:
    words = h("p", {"class": "note"}, who if who == NAMELESS else f"Inloggad: {who}")
    return forms.form(f"{ADDRESS}/logga-ut", token, h("div", {"class": "btns who-in"}, words, forms.button("Logga ut")))


def _drop(token: str) -> Node:
    note = "PDF, Word, Excel eller text, högst 20 MB var. Flera på en gång går bra."
    label = ("Välj filer", h("span", {"class": "drophint", "hidden": True}, " eller släpp dem här"))
    inside = (
        forms.files("fil", label, KINDS, of="nya", note=note),
        h("p", None, forms.button("Läs filerna", primary=True)),
        h("p", {"class": "note", "id": "skickas", "role": "status"}),
    )
    return h(
        "section",
        {"aria-label": "Nya filer", "class": "drop"},
        forms.form(f"{ADDRESS}/filer", token, *inside, files=True, name="nya-filer"),
    )


def _sent(shown: ImportView, token: str) -> Node:
    if not shown.sent:
        return None
    return h(
        "section",
        {"aria-labelledby": "h-filer"},
        h("div", {"class": "head"}, h("h2", {"id": "h-filer"}, "Filer som läses")),
        h("ul", {"class": "rows sent"}, [_file(one, token) for one in shown.sent]),
        h("noscript", None, h("p", {"class": "note"}, h("a", {"href": ADDRESS}, "Visa hur långt det är"))),
    )


def _file(one: Sent, token: str) -> Node:
    words = "Ta bort ur listan" if one.error else "Avbryt"
    told = f"{one.state}{f', {one.progress}' if one.progress else ''}"
    action = f"{ADDRESS}/avbryt/{one.id}"
    button = forms.form(action, token, forms.button(words, hidden=one.name))
    error = h("p", {"class": "by wrong"}, one.error) if one.error else h("span", {"class": "by"}, told)
    return h("li", {"id": f"f-{one.id}"}, h("div", None, h("b", None, one.name), error), button)


def _waiting(shown: ImportView, token: str) -> Node:
    if not shown.waiting:
        return None
    rows = tuple(_queued(one, token) for one in shown.waiting)
    return h(
        "section",
        {"aria-labelledby": "h-vantar"},
        h("div", {"class": "head"}, h("h2", {"id": "h-vantar"}, "Väntar på granskning"), _all_ready(shown, token)),
        tables.table("Rapporter som väntar", COLUMNS, [tables.Group(None, rows)], style="stack docs"),
    )


def _all_ready(shown: ImportView, token: str) -> Node:
    """Twelve clean reports are one press; a single one has its own button."""
    if shown.all_ready < _SEVERAL:
        return None
    words = f"Lägg in de {spelled(shown.all_ready)} som är klara"
    return forms.form(f"{ADDRESS}/lagg-in", token, forms.button(words, primary=True))


def _queued(one: Queued, token: str) -> tables.Row:
    name = (
        h("a", {"href": one.address}, f"{one.unit}: {one.title}"),
        h("span", {"class": "by"}, one.file),
    )
    if one.ready:
        act: Node = forms.form(
            f"{one.address}/lagg-in", token, forms.button("Lägg in", hidden=f"{one.unit} {one.title}")
        )
    else:
        act = h("a", {"class": "btn", "href": one.address}, "Granska", h("span", {"class": "vh"}, f" {one.unit}"))
    return tables.Row((name, one.found, one.left, act), key=f"v-{one.id}")
