"""A server whose import pages are open, and a client that is inside."""

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from dashboard import passwords
from dashboard.settings import Settings
from dashboard.web import create_app
from tests.pages.entrance import PASSWORD, log_in


@pytest.fixture(scope="session")
def known() -> str:
    return passwords.hashed(PASSWORD)


@pytest.fixture
def settings(tmp_path: Path, known: str) -> Settings:
    return Settings(store=tmp_path / "store", import_password_hash=known)


@pytest.fixture
def client(settings: Settings) -> FlaskClient:
    made: FlaskClient = create_app(settings).server.test_client()
    return made


@pytest.fixture
def inside(client: FlaskClient) -> FlaskClient:
    assert log_in(client).status_code == 303
    return client
