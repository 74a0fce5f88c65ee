"""Reports as PDF files, made from facts in the looks that PDFs of this family have."""

from tests.generator import pdf_icons, pdf_tables, words
from tests.generator.facts import Facts, Goal, Section
from tests.generator.pdf_look import Look
from tests.generator.pdf_sheet import BOLD, PLAIN, SLANTED, Sheet

_SIZES = {"inriktningsmål": 4.5, "verksamhetsområdesmål": 3.0, "nämndmål": 1.5, "enhetsmål": 1.0}


def write(facts: Facts, look: Look | None = None) -> bytes:
    """The whole report as the bytes of a PDF; written twice, since a page's footer tells how many there are."""
    look = look or Look()
    pages = _write(facts, look, 9).page
    return _write(facts, look, pages).done()


def _write(facts: Facts, look: Look, pages: int) -> Sheet:
    sheet = Sheet(look, f"{facts.unit}, {facts.title.rsplit(' ', 1)[0]}", pages)
    _cover(sheet, facts)
    if look.contents != "none" and facts.cover != "none":
        _contents(sheet, facts)
    for section in facts.opening:
        _section(sheet, section, facts, 2.5)
    _heading(sheet, words.FOLLOW_UP, 5)
    sheet.paragraph(words.FOLLOW_UP_WORDS)
    for goal in facts.goals:
        _goal(sheet, goal, facts)
    for section in facts.closing:
        _section(sheet, section, facts, 2.5)
    return sheet


def _cover(sheet: Sheet, facts: Facts) -> None:
    if facts.cover == "memo" and facts.board:
        sheet.paragraph("Tjänsteutlåtande")
        sheet.paragraph(f"Till {facts.board}")
    if facts.date:
        sheet.paragraph(facts.date)
    sheet.y += 120
    sheet.paragraph(facts.title, BOLD, 24)
    sheet.paragraph(facts.unit, PLAIN, 18)
    sheet.begin_page()


def _contents(sheet: Sheet, facts: Facts) -> None:
    sheet.paragraph("Innehållsförteckning", BOLD, sheet.look.size + 4, after=8)
    size = sheet.look.size
    for entry, page in words.contents(facts):
        lines = sheet.wrapped(entry, sheet.right - sheet.left - 60, PLAIN, size)
        for line in lines:
            sheet.write(sheet.left, sheet.y + size, line, PLAIN, size)
            sheet.y += size * sheet.look.lead
        base = sheet.y - size * sheet.look.lead + size
        end = sheet.left + sheet.measure(lines[-1], PLAIN, size)
        if sheet.look.contents == "dots":
            dots = int((sheet.right - 30 - end) / sheet.measure(".", PLAIN, size))
            sheet.write(end + 4, base, "." * dots, PLAIN, size)
        sheet.write(sheet.right - sheet.measure(str(page), PLAIN, size), base, str(page), PLAIN, size)
    sheet.begin_page()


def _heading(sheet: Sheet, text: str, larger: float) -> None:
    look = sheet.look
    style = {"bold": BOLD, "large": PLAIN, "slanted": SLANTED}[look.headings]
    larger = 0 if look.flat and look.headings != "large" else larger
    size = look.size + (larger + 3 if look.headings == "large" else larger)
    sheet.need(5 * size)
    sheet.y += 8
    sheet.paragraph(text, style, size, after=3)


def _section(sheet: Sheet, section: Section, facts: Facts, larger: float) -> None:
    _heading(sheet, section.heading, larger)
    for paragraph in section.paragraphs:
        text = " ".join(paragraph.replace("\f", " ").split())
        bullet = text.startswith("- ")
        sheet.paragraph(f"• {text[2:]}" if bullet else text, indent=8 if bullet else 0)
    if section.feedback and facts.feedback:
        pdf_tables.feedback(sheet, facts.feedback, facts.feedback_columns)


def _goal(sheet: Sheet, goal: Goal, facts: Facts) -> None:
    if goal.new_page:
        sheet.begin_page()
    _heading(sheet, words.heading(goal), _SIZES[goal.level])
    if goal.status:
        _status(sheet, goal)
    for section in goal.sections:
        _section(sheet, section, facts, 0.5)
    if goal.indicators:
        pdf_tables.rows(sheet, goal.indicators, facts.indicator_columns)
    if goal.activities:
        pdf_tables.rows(sheet, goal.activities, facts.activity_columns)


def _status(sheet: Sheet, goal: Goal) -> None:
    look, status = sheet.look, goal.status or ""
    told = goal.status_words or words.STATUSES.get(status, "Inga data")
    sheet.need(look.size * 2)
    side = look.size * 0.9
    pdf_icons.draw(sheet.canvas, look, status, (sheet.left, sheet.height - sheet.y - look.size * 1.05), side)
    if not look.bare:
        sheet.write(sheet.left + side + 4, sheet.y + look.size, told, PLAIN, look.size)
    sheet.y += look.size * look.lead + 4
