"""Prints reports from facts, in the layouts of text, so that a reader can be held against what it should find."""

from pathlib import Path

from tests.generator import aligned, laid_out, tabs
from tests.generator.facts import Facts, Layout, load, without_page_ends

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = ROOT / "tests" / "documents" / "samples"
SAMPLES = ROOT / "data" / "samples"

__all__ = ["GOLDEN", "SAMPLES", "Facts", "Layout", "load", "printed", "samples", "without_page_ends"]


def printed(facts: Facts) -> str:
    """The report's text in the layout of its facts."""
    writers = {Layout.TABS: tabs.write, Layout.ALIGNED: aligned.write}
    return writers.get(facts.layout, laid_out.write)(facts)


def samples() -> dict[str, str]:
    """Each sample report's file name and text."""
    return {f"{path.stem}.txt": printed(load(path)) for path in sorted(GOLDEN.glob("*.json"))}
