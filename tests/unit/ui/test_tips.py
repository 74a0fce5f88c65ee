"""Words explain themselves: a button that is described by its explanation, which stands in every document."""

from dashboard.ui import markup, shell, signs, tables, tips
from dashboard.ui.markup import h


def test_a_head_of_the_glossary_is_a_button_described_in_the_document() -> None:
    head = markup.html(tables.table("T", [tables.Column("Årsmål 2025", numeric=True)], []))
    assert '<button type="button" class="tip" aria-describedby="hj-arsmal">Årsmål 2025</button>' in head
    assert 'class="helped"' in head
    document = shell.document([], "/", head="", entry="", scripts="")
    assert document.count('id="hj-arsmal"') == 1


def test_other_heads_stay_words() -> None:
    head = markup.html(tables.table("T", [tables.Column("Enhet")], []))
    assert "button" not in head
    assert "helped" not in head


def test_what_is_drawn_in_a_head_stands_beside_its_words() -> None:
    head = tips.explained(("Start och slut", h("svg")))
    assert markup.html(head).endswith("Start och slut</button><svg></svg>")


def test_a_broken_head_keeps_a_space_where_the_break_is_not_drawn() -> None:
    assert markup.text(tips.explained(("KF:s", h("br"), "årsmål"))) == "KF:s årsmål"
    assert "KF:s <br>årsmål" in markup.html(tips.explained(("KF:s", h("br"), "årsmål")))


def test_each_word_of_the_key_explains_its_sign() -> None:
    key = markup.html(signs.key())
    for name in ("s-helt", "s-delvis", "s-ej", "s-ingen", "beraknad"):
        assert f'aria-describedby="hj-{name}"' in key
