"""Where in its document something stands, in words."""

from dashboard.model import Place


def where(place: Place) -> str:
    """'sidan 4', 'rad 120', 'bladet Mål, cell B7', 'hela rapporten'."""
    parts = [
        f"bladet {place.sheet}" if place.sheet else "",
        f"cell {place.cell}" if place.cell else "",
        f"sidan {place.page}" if place.page else "",
        f"rad {place.line}" if place.line else "",
    ]
    return ", ".join(part for part in parts if part) or "hela rapporten"
