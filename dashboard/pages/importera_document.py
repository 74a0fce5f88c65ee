"""One report that waits, drawn as HTML by the server: counts, and each doubt with its place, row and choices."""

from collections.abc import Sequence

from dashboard.pages import importera_rows, lines, sheets
from dashboard.pages.importera_rows import cell_field, typed
from dashboard.pages.indikator import lead
from dashboard.ui import forms, messages, tables
from dashboard.ui.controls import Option
from dashboard.ui.markup import Node, h
from dashboard.views.importera import ADDRESS
from dashboard.views.importera_document import Count, ReviewView
from dashboard.views.importera_doubts import Shown

KEYS = "Tangenterna n och p flyttar till nästa och förra tveksamheten när markören inte står i ett fält."


def body(shown: ReviewView, token: str, *, wrong: str = "", wrong_at: str = "") -> Node:
    """`wrong` says why the last decision could not be kept, on the doubt `wrong_at` or on the whole report."""
    crumb = h("p", {"class": "crumb"}, h("a", {"href": ADDRESS}, "Läs in"), " / ", shown.unit)
    return (
        h("div", {"class": "uh"}, h("div", None, crumb, h("h1", None, shown.title))),
        _wrong(wrong) if wrong and not wrong_at else None,
        lead(shown.lead),
        lines.facts(shown.facts),
        _counts(shown),
        _carried(shown),
        _doubts(shown, token, wrong, wrong_at),
        importera_rows.listed(shown),
        _finish(shown, token),
    )


def _wrong(words: str) -> Node:
    return h("p", {"class": "notice wrong", "role": "alert"}, words)


def _counts(shown: ReviewView) -> Node:
    if not shown.counts:
        return None
    columns = (
        tables.Column("Det som räknas"),
        tables.Column("I filen", True, "I filen"),
        tables.Column("Läst", short="Läst"),
        tables.Column("Stämmer", short="Stämmer"),
    )
    rows = tuple(_count(one) for one in shown.counts)
    return h(
        "section",
        {"aria-labelledby": "h-antal"},
        h("div", {"class": "head"}, h("h2", {"id": "h-antal"}, "Hittat mot förväntat")),
        tables.table("Hittat mot förväntat", columns, [tables.Group(None, rows)], style="stack printed"),
    )


def _count(one: Count) -> tables.Row:
    agrees = "ja" if one.agrees else messages.flag("nej, se nedan")
    return tables.Row((one.what, one.printed, one.read, agrees))


def _carried(shown: ReviewView) -> Node:
    if not shown.carried:
        return None
    heading, note = "Rättat i en tidigare version", "Samma fel står här. Rättelserna gäller även den här versionen."
    if shown.stored:
        heading, note = (
            "Beslut när rapporten lades in",
            "De gäller. En ny rättelse läggs till, och den gamla finns kvar.",
        )
    return h(
        "section",
        {"aria-labelledby": "h-forr"},
        h("div", {"class": "head"}, h("h2", {"id": "h-forr"}, heading)),
        h("p", {"class": "note"}, note),
        h("ul", {"class": "rows"}, [h("li", None, words) for words in shown.carried]),
    )


def _doubts(shown: ReviewView, token: str, wrong: str, wrong_at: str) -> Node:
    heading = h("h2", {"id": "h-tveksamt"}, "Att avgöra" if shown.open else "Tveksamheter")
    if not shown.doubts and shown.stored:
        text = h("p", {"class": "note"}, "Välj en rad nedan för att rätta den.")
        return h("section", {"aria-labelledby": "h-tveksamt"}, h("div", {"class": "head"}, heading), text)
    if not shown.doubts:
        text = h("p", {"class": "note"}, "Inget i rapporten var tveksamt när den lästes.")
        return h("section", {"aria-labelledby": "h-tveksamt"}, h("div", {"class": "head"}, heading), text)
    asked = [one for one in shown.doubts if not one.note]
    notes = [one for one in shown.doubts if one.note]
    told = [_doubt(one, shown, token, wrong if one.key == wrong_at else "") for one in asked]
    return h(
        "section",
        {"aria-labelledby": "h-tveksamt"},
        h("div", {"class": "head"}, heading, h("p", {"class": "keys"}, KEYS) if len(asked) > 1 else None),
        _effects(shown),
        h("ol", {"class": "doubts-list"}, told) if told else None,
        _notes(notes),
    )


def _effects(shown: ReviewView) -> Node:
    """What the checks found anew when they ran over the corrected values."""
    if not shown.effects:
        return None
    heading = h("h3", {"class": "effects-h"}, "Kontrollerna efter dina rättelser")
    listed = h("ul", {"class": "rows"}, [h("li", None, words) for words in shown.effects])
    return h("div", {"class": "effects", "role": "status"}, heading, listed)


def _notes(notes: Sequence[Shown]) -> Node:
    """What is told for the record and needs no decision."""
    if not notes:
        return None
    words = f"{len(notes)} {'notering' if len(notes) == 1 else 'noteringar'} som inte kräver något beslut"
    rows = [h("li", None, _note(one), h("span", {"class": "by"}, one.where)) for one in notes]
    return h("details", {"class": "notes"}, h("summary", None, words), h("ul", {"class": "rows"}, rows))


