"""Heavy files: each made once however many ask, few at a time, and who comes too late is told so at once."""

import threading
from collections.abc import Callable

import pytest

from dashboard.errors import UserError
from dashboard.web.workshop import BusyError, Workshop

_LONG = 30.0


class Slow:
    """Work that goes on until it is told to end, and counts how often it began."""

    def __init__(self) -> None:
        self.begun, self.end, self.times = threading.Event(), threading.Event(), 0

    def __call__(self) -> bytes:
        self.times += 1
        self.begun.set()
        assert self.end.wait(_LONG)
        return b"made"


def beside(act: Callable[[], object]) -> tuple[threading.Thread, list[object]]:
    told: list[object] = []

    def work() -> None:
        try:
            told.append(act())
        except UserError as error:
            told.append(error)

    thread = threading.Thread(target=work)
    thread.start()
    return thread, told


def test_many_who_ask_for_the_same_get_what_was_made_once() -> None:
    shop, slow = Workshop(1), Slow()
    asked = [beside(lambda: shop.file("a", slow)) for _ in range(6)]
    assert slow.begun.wait(_LONG)
    slow.end.set()
    for thread, _ in asked:
        thread.join(_LONG)
    assert [told for _, told in asked] == [[b"made"]] * 6
    assert slow.times == 1
    assert shop.file("a", slow) == b"made"
    assert slow.times == 1, "what was just made is kept"


def test_few_are_made_at_once_as_many_wait_and_the_rest_is_refused() -> None:
    shop, first, second = Workshop(1), Slow(), Slow()
    one, one_told = beside(lambda: shop.file("a", first))
    assert first.begun.wait(_LONG)
    two, two_told = beside(lambda: shop.file("b", second))
    while shop._waiting._value:
        assert two.is_alive()
    with pytest.raises(BusyError, match="Försök igen"):
        shop.file("c", lambda: b"never")
    assert not second.begun.is_set(), "the second waits for the first"
    second.end.set()
    first.end.set()
    for thread in (one, two):
        thread.join(_LONG)
    assert (one_told, two_told) == ([b"made"], [b"made"])
    assert shop.file("c", lambda: b"now") == b"now"


def test_who_has_waited_long_enough_is_told() -> None:
    shop, slow = Workshop(1, patience=0.01), Slow()
    thread, _ = beside(lambda: shop.file("a", slow))
    assert slow.begun.wait(_LONG)
    with pytest.raises(BusyError):
        shop.file("b", lambda: b"never")
    slow.end.set()
    thread.join(_LONG)


def test_what_could_not_be_made_is_asked_for_anew() -> None:
    shop = Workshop(1)

    def broken() -> bytes:
        raise UserError("Nej.")

    for _ in range(3):
        with pytest.raises(UserError, match="Nej"):
            shop.file("a", broken)
    assert shop.file("a", lambda: b"now") == b"now"


def test_what_is_kept_is_bounded() -> None:
    shop = Workshop(1)
    made: list[str] = []

    def large(name: str) -> Callable[[], bytes]:
        def make() -> bytes:
            made.append(name)
            return bytes(12_000_000)

        return make

    for name in ("a", "b", "c", "a"):
        shop.file(name, large(name))
    assert made == ["a", "b", "c", "a"], "the oldest was let go"
    shop.file("c", large("c"))
    assert made == ["a", "b", "c", "a"]
