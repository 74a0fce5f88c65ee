"""What all tests share: where things are, and a store with the samples."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings

from dashboard import tasks
from dashboard.settings import Settings

ROOT = Path(__file__).resolve().parent.parent

# Two cores share the suite with a browser: a slow example is no fault, so no deadline. The same examples every time,
# so that a change is judged by what it changed; HYPOTHESIS_PROFILE=search looks for new ones.
_QUIET = [HealthCheck.too_slow]
hypothesis_settings.register_profile("suite", deadline=None, suppress_health_check=_QUIET, derandomize=True)
hypothesis_settings.register_profile("search", deadline=None, suppress_health_check=_QUIET, max_examples=500)
hypothesis_settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "suite"))


@pytest.fixture(scope="session")
def sample_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of its own with all sample reports, read once per session."""
    folder = tmp_path_factory.mktemp("samples") / "store"
    tasks.import_samples(Settings(store=folder))
    return folder
