"""What processes listen on, as the kernel tells it."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

LISTENS = "0A"
LOOPBACK = "7F"
IPV6_LOOPBACK = "00000000000000000000000001000000"
MAPPED = "0000000000000000FFFF0000"


def listening(process: int) -> list[str]:
    """Addresses of its TCP sockets, in the kernel's hexadecimal form; none when it is gone."""
    with suppress(OSError):
        own = set(descriptors(process))
        return [
            local.partition(":")[0]
            for table in ("tcp", "tcp6")
            for _, local, _, state, *_, inode in rows(process, table)
            if state == LISTENS and f"socket:[{inode}]" in own
        ]
    return []


def is_loopback(address: str) -> bool:
    """Whether this machine alone can reach it."""
    if address.startswith(MAPPED) or len(address) == len("0100007F"):
        return address.endswith(LOOPBACK)
    return address == IPV6_LOOPBACK


def descriptors(process: int) -> Iterator[str]:
    """What it has open, but for what it closes meanwhile."""
    for file in Path(f"/proc/{process}/fd").iterdir():
        with suppress(FileNotFoundError):
            yield str(file.readlink())


def rows(process: int, table: str) -> list[list[str]]:
    lines = Path(f"/proc/{process}/net/{table}").read_text().splitlines()[1:]
    return [[*line.split()[:4], line.split()[9]] for line in lines]
