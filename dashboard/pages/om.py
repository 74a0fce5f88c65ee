"""Om, drawn: what Måltavlan is, its signs and rules, the catalogue, where figures come from, accessibility."""

from dataclasses import replace
from functools import partial

from dashboard.analysis.rules import RuleTable
from dashboard.model import Status
from dashboard.pages import lines, parts
from dashboard.pages.indikator import lead
from dashboard.pages.page import Page
from dashboard.ui import signs, tables
from dashboard.ui.markup import Node, h
from dashboard.views.accessibility import Part, Said
from dashboard.views.link import Link
from dashboard.views.om import Known, OmView, Rule, view
from dashboard.views.status_words import REPORTED_WORDS

CONTENTS = (
    ("tecken", "Tecknen"),
    ("kallan", "Varifrån siffrorna kommer"),
    ("stjarnor", "Stjärnorna"),
    ("exempeldata", "Exempeldata"),
    ("regler", "Reglerna"),
    ("katalogen", "Katalogen"),
    ("tillganglighet", "Tillgänglighet"),
)


def body(shown: OmView) -> Node:
    return (
        h("div", {"class": "uh"}, h("h1", None, "Om Måltavlan")),
        lead(shown.lead),
        h(
            "nav",
            {"aria-label": "På den här sidan"},
            h(
                "ul",
                {"class": "ways"},
                [h("li", None, h("a", {"href": f"#{name}"}, words)) for name, words in CONTENTS],
            ),
        ),
        _signs(),
        _origin(),
        _stars(),
        _samples(shown),
        _rules(shown),
        _catalogue(shown),
        _accessibility(shown),
    )


def _section(name: str, heading: str, *inside: Node) -> Node:
    return h("section", {"aria-labelledby": name}, h("div", {"class": "head"}, h("h2", {"id": name}, heading)), *inside)


def _text(*paragraphs: str) -> Node:
    return h("div", {"class": "text"}, [h("p", None, words) for words in paragraphs])


def _signs() -> Node:
    told = h("dl", {"class": "signs"}, [_sign(status) for status in REPORTED_WORDS])
    return _section(
        "tecken",
        "Tecknen",
        _text(
            "Det stora, fyllda tecknet är enhetens egen bedömning. Det lilla tecknet med bara kontur är beräknat.",
            "Form, ord och färg säger samma sak, så tecknen går att läsa också i gråskala.",
        ),
        told,
    )


def _sign(status: Status) -> Node:
    return h(
        "div",
        None,
        h("dt", None, signs.reported_words(status)),
        h("dd", None, signs.computed_words(status)),
    )


def _origin() -> Node:
    return _section(
        "kallan",
        "Varifrån siffrorna kommer",
        _text(
            "Varje siffra kommer ur en inläst rapport: verksamhetsplan, tertialrapport eller verksamhetsberättelse. "
            "Länken Källa vid siffran leder till raden i rapporten, med orden som de är tryckta.",
            "Det som inte gick att läsa säkert listas på sidan Källor med rad och skäl. Inget tas bort i tysthet.",
            "Namn, telefonnummer och adresser till personal sparas inte.",
        ),
        h(
            "p",
            {"class": "note"},
            parts.way("Alla inlästa rapporter", Link("kallor")),
            ". ",
            parts.way("Vad enheterna skriver om Agenda 2030", Link("agenda2030")),
            ".",
        ),
    )


def _stars() -> Node:
    return _section(
        "stjarnor",
        "Stjärnorna",
        _text(
            "Du kan stjärnmärka enheter med ☆ på sidan Enheter och på enhetens egen sida. Knappen Mina enheter visar "
            "sedan bara dem, genom att skriva dem i adressen.",
            "Stjärnorna sparas bara i din webbläsare. Måltavlan har inga användarkonton för läsare, sätter inga kakor "
            "för dem och vet inte vilka enheter du följer.",
        ),
    )


def _samples(shown: OmView) -> Node:
    return _section(
        "exempeldata",
        "Exempeldata",
        _text(
            "Måltavlan följer med ett antal exempelrapporter, så att sidorna går att prova utan egna rapporter. "
            "En del av siffrorna i dem är offentliga, andra är påhittade. Vilka som är vilka står i filen "
            "data/samples/README.md.",
            shown.samples,
        ),
    )


def _rules(shown: OmView) -> Node:
    return _section(
        "regler",
        "Reglerna",
        _text("Varje rad i tabellerna prövas mot programmet när Måltavlan testas. Det som står här är det som händer."),
        [_rule(rule) for rule in shown.rules],
    )


def _rule(rule: Rule) -> Node:
    return h(
        "div",
        {"class": "rule", "key": rule.id},
        h("h3", {"id": rule.id}, rule.chapter.title),
        _text(*rule.chapter.paragraphs),
        [_table(table) for table in rule.chapter.tables],
    )


def _table(table: RuleTable) -> Node:
    columns = [tables.Column(head, short=head) for head in table.columns]
    rows = tuple(tables.Row(row) for row in table.rows)
    drawn = tables.table(table.caption, columns, [tables.Group(None, rows)], style="stack cases")
    cases = f"{table.caption} ({len(rows)} fall)"
    return h("details", {"class": "cases"}, h("summary", None, cases), drawn)


def _catalogue(shown: OmView) -> Node:
    columns = (
        tables.Column("Indikator"),
        tables.Column("Mätenhet", short="Mätenhet"),
        tables.Column("Riktning", short="Riktning"),
        tables.Column("Gäller människor", short="Gäller människor"),
        tables.Column("Spannets källa", short="Spannets källa"),
    )
    table = tables.table(
        "Indikatorer i katalogen",
        columns,
        [tables.Group(None, tuple(map(_known, shown.catalogue)))],
        style="stack index",
    )
    words = (
        f"{shown.catalogue_words} En ny indikator läses in ändå och visas utan färg tills den får en riktning. "
        "Gult räknas bara fram där katalogen har ett spann med en källa."
    )
    return _section("katalogen", "Katalogen", _text(words), table)


def _known(one: Known) -> tables.Row:
    cells = (
        parts.way(one.name, one.link),
        lines.fact(one.unit),
        lines.fact(one.direction),
        one.people,
        lines.fact(one.band),
    )
    return tables.Row(cells, key=f"k-{one.id}")


def _accessibility(shown: OmView) -> Node:
    lead = _text(
        "Alla ska kunna använda Måltavlan. Det här är den tillgänglighetsredogörelse som lagen om tillgänglighet till "
        "digital offentlig service kräver."
    )
    return _section("tillganglighet", "Tillgänglighet", lead, [_part(part) for part in shown.accessibility])


def _part(part: Part) -> Node:
    told = [h("p", None, [_said(said) for said in paragraph]) for paragraph in part.paragraphs]
    points = h("ul", {"class": "points"}, [h("li", None, point) for point in part.points]) if part.points else None
    return h(
        "div",
        {"class": "rule", "key": part.heading},
        h("h3", None, part.heading),
        h("div", {"class": "text"}, told),
        points,
    )


def _said(said: Said) -> Node:
    return h("a", {"href": said.address}, said.words) if said.address else said.words


def about(contact: str) -> Page[OmView]:
    """The page with the municipality's contact in its accessibility statement."""
    return replace(PAGE, view=partial(view, contact=contact))


PAGE = Page("om", None, view, body, scriptless=True)
