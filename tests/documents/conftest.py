"""Small documents of our own writing, each with one fault that real reports have."""

from pathlib import Path

import pytest

from dashboard.importing import pipeline
from dashboard.model import Report
from tests.documents.printed import Read, catalogue


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Reads a document given as its text, in a file whose name says nothing."""

    def reading(text: str) -> Report:
        path = tmp_path / "rapport.txt"
        path.write_text(text, encoding="utf-8", newline="")
        return pipeline.read(path, catalogue())

    return reading
