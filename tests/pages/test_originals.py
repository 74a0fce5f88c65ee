"""No address of the server gives out a file as it was imported, or what waits, in whole or in part."""

import io

import pytest
from flask.testing import FlaskClient

from dashboard import reviewing
from dashboard.settings import Settings
from dashboard.store.corrections import Decision
from dashboard.web import create_app
from tests.pages.entrance import SAMPLE, log_in, settled, token
from tests.unit.test_reviewing import decide, report_of, staged


def addresses(client: FlaskClient, names: list[str]) -> list[str]:
    """Every rule of the server with each of these names in each of its places, and paths that guess at files."""
    rules = [rule for rule in client.application.url_map.iter_rules() if "GET" in (rule.methods or ())]
    found = []
    for rule in rules:
        for name in names:
            for key in ("i0", "g0", name):
                values = {one: key if one in ("key", "doubt") else name for one in rule.arguments}
                made = rule.rule
                for one, value in values.items():
                    made = made.replace(f"<path:{one}>", value).replace(f"<{one}>", value)
                found.append(made)
    folders = ("originals", "store/originals", "data/store/originals", "assets/../data/store/originals", "staging")
    endings = ("", ".txt", "/original")
    guessed = [f"/{folder}/{name}{ending}" for folder in folders for name in names for ending in endings]
    return [*dict.fromkeys([*found, *guessed])]


@pytest.mark.parametrize("logged_in", [False, True])
def test_no_address_gives_out_an_imported_file(settings: Settings, logged_in: bool) -> None:
    stored = staged(settings, report_of())
    content = stored.staged.original.read_bytes()
    decide(settings, stored, Decision.ACCEPTED)
    reviewing.accept(settings, stored.staged.id)
    report = stored.report
    waiting = staged(settings, report_of(mark="en annan"))
    client: FlaskClient = create_app(settings).server.test_client()
    if logged_in:
        log_in(client)
    names = [report.document.id, report.document.checksum, waiting.staged.id]
    asked = addresses(client, names)
    assert len(asked) > 40
    for address in asked:
        for more in ("", "?hela=1"):
            answer = client.get(f"{address}{more}", buffered=True)
            assert content != answer.data, address
            assert waiting.staged.original.read_bytes() != answer.data, address


def test_what_stands_on_a_cover_is_nowhere_even_for_who_imports(settings: Settings) -> None:
    client: FlaskClient = create_app(settings).server.test_client()
    log_in(client)
    cover, rest = SAMPLE.read_text(encoding="utf-8").split("\n", 1)
    report = f"{cover}\nHandläggare\nNamn Namnsson\nTelefon: 08-123 45 67\n{rest}"
    files = [(io.BytesIO(report.encode()), "vb-2025.txt")]
    client.post("/importera/filer", data={"csrf": token(client), "fil": files})
    settled(client)
    (waiting,) = reviewing.waiting(settings)
    assert b"Namnsson" in waiting.staged.original.read_bytes()
    for address in addresses(client, [waiting.staged.id, waiting.report.document.checksum]):
        answer = client.get(address, buffered=True)
        for word in (b"Namnsson", b"123 45 67"):
            assert word not in answer.data, address
