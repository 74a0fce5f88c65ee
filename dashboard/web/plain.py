"""Pages that the server writes whole, without Dash: the same document around them, and no script but their own."""

from collections.abc import Callable, Sequence
from pathlib import Path

from flask import Response, make_response

from dashboard.ui import ids, shell
from dashboard.ui.markup import Node, h, html


class Plain:
    """Writes such pages; `asset` gives the address of a file in the assets folder, `menu` the menu of all pages.

    `told` writes what the head says of a page: its heading, its first sentence, its address.
    """

    def __init__(
        self,
        folder: Path,
        asset: Callable[[str], str],
        menu: Sequence[shell.MenuItem],
        told: Callable[[str, str, str], str],
    ) -> None:
        self._asset, self._menu, self._told = asset, menu, told
        self._sheets = sorted(sheet.name for sheet in folder.glob("*.css"))

    def page(
        self,
        path: str,
        heading: str,
        body: Node,
        *,
        status: int = 200,
        scripts: Sequence[str] = (),
        said: str = "",
        address: str = "",
    ) -> Response:
        """The answer with the page; nobody keeps a copy of it. `said` and `address` are for links to it."""
        sheets = "".join(f'<link rel="stylesheet" href="{self._asset(name)}">' for name in self._sheets)
        head = (
            '<meta charset="UTF-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
            f"{self._told(heading, said or shell.DESCRIPTION, address)}"
            f'<link rel="icon" type="image/svg+xml" '
            f'href="{self._asset("icon.svg")}">{sheets}<script src="{self._asset("theme.js")}"></script>'
            f'<script defer src="{self._asset("reach.js")}"></script>'
            f'<script defer src="{self._asset("help.js")}"></script>'
            f'<script defer src="{self._asset("paper.js")}"></script>'
        )
        inside = html(
            h("main", {"class": "wrap", "id": ids.SCREEN, "tabindex": "-1"}, h("div", {"class": "page"}, body))
        )
        entry = f'<div id="react-entry-point">{inside}</div>'
        written = "".join(f'<script src="{self._asset(name)}"></script>' for name in scripts)
        answer = make_response(shell.document(self._menu, path, head=head, entry=entry, scripts=written), status)
        return not_kept(answer)

    def part(self, node: Node) -> Response:
        """A part of such a page, for its script to put in place."""
        return not_kept(make_response(html(node)))


def not_kept(answer: Response) -> Response:
    answer.headers["Cache-Control"] = "no-store"
    return answer
