"""The process that reads files: `python -m dashboard.importing.worker`, started by `process.py` and by nothing else.

It says `ready`, then takes a request per line on stdin and answers on stdout, a line of JSON each: `page` any number of
times, then one of `report`, `refused` (message and remedy), `memory`, `fault` (a traceback for the log).
"""

import json
import os
import queue
import signal
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

from dashboard import catalogue
from dashboard.errors import UserError
from dashboard.importing import codec, guard, pipeline, progress

_FAULT = 4000
_FILES_OPEN = 64
_LARGEST_FILE = 16 * 1024 * 1024

Answer = Callable[[dict[str, Any]], None]


def main() -> None:
    """Serves requests until stdin ends; the limits are set once the reader's own modules are loaded."""
    answer = _answers()
    requests = _requests()
    seconds, megabytes = int(sys.argv[1]), int(sys.argv[2])
    _limit_room(megabytes)
    guard.shut(Path.cwd())
    answer({"ready": True})
    while True:
        request = json.loads(requests.get())
        _limit_time(seconds)
        _serve(request, answer)


def _serve(request: dict[str, Any], answer: Answer) -> None:
    progress.listen(lambda page, pages: answer({"page": [page, pages]}))
    try:
        known = catalogue.load(Path(request["catalogue"]))
        path = Path(request["path"])
        report, counts = pipeline.read_counted(path, known, board=request["board"], sample=request["sample"])
        answer({"report": codec.encode(report), "counts": counts})
    except UserError as error:
        answer({"refused": [error.message, error.remedy]})
    except MemoryError:
        answer({"memory": True})
    except Exception:  # whatever a file does to its reader, the one who asked gets an answer
        answer({"fault": traceback.format_exc()[-_FAULT:]})


def _answers() -> Answer:
    """Writes answers to what stdout was; what libraries print goes where stderr goes."""
    kept = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)

    def answer(told: dict[str, Any]) -> None:
        kept.write(json.dumps(told, allow_nan=False).encode("ascii") + b"\n")
        kept.flush()

    return answer


def _requests() -> "queue.Queue[bytes]":
    """The lines of stdin; when it ends, whoever asked is gone, and so is this process, whatever it does just then."""
    waiting: queue.Queue[bytes] = queue.Queue()

    def take() -> None:
        for line in sys.stdin.buffer:
            waiting.put(line)
        os._exit(0)

    threading.Thread(target=take, daemon=True).start()
    return waiting


def _limit_room(megabytes: int) -> None:
    """Memory, files and their size; Windows has no such limits, there time alone is limited, from outside."""
    try:
        import resource  # noqa: PLC0415
    except ImportError:
        return
    limits = (
        (resource.RLIMIT_AS, megabytes * 1024 * 1024),
        (resource.RLIMIT_NOFILE, _FILES_OPEN),
        (resource.RLIMIT_FSIZE, _LARGEST_FILE),
        (resource.RLIMIT_CORE, 0),
    )
    for kind, most in limits:
        _set(kind, most, most)


def _limit_time(seconds: int) -> None:
    """Limits the processor time of the next file; the time that a clock shows is limited from outside.

    The timer ends the process to the moment, whatever it does; the other limit counts whole seconds and can't be reset.
    """
    try:
        import resource  # noqa: PLC0415
    except ImportError:
        return
    signal.setitimer(signal.ITIMER_PROF, seconds)
    used = resource.getrusage(resource.RUSAGE_SELF)
    _set(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime + seconds) + 1)


def _set(kind: int, soft: int, hard: int | None = None) -> None:
    import resource  # noqa: PLC0415

    most = resource.getrlimit(kind)[1]
    hard = most if hard is None else hard
    if most != resource.RLIM_INFINITY:
        hard = min(hard, most) if hard != resource.RLIM_INFINITY else most
        soft = min(soft, most)
    try:
        resource.setrlimit(kind, (soft, hard))
    except (ValueError, OSError):
        return  # macOS refuses some of them; time from outside still holds


if __name__ == "__main__":
    main()
