"""Reads and writes Swedish numbers, dates, periods, units and lists: the only place that does."""

from dashboard.swedish.dates import date_words, kind_words, parse_date, parse_period, period_words
from dashboard.swedish.reading import Cell, parse_cell, parse_number
from dashboard.swedish.words import (
    amount_words,
    capital,
    fold,
    listed,
    mentions,
    plural,
    slug,
    sort_key,
    spelled,
)
from dashboard.swedish.writing import difference, difference_unit, number, rounded, signed, span

__all__ = [
    "Cell",
    "amount_words",
    "capital",
    "date_words",
    "difference",
    "difference_unit",
    "fold",
    "kind_words",
    "listed",
    "mentions",
    "number",
    "parse_cell",
    "parse_date",
    "parse_number",
    "parse_period",
    "period_words",
    "plural",
    "rounded",
    "signed",
    "slug",
    "sort_key",
    "span",
    "spelled",
]
