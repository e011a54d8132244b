"""What processes listen on, as the kernel tells it."""

from pathlib import Path

LISTENS = "0A"
LOOPBACK = "7F"
IPV6_LOOPBACK = "00000000000000000000000001000000"
MAPPED = "0000000000000000FFFF0000"


def listening(process: int) -> list[str]:
    """Addresses of its TCP sockets, in the kernel's hexadecimal form."""
    own = {str(file.readlink()) for file in descriptors(process)}
    return [
        local.partition(":")[0]
        for table in ("tcp", "tcp6")
        for _, local, _, state, *_, inode in rows(process, table)
        if state == LISTENS and f"socket:[{inode}]" in own
    ]


def is_loopback(address: str) -> bool:
    """Whether this machine alone can reach it."""
    if address.startswith(MAPPED) or len(address) == len("0100007F"):
        return address.endswith(LOOPBACK)
    return address == IPV6_LOOPBACK


def descriptors(process: int) -> list[Path]:
    return list(Path(f"/proc/{process}/fd").iterdir())


def rows(process: int, table: str) -> list[list[str]]:
    lines = Path(f"/proc/{process}/net/{table}").read_text().splitlines()[1:]
    return [[*line.split()[:4], line.split()[9]] for line in lines]
