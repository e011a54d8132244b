"""Ray on one machine with the application on it: ``python -m witan_ray.local``; ends all of it when it ends.

All of it listens on 127.0.0.1. Whoever wants to run code on it needs
the token that it leaves in its folder; whoever wants turns needs the one that WITAN_RAY_TOKEN_FILE names, which is
made where there is none.
"""

from __future__ import annotations

import argparse
import os
import secrets
from collections.abc import Mapping
from pathlib import Path

PACKAGES = Path(__file__).resolve().parent.parent


def make_token(file: Path) -> Path:
    """Makes one for the owner's eyes; leaves one that is there already."""
    if not file.exists():
        beside = file.with_name(file.name + ".new")
        beside.touch(mode=0o600)
        beside.write_text(secrets.token_hex(32), encoding="utf-8")
        beside.rename(file)
    return file


def without_proxy(variables: Mapping[str, str]) -> str:
    """The value of ``no_proxy`` that keeps calls of this machine off a proxy that the variables name."""
    others = variables.get("no_proxy") or variables.get("NO_PROXY")
    return ",".join(filter(None, ("127.0.0.1,localhost", others)))


def main() -> None:
    """Ends with status 1 when Ray has died, so that whoever watches it starts it again."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, required=True, help="its own, with a path of at most 40 characters")
    parser.add_argument("--http-port", type=int, required=True, help="where turns are taken")
    given = parser.parse_args()
    make_token(Path(os.environ["WITAN_RAY_TOKEN_FILE"]))
    given.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if given.folder.stat().st_uid != os.getuid():
        parser.error(f"--folder: {given.folder} belongs to somebody else")
    os.environ |= {
        "RAY_AUTH_MODE": "token",
        "RAY_AUTH_TOKEN_PATH": str(make_token(given.folder / "cluster.token")),
        "RAY_USAGE_STATS_ENABLED": "0",
        # Ray puts the address of the machine in place of 127.0.0.1, unless it takes clusters for impossible here.
        "RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER": "0",
        # A proxy that is not there after 5 seconds is killed otherwise, and with it the start, on a busy machine.
        "RAY_SERVE_PROXY_READY_CHECK_TIMEOUT_S": "60",
        "WITAN_RAY_ALONE": "1",
        "no_proxy": without_proxy(os.environ),
        "PYTHONPATH": str(PACKAGES),
    }
    # Ray reads these when it is loaded.
    from witan_ray.node import run  # noqa: PLC0415

    run(given.folder, given.http_port)


if __name__ == "__main__":
    main()
