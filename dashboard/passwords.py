"""The import password: its hash for the settings, and whether what someone typed is it."""

import getpass
import sys

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from dashboard.errors import UserError

SHORTEST = 12
_LONGEST = 1000
_HASHER = PasswordHasher()


def asked() -> str:
    """The password as typed twice at the terminal, without echo; one line from stdin where that is no terminal."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    first = getpass.getpass("Lösenord: ")
    if getpass.getpass("Samma en gång till: ") != first:
        raise UserError("De två lösenorden är olika.", "Försök igen.")
    return first


def hashed(password: str) -> str:
    """An argon2id hash with a salt of its own; UserError where the password is too short."""
    if not SHORTEST <= len(password) <= _LONGEST:
        raise UserError(f"Lösenordet ska ha minst {SHORTEST} tecken.", "Välj ett längre.")
    return _HASHER.hash(password)


def is_hash(text: str) -> bool:
    """Whether the text is a hash that `holds` can check."""
    try:
        _HASHER.check_needs_rehash(text)
    except (InvalidHashError, UnicodeError):
        return False
    return True


def holds(password: str, known: str) -> bool:
    """Whether the password is the one whose hash is `known`."""
    try:
        return len(password) <= _LONGEST and _HASHER.verify(known, password)
    except (VerificationError, InvalidHashError, UnicodeError):
        return False
