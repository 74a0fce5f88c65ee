"""Settings from the environment, made once and passed down."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from dashboard.errors import SettingsError

_ORIGIN = re.compile(r"https?://(?:\*\.)?[A-Za-z0-9.-]+(?::[0-9]{1,5})?")
ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Settings:
    host: str = "127.0.0.1"
    port: int = 8050
    store: Path = ROOT / "data" / "store"
    catalogue: Path = ROOT / "data" / "catalogue"
    samples: Path = ROOT / "data" / "samples"
    assets: Path = ROOT / "assets"
    debug: bool = False
    threads: int = 8
    keep_snapshots: int = 50
    small_group: int = 5
    workers: int = 0
    reader_seconds: int = 8
    reader_megabytes: int = 500
    import_password_hash: str = field(default="", repr=False)
    secret: str = field(default="", repr=False)
    address: str = ""
    contact: str = ""
    powerpoint_template: Path | None = None
    embed_origins: tuple[str, ...] = ()


def from_environment(environment: Mapping[str, str] = os.environ) -> Settings:
    """Reads MALTAVLAN_HOST, _PORT, _STORE and so on, a setting each; unset ones keep their default.

    _WORKERS says how many files are read at once (0: one less than the processor's cores), _READER_SECONDS and
    _READER_MEGABYTES what one file may cost. _ADDRESS is where readers find the server ('https://…'), for links in
    files that leave it, _EMBED_ORIGINS which sites may show parts of pages, _POWERPOINT_TEMPLATE the municipality's own
    .potx or .pptx.
    _CONTACT is whom a reader turns to who can't use a page ('Kontaktcenter, namn@kommun.se').
    """
    default = Settings()

    def text(name: str, otherwise: str) -> str:
        return environment.get(f"MALTAVLAN_{name}", "").strip() or otherwise

    return Settings(
        host=text("HOST", default.host),
        port=_whole(text("PORT", str(default.port)), "MALTAVLAN_PORT", 0, 65535),
        store=Path(text("STORE", str(default.store))),
        catalogue=Path(text("CATALOGUE", str(default.catalogue))),
        debug=text("DEBUG", "0") == "1",
        threads=_whole(text("THREADS", str(default.threads)), "MALTAVLAN_THREADS", 1, 256),
        keep_snapshots=_whole(
            text("KEEP_SNAPSHOTS", str(default.keep_snapshots)), "MALTAVLAN_KEEP_SNAPSHOTS", 1, 100_000
        ),
        small_group=_whole(text("SMALL_GROUP", str(default.small_group)), "MALTAVLAN_SMALL_GROUP", 0, 1000),
        workers=_whole(text("WORKERS", str(default.workers)), "MALTAVLAN_WORKERS", 0, 256),
        reader_seconds=_whole(text("READER_SECONDS", str(default.reader_seconds)), "MALTAVLAN_READER_SECONDS", 1, 3600),
        reader_megabytes=_whole(
            text("READER_MEGABYTES", str(default.reader_megabytes)), "MALTAVLAN_READER_MEGABYTES", 300, 100_000
        ),
        import_password_hash=text("IMPORT_PASSWORD_HASH", ""),
        secret=text("SECRET", ""),
        address=_address(text("ADDRESS", "")),
        contact=text("CONTACT", ""),
        powerpoint_template=Path(template) if (template := text("POWERPOINT_TEMPLATE", "")) else None,
        embed_origins=_origins(text("EMBED_ORIGINS", "")),
    )


def _address(value: str) -> str:
    if value and not value.startswith(("http://", "https://")):
        raise SettingsError(
            f"Inställningen MALTAVLAN_ADDRESS har värdet ”{value}”.", "Börja med https:// eller http://."
        )
    return value.rstrip("/")


def _origins(value: str) -> tuple[str, ...]:
    """Sites without a path, parted by blanks or commas; they become part of a header, so nothing else may be there."""
    found = tuple(value.replace(",", " ").split())
    wrong = next((one for one in found if not _ORIGIN.fullmatch(one)), None)
    if wrong is not None:
        raise SettingsError(
            f"Inställningen MALTAVLAN_EMBED_ORIGINS har värdet ”{wrong}”.",
            "Skriv webbplatser utan sökväg, till exempel https://intranat.kommunen.se.",
        )
    return found


def _whole(value: str, name: str, least: int, most: int) -> int:
    if value.isascii() and value.isdigit() and least <= int(value) <= most:
        return int(value)
    raise SettingsError(f"Inställningen {name} har värdet ”{value}”.", f"Ange ett heltal mellan {least} och {most}.")
