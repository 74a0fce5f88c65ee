"""What readers do: walk by keyboard, go back, mail a link, print, and never see each other's choices."""

from collections.abc import Callable

from tests.browser.visit import Visit

Open = Callable[..., Visit]


def test_the_skip_link_comes_first_and_leads_to_the_content(visit: Open) -> None:
    seen = visit("/")
    seen.page.keyboard.press("Tab")
    assert seen.page.evaluate("document.activeElement.textContent").startswith("Hoppa till")
    seen.page.keyboard.press("Enter")
    seen.page.keyboard.press("Tab")
    assert seen.page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_the_keyboard_reaches_everything_and_focus_is_seen(visit: Open) -> None:
    seen = visit("/")
    reachable = seen.page.eval_on_selector_all(
        "a[href], button, select, summary, input",
        "all => all.filter(e => !e.disabled && e.tabIndex >= 0 && e.getClientRects().length).length",
    )
    reached = set()
    for _ in range(reachable + 5):
        seen.page.keyboard.press("Tab")
        where, outline = seen.page.evaluate(
            """() => { const e = document.activeElement, s = getComputedStyle(e), r = e.getBoundingClientRect();
               return [`${e.tagName} ${e.outerHTML.slice(0, 200)} ${r.x} ${r.y + scrollY}`,
                       e === document.body ? 'body' : s.outlineStyle] }"""
        )
        if outline == "body":
            break
        assert outline not in {"none", ""}, f"focus can't be seen on {where}"
        reached.add(where)
    assert len(reached) >= reachable


def test_signs_and_bars_are_drawn_in_the_colours_that_the_reader_forces(visit: Open) -> None:
    """Whatever theme is chosen: the light one's own ink would be black on a black ground."""
    seen = visit("/")
    seen.page.locator("#tema").select_option("light")
    seen.page.emulate_media(color_scheme="dark", forced_colors="active")
    ink, ground = seen.page.evaluate(
        """() => [getComputedStyle(document.querySelector('.att .f-ink')).fill,
                  getComputedStyle(document.documentElement).backgroundColor]"""
    )
    assert ink == "rgb(255, 255, 255)"
    assert ground != ink
    words, behind = seen.page.evaluate(
        """() => { const style = getComputedStyle(document.querySelector('.seg [aria-current]'));
           return [style.color, style.backgroundColor] }"""
    )
    assert words != behind, "what is chosen can be read"


def test_choices_keep_out_of_each_others_way_on_a_tablet(visit: Open) -> None:
    for address in ("/", "/mal", "/jamstalldhet"):
        seen = visit(address, width=768)
        spilled = seen.page.eval_on_selector_all(
            ".ctx .pick > *", "all => all.filter(e => e.scrollWidth > e.offsetWidth + 1).map(e => e.innerText)"
        )
        assert spilled == [], address
        seen.page.context.close()


def test_back_returns_to_the_choice_before(visit: Open) -> None:
    seen = visit("/?ar=2025&period=VB")
    before = seen.page.locator("h1").inner_text()
    seen.page.get_by_role("link", name="Jämför").first.click()
    seen.page.wait_for_url("**/jamfor**")
    seen.drawn()
    seen.page.go_back()
    seen.until("h => document.querySelector('main h1')?.innerText === h", before)
    assert "ar=2025" in seen.page.url


def test_choosing_a_year_is_in_the_address_and_the_link_can_be_mailed(visit: Open) -> None:
    seen = visit("/")
    before = seen.page.locator("h1").inner_text()
    years = seen.page.get_by_label("År", exact=True)
    shown = years.input_value()
    chosen = next(
        other for other in years.locator("option").evaluate_all("all => all.map(o => o.value)") if other != shown
    )
    years.select_option(chosen)
    seen.page.wait_for_url(lambda url: "ar=" in url and url != seen.server + "/")
    seen.until("h => document.querySelector('main h1').innerText !== h", before)
    seen.drawn()
    sentence = seen.page.locator("h1").inner_text()
    mailed = visit(seen.page.url.removeprefix(seen.server))
    assert mailed.page.locator("h1").inner_text() == sentence


def test_two_readers_never_see_each_others_choices(visit: Open) -> None:
    one, other = visit("/?ar=2025&period=VB"), visit("/?ar=2023&period=VB")
    first, second = one.page.locator("h1").inner_text(), other.page.locator("h1").inner_text()
    assert first != second
    one.page.reload()
    one.drawn()
    assert one.page.locator("h1").inner_text() == first
    assert other.page.locator("h1").inner_text() == second


def test_print_hides_controls_and_keeps_the_statuses(visit: Open) -> None:
    seen = visit("/")
    seen.page.emulate_media(media="print")
    assert not seen.page.locator("header nav").first.is_visible()
    assert not seen.page.locator("select").first.is_visible()
    assert seen.page.locator("main svg").first.is_visible()
    assert seen.page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_samples_are_marked_as_samples(visit: Open) -> None:
    assert visit("/").page.get_by_text("Exempeldata").first.is_visible()
