"""Files that outlive a power cut: written, synced and swapped into place whole."""

import os
import time
from pathlib import Path


def write_synced(path: Path, content: bytes) -> None:
    """Writes the file, and returns when it is on the disk."""
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def swap(new: Path, old: Path) -> None:
    """Puts the new file in the old one's place; Windows refuses for the instant that a reader holds it open."""
    for pause in (0.01, 0.05, 0.25, 1.0):
        try:
            new.replace(old)
            return
        except PermissionError:
            time.sleep(pause)
    new.replace(old)


def sync_folder(path: Path) -> None:
    """Makes new names in the folder last a power cut; Windows knows no such call."""
    if os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
