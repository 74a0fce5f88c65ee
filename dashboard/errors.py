"""Errors shown to people; every other exception is a bug and keeps its traceback."""


class UserError(Exception):
    """Something a person can mend: `message` says what is wrong, `remedy` what to do, both in Swedish."""

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(" ".join(part for part in (message, remedy) if part))
        self.message = message
        self.remedy = remedy


class UnreadableDocument(UserError):  # noqa: N818 - says what the document is
    """The file is not a report that Måltavlan can read; nothing of it was kept."""


class StoreError(UserError):
    """The store can't be opened or written; what was stored is as before."""


class CatalogueError(UserError):
    """A file in data/catalogue is wrong: names the file and the entry."""


class SettingsError(UserError):
    """A setting in the environment has a value that can't be used."""
