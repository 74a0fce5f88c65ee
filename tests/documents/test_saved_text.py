"""One report as text, saved by other programs: other line ends, blanks, signs, margins and encodings read the same."""

import re
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dashboard.errors import UnreadableDocument
from dashboard.importing import pipeline
from dashboard.importing.contract import as_json
from tests.documents.printed import catalogue
from tests.generator import SAMPLES

# One sample of each layout.
TABS = (SAMPLES / "vb-2025-medborgarservice.txt").read_text(encoding="utf-8")
LAID_OUT = (SAMPLES / "vb-2025-grupp-och-servicebostader.txt").read_text(encoding="utf-8")
DOUBLE = (SAMPLES / "vp-2026-socialpsykiatri.txt").read_text(encoding="utf-8")
SOURCES = {"tabs": TABS, "laid out": LAID_OUT, "double spaced": DOUBLE}
Change = Callable[[str], str]


def each_line(change: Change) -> Change:
    return lambda text: "\n".join(change(line) for line in text.split("\n"))


def _loud(words: re.Match[str]) -> str:
    return words[0].upper()


SAVED: dict[str, Change] = {
    "Windows": lambda text: text.replace("\n", "\r\n"),
    "twice Windows": lambda text: text.replace("\n", "\r\r\n"),
    "old Mac": lambda text: text.replace("\n", "\r"),
    "separator": lambda text: text.replace("\n", "\u2028"),
    "mark": lambda text: f"\ufeff{text}",
    "end of file": lambda text: f"{text}\n\x1a",
    "parted rings": lambda text: unicodedata.normalize("NFD", text),
    "trimmed": each_line(str.rstrip),
    "margin": each_line(lambda line: f"    {line}" if line.strip() else line),
    "margin of tabs": each_line(lambda line: f"\t{line}"),
    "tail": each_line(lambda line: f"{line} " if line.strip() else line),
    "tails": each_line(lambda line: f"{line}  "),
    "more blank lines": lambda text: text.replace("\n\n", "\n\n\n"),
    "hard blanks": lambda text: re.sub(r"(?<=[a-zåäö]) (?=[a-zåäö])", "\u00a0", text),
    "narrow blanks": lambda text: re.sub(r"(?<=\d) (?=\d{3}\b|%)", "\u202f", text),
    "soft hyphens": lambda text: re.sub(r"(?<=[a-zåäö]{5})(?=[a-zåäö]{5})", "\u00ad", text),
    "without width": lambda text: re.sub(r"(?<=/)(?=\w)", "\u200b", text),
    "hyphens that hold": lambda text: text.replace("-", "\u2011"),
    "ligatures": lambda text: text.replace("fi", "\ufb01").replace("fl", "\ufb02"),
    "percent signs": lambda text: re.sub(r"(?<=\d) %", "%", text),
    "dashes": lambda text: text.replace("—", "–"),
    "loud statuses": lambda text: re.sub(
        r"(Uppfylls (?:helt|delvis|ej)|Inga data)(?= *\n)", lambda m: m[0].upper(), text
    ),
}


def facts(path: Path, content: bytes) -> dict[str, Any]:
    """What was read, without what tells of the file itself, and words as they are compared."""
    path.write_bytes(content)
    found: dict[str, Any] = as_json(pipeline.read(path, catalogue()))
    kinds = ("goals", "indicators", "activities", "feedback")
    return {kind: [_bare(row) for row in found[kind]] for kind in kinds} | {"document": _bare(found["document"])}


def _bare(row: dict[str, Any]) -> dict[str, Any]:
    aside = ("place", "file", "raw", "name_raw", "checksum", "id", "sha256", "imported")
    return {name: value for name, value in row.items() if name not in aside}


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    folder = tmp_path_factory.mktemp("texts")
    return {name: facts(folder / "rapport.txt", text.encode()) for name, text in SOURCES.items()}


@pytest.mark.parametrize("name", SOURCES)
def test_a_text_reads_the_same_whatever_program_saved_it(
    known: dict[str, dict[str, Any]], tmp_path: Path, name: str
) -> None:
    assert known[name]["goals"]
    for saved, change in SAVED.items():
        text = change(SOURCES[name])
        assert text != SOURCES[name] or saved in ("dashes", "percent signs", "loud statuses", "narrow blanks"), saved
        found = facts(tmp_path / "rapport.txt", text.encode())
        # A category without counts and a group's label differ in the blanks at their lines' ends alone.
        aside = {"feedback"} if (name, saved) == ("laid out", "trimmed") else set()
        assert {kind for kind in found if found[kind] != known[name][kind]} <= aside, saved


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman", "cp850", "utf-16"])
def test_an_old_encoding_is_told_by_its_swedish_letters(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "rapport.txt"
    text = re.sub(r"[^\n -~åäöÅÄÖé§]", "", LAID_OUT)  # without the signs that one or other of them lacks
    assert facts(path, text.encode(encoding)) == facts(path, text.encode())


def test_a_text_that_was_encoded_twice_is_read_and_noted(known: dict[str, dict[str, Any]], tmp_path: Path) -> None:
    twice = TABS.encode().decode("latin-1").encode()
    path = tmp_path / "rapport.txt"
    found = facts(path, twice)
    assert found["indicators"] == known["tabs"]["indicators"]
    assert "teckenkodning" in {doubt.kind for doubt in pipeline.read(path, catalogue()).doubts}


def test_letters_that_are_lost_are_told_and_nothing_is_read(tmp_path: Path) -> None:
    path = tmp_path / "rapport.txt"
    path.write_text(re.sub("[åäöÅÄÖ]", "\ufffd", TABS), encoding="utf-8")
    with pytest.raises(UnreadableDocument, match="å, ä och ö har gått förlorade"):
        pipeline.read(path, catalogue())


def test_years_follow_the_report(known: dict[str, dict[str, Any]], tmp_path: Path) -> None:
    later = re.sub(r"(?<!\d)20(\d\d)(?!\d)", lambda year: f"20{int(year[1]) + 1:02}", LAID_OUT)
    found = facts(tmp_path / "rapport.txt", later.encode())
    assert found["document"]["year"] == known["laid out"]["document"]["year"] + 1
    assert [row["outcome"] for row in found["indicators"]] == [
        row["outcome"] for row in known["laid out"]["indicators"]
    ]
    assert {row["period"][-4:] for row in found["indicators"]} == {str(found["document"]["year"])}
