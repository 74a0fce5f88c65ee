"""Writes the template workbook that a person can fill in where a report has no file that can be read."""

from pathlib import Path

from dashboard.errors import UserError
from dashboard.importing import xlsx_template

FILE = "maltavlan-mall.xlsx"


class TemplateError(UserError):
    """The template can't be written there; what stood there is as before."""


def write_template(path: Path) -> Path:
    """Writes the template and returns its path; a file that is there already is never written over."""
    target = path / FILE if path.is_dir() else path if path.suffix else path.with_suffix(".xlsx")
    try:
        with target.open("xb") as file:
            file.write(xlsx_template.write())
    except FileExistsError as error:
        raise TemplateError(f"Filen {target} finns redan.", "Välj ett annat namn eller ta bort den först.") from error
    except OSError as error:
        raise TemplateError(
            f"Mallen kan inte skrivas till {target}.", "Kontrollera att mappen finns och får skrivas i."
        ) from error
    return target
