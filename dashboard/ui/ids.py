"""Every id a callback speaks of; ids within a page's markup are the page's own and start with its name."""

ADDRESS = "adress"
SCREEN = "innehall"
