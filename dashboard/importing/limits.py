"""Limits of the processes that look at a file once more, to show a place of it."""


def limit() -> None:
    """A file that turns on its reader gets no further; Windows has no such limits."""
    try:
        import resource  # noqa: PLC0415
    except ImportError:
        return
    limits = ((resource.RLIMIT_AS, 700 << 20), (resource.RLIMIT_CPU, 8), (resource.RLIMIT_FSIZE, 16 << 20))
    for kind, most in limits:
        try:
            resource.setrlimit(kind, (most, most))
        except (ValueError, OSError):
            continue
