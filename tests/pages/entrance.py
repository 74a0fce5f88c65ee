"""The way in to the import pages for a test's client: the password, the form's token, and waiting for what is read."""

import re
import time

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.conftest import ROOT

PASSWORD = "en lång mening räcker"  # noqa: S105
SAMPLE = ROOT / "data" / "samples" / "vb-2025-ekonomiskt-bistand.txt"


def token(client: FlaskClient, address: str = "/importera") -> str:
    found = re.search(r'name="csrf" value="([0-9a-f]{64})"', client.get(address).text)
    assert found
    return found[1]


def log_in(client: FlaskClient, password: str = PASSWORD, who: str = "Kansliet") -> TestResponse:
    form = {"csrf": token(client), "losenord": password, "vem": who}
    return client.post("/importera/logga-in", data=form)


def post(client: FlaskClient, address: str, **form: str) -> TestResponse:
    return client.post(address, data={"csrf": token(client), **form})


def settled(client: FlaskClient) -> str:
    """The list once nothing is read any more."""
    for _ in range(300):
        text = client.get("/importera/lage").text
        if "data-busy" not in text:
            return text
        time.sleep(0.1)
    raise AssertionError("the reading never ended")
