"""Files that are no report: one clear sentence with what to do, and never a traceback."""

from pathlib import Path

import pytest

from dashboard.errors import UnreadableDocument
from dashboard.importing import pipeline, readers
from tests.documents.printed import catalogue, tabbed

SOUND = tabbed("Analys\n\nFärgen är röd.\n")


def attempt(path: Path, content: bytes) -> UnreadableDocument:
    path.write_bytes(content)
    with pytest.raises(UnreadableDocument) as raised:
        pipeline.read(path, catalogue())
    return raised.value


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "är tom"),
        (b" \n\t \n", "är tom"),
        (b"%PDF-1.7\n\x00\x01", "PDF"),
        (b"PK\x03\x04aaaa", "Word"),
        (b"Verksamhetsber\x00ttelse 2025", "ingen text"),
        (bytes(range(256)) * 40, "ingen text"),
        ("Recept på våfflor\n\nVispa smör och mjöl.\n".encode(), "inte ut som en rapport"),
        ("Namn\tPoäng\tLag\nA\t1\tB\n".encode(), "inte ut som en rapport"),
        ("Enhetsmål: Gungorna gungar\n\nAnalys\n\nDe gungar.\n".encode(), "säger inte"),
    ],
    ids=["empty", "blank", "pdf", "zip", "nul", "binary", "foreign", "foreign table", "no year"],
)
def test_what_is_no_report_is_refused_in_one_sentence(tmp_path: Path, content: bytes, words: str) -> None:
    error = attempt(tmp_path / "fil.txt", content)
    assert words in error.message
    assert "fil.txt" in error.message
    assert error.message.endswith(".")
    assert error.remedy.endswith(".")


def test_a_missing_or_too_large_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UnreadableDocument, match="kan inte öppnas"):
        pipeline.read(tmp_path / "finns-inte.txt", catalogue())
    monkeypatch.setattr(readers, "LARGEST", 10)
    assert "för stor" in attempt(tmp_path / "fil.txt", SOUND.encode()).message


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings_that_tell_themselves_leave_no_doubt(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "fil.txt"
    path.write_text(SOUND, encoding=encoding)
    report = pipeline.read(path, catalogue())
    assert report.goals[1].title == "Leken är nära"
    assert not report.doubts


def test_an_encoding_that_had_to_be_guessed_is_noted(tmp_path: Path) -> None:
    path = tmp_path / "fil.txt"
    path.write_text(SOUND, encoding="cp1252", errors="replace")
    report = pipeline.read(path, catalogue())
    assert report.goals[1].title == "Leken är nära"
    assert [doubt.kind for doubt in report.doubts if doubt.kind == "teckenkodning"] == ["teckenkodning"]


def test_windows_line_ends_keep_the_lines_numbers(tmp_path: Path) -> None:
    path = tmp_path / "fil.txt"
    path.write_bytes(SOUND.replace("\n", "\r\n").encode())
    lines = SOUND.split("\n")
    goals = pipeline.read(path, catalogue()).goals
    assert len(goals) == 4
    assert all(lines[(goal.place.line or 0) - 1].endswith(goal.title) for goal in goals)


def test_the_board_is_the_reports_else_the_catalogues_else_the_chosen_one(tmp_path: Path) -> None:
    path = tmp_path / "fil.txt"
    told = []
    for text in (
        SOUND,
        SOUND.replace("Lekdalens stadsdelsnämnd", "Alla"),
        SOUND.replace("Lekdalens stadsdelsnämnd", "").replace("för lek", "för bad"),
    ):
        path.write_text(text, encoding="utf-8")
        document = pipeline.read(path, catalogue(), board="Vald nämnd", sample=True).document
        told.append((document.board, document.board_source, document.sample))
    assert told == [
        ("Lekdalens stadsdelsnämnd", "rapport", True),
        ("Lekdalens stadsdelsnämnd", "katalog", True),
        ("Vald nämnd", "vald", True),
    ]  # fmt: skip
