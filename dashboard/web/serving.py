"""Starting the server from a terminal, in Swedish: samples for an empty store, where it serves, what stops it."""

import logging
import socket
import sys
from pathlib import Path
from typing import NoReturn

import waitress
from dash import Dash

from dashboard import tasks
from dashboard.errors import SettingsError, UserError
from dashboard.settings import Settings
from dashboard.store import snapshots
from dashboard.web import importing
from dashboard.web.entrance import MOST_SENT

# What a page's own questions may be as long as; waitress would take a gigabyte of anybody.
_MOST_ASKED = 1 << 20


def fill_if_empty(settings: Settings) -> None:
    """Reads the sample reports into a store that has nothing, with a line per report; else does nothing."""
    if snapshots.current(settings.store):
        return
    _say("Datalagret är tomt. Exempelrapporterna läses in.")
    try:
        tasks.import_samples(settings, progress=_progress)
    except UserError as error:
        _say(str(error))


def _progress(number: int, total: int, file: Path) -> None:
    _say(f"  {number + 1} av {total}: {file.name}")


def _say(words: str) -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


def refuse(error: UserError) -> NoReturn:
    """One sentence with what to do, and out: a setting or a file of the catalogue is wrong."""
    sys.stderr.write(f"{error}\n")
    sys.exit(2)


def serve(app: Dash, settings: Settings) -> None:
    """Serves until it is stopped: waitress, or with MALTAVLAN_DEBUG=1 Dash's debug server."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s")
    if settings.debug:
        app.run(host=settings.host, port=settings.port, debug=True, dev_tools_disable_version_check=True)
        return
    _see_that_it_is_free(settings)
    _say(f"Måltavlan finns på {_address(settings)} (avsluta med Ctrl+C).")
    # waitress would warn of every moment when more readers wait than it has threads.
    logging.getLogger("waitress").setLevel(logging.ERROR)
    try:
        waitress.serve(
            app.server, host=settings.host, port=settings.port, threads=settings.threads, ident=None,
            max_request_body_size=MOST_SENT if importing.is_open(settings) else _MOST_ASKED,
        )  # fmt: skip
    except KeyboardInterrupt:
        _say("Måltavlan är avslutad.")


def _address(settings: Settings) -> str:
    host = "127.0.0.1" if settings.host in {"0.0.0.0", "::", ""} else settings.host  # noqa: S104 -- only compared
    return f"http://{host}:{settings.port}"


def _see_that_it_is_free(settings: Settings) -> None:
    with socket.socket(socket.AF_INET6 if ":" in settings.host else socket.AF_INET) as tried:
        if sys.platform != "win32":
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind((settings.host, settings.port))
        except OSError:
            taken = f"Porten {settings.port} på {settings.host} går inte att använda."
            refuse(SettingsError(taken, "Välj en annan med MALTAVLAN_PORT, till exempel 8051."))