def _note(one: Shown) -> Node:
    return h("div", None, one.reason, h("span", {"class": "by"}, one.printed) if one.printed else None)


def _doubt(one: Shown, shown: ReviewView, token: str, wrong: str) -> Node:
    name = f"t-{one.key}"
    style = " ".join(part for part in ("doubt", "open" if one.open else "done") if part)
    head = h("h3", {"id": f"{name}-h"}, f"{one.number}. {one.reason}")
    remark = (" · ", messages.flag(one.remark)) if one.remark else None
    about = h("p", {"class": "by"}, f"{one.severity} · {one.where}", remark, _standing(one))
    printed = h("p", {"class": "as"}, one.printed) if one.printed else None
    return h(
        "li",
        {"class": style, "id": name, "tabindex": "-1", "data-doubt": "1", "aria-labelledby": f"{name}-h"},
        head,
        about,
        h("div", {"class": "beside"}, h("div", None, _place(one), printed), _choices(one, shown, token, wrong)),
    )


def _standing(one: Shown) -> Node:
    if one.open or not one.outcome:
        return None
    return (" · ", h("b", {"class": "settled"}, one.outcome), f": {one.why}" if one.why else None)


def _place(one: Shown) -> Node:
    if one.picture:
        words = f"Utsnitt ur rapporten, {one.where}, med raden inramad"
        whole = h("a", {"href": one.page, "target": "_blank"}, "Hela sidan", h("span", {"class": "vh"}, " i ny flik"))
        return (forms.picture(one.picture, words, style="cut"), h("p", {"class": "by"}, whole))
    if one.around:
        return sheets.drawn(one.around)
    return h("p", {"class": "note"}, f"Plats: {one.where}. Den går inte att visa.")


def _choices(one: Shown, shown: ReviewView, token: str, wrong: str) -> Node:
    action = f"{shown.address}/beslut#t-{one.key}"
    doubt = h("input", {"type": "hidden", "name": "tveksamhet", "value": one.key})
    if not one.open and not (one.picked and not one.undoable):
        again = forms.button("Ångra", name="beslut", value="angra", hidden=one.reason)
        return forms.form(action, token, doubt, h("p", None, again)) if one.undoable else None
    if one.asks_name:
        same = forms.button("Ja, samma", name="beslut", value="samma", primary=True, hidden=one.reason)
        own = forms.button("Nej, en egen", name="beslut", value="egen", hidden=one.reason)
        note = h("p", {"class": "note"}, "Svaret gäller alla rapporter, de som är inlästa och de som kommer.")
        return forms.form(action, token, doubt, note, h("p", {"class": "acts"}, same, own))
    why = forms.field("varfor", "Varför (frivilligt)", of=f"f-{one.key}", maxlength="500")
    return h(
        "div", None, _wrong(wrong) if wrong else None, _decision(one, action, token, why), typed(one, shown, token)
    )


def _decision(one: Shown, action: str, token: str, why: Node) -> Node:
    doubt = h("input", {"type": "hidden", "name": "tveksamhet", "value": one.key})
    return forms.form(
        action,
        token,
        doubt,
        h("p", {"class": "rowname"}, one.row) if one.row else None,
        h("div", {"class": "cells"}, [cell_field(cell, one.key) for cell in one.cells]) if one.cells else None,
        why,
        h("p", {"class": "acts"}, _buttons(one)),
    )


def _buttons(one: Shown) -> Node:
    accept = forms.button("Godta som läst", name="beslut", value="godta", primary=True, hidden=one.reason)
    if not one.cells:
        return accept
    correct = forms.button("Rätta", name="beslut", value="ratta", primary=one.picked, hidden=one.row)
    leave = forms.button("Utelämna raden", name="beslut", value="utelamna", hidden=one.row)
    return (correct, " ", leave) if one.picked else (correct, " ", accept, " ", leave)


def _finish(shown: ReviewView, token: str) -> Node:
    away = forms.form(
        f"{shown.address}/ta-bort", token, forms.button("Avbryt rättelsen" if shown.stored else "Ta bort ur väntan")
    )
    if shown.stored and not shown.changed:
        add: Node = h("p", {"class": "note"}, "Inget är rättat än.")
    elif shown.open:
        words = "Rapporten kan läggas in när alla tveksamheter är avgjorda."
        add = h("p", {"class": "note"}, words, " ", h("a", {"href": f"#t-{shown.next_open}"}, "Till nästa"))
    else:
        options = [Option("", "Välj nämnd"), *(Option(board, board) for board in shown.boards)]
        other = forms.field("annan", "Annan nämnd", of="n", note="Fyll i om den inte finns i listan.", maxlength="100")
        board = (forms.choice("namnd", "Nämnd", options, "", of="n"), other) if shown.needs_board else None
        button = forms.button("Spara rättelserna" if shown.stored else "Lägg in rapporten", primary=True)
        add = forms.form(f"{shown.address}/lagg-in", token, h("div", {"class": "stackf"}, board, button))
    return h(
        "section",
        {"aria-labelledby": "h-klar"},
        h("div", {"class": "head"}, h("h2", {"id": "h-klar"}, "Spara" if shown.stored else "Lägg in")),
        h("div", {"class": "finish"}, add, away),
    )
