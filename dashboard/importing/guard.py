"""What the process that reads a stranger's file may not do: reach the network, start programs, write elsewhere.

It holds for Python code, ours and the libraries', on every system. Machine code that a file takes over is held by the
limits on memory, files and time alone.
"""

import os
import sys
from pathlib import Path
from typing import Any

_NEVER = (
    "socket.", "subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork", "os.startfile",
    "os.kill", "pty.spawn", "webbrowser.open", "ftplib.", "smtplib.", "urllib.Request", "winreg.",
)  # fmt: skip
_CHANGES = ("os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.chmod")
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def shut(folder: Path) -> None:
    """From now on, and for good: no network, no other program, and nothing written but in this folder."""
    own = os.path.realpath(folder)

    def refuse(event: str, told: tuple[Any, ...]) -> None:
        if event.startswith(_NEVER):
            raise PermissionError(f"a reader may not use {event}")
        changes = (event == "open" and isinstance(told[2], int) and told[2] & _WRITING) or event in _CHANGES
        paths = told[:2] if event in ("os.rename", "os.link", "os.symlink") else told[:1]
        if changes and not all(_within(path, own) for path in paths):
            raise PermissionError(f"a reader may not change files outside its folder: {event}")

    sys.addaudithook(refuse)


def _within(path: Any, folder: str) -> bool:
    """Whether it is an open file, nothing at all, or a place in the folder."""
    if isinstance(path, int):
        return True
    real = os.path.realpath(os.fsdecode(path))
    return real == os.path.realpath(os.devnull) or real == folder or real.startswith(folder + os.sep)
