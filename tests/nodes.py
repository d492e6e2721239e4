"""Real Elasticsearch nodes for tests and measurements: given by address, or fetched and started here.

In tests: ``address()``. By hand, with any Python 3.11 and nothing installed:

    python tests/nodes.py fetch 8 9     fetch and unpack, so that later starts need no network
    python tests/nodes.py start 9       start a node that stays, and print its address
    python tests/nodes.py stop          stop all that were started so

ONRECORD_TEST_ELASTICSEARCH: addresses of running nodes to use instead, parted by commas or spaces.
ONRECORD_NODES: the folder to keep archives and nodes in, instead of ``.nodes`` in the project's.
"""

from __future__ import annotations

import atexit
import contextlib
import fcntl
import os
import re
import shutil
import stat
import sys
import tempfile
from collections.abc import Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import node_process
from node_archive import RELEASES, Missing, Release, java_for, release_for, unpacked
from node_process import Node, answer

__all__ = ["Missing", "Node", "address", "are_given", "fresh", "ready"]

PASSABLE = Path("/var/tmp/onrecord-nodes")
"""Where nodes are kept when the project lies where their user may not pass, such as in root's home."""


def client_major() -> int:
    """The major version of the installed client; the newest server's where none is installed."""
    try:
        return int(version("elasticsearch").split(".")[0])
    except PackageNotFoundError:
        return RELEASES[-1].major


@cache
def address() -> str:
    """The base URL of a running node that fits the installed client; it may hold ``user:password@``.

    That is one of ONRECORD_TEST_ELASTICSEARCH if that is set, else a node that ``start`` left running, else
    one that is started now and stopped when this process ends.

    Raises:
        Missing: there is none, and none can be started here; the text says why.
    """
    if given := _given():
        return _fitting(given)
    release = release_for(client_major())
    kept = _kept(release)
    return kept if kept is not None else fresh(release.major).address


def are_given() -> bool:
    """Whether the addresses of running nodes are given, so that none need be started."""
    return bool(_given())


def _given() -> list[str]:
    return [each for each in re.split(r"[\s,]+", os.environ.get("ONRECORD_TEST_ELASTICSEARCH", "")) if each]


def ready(major: int | None = None) -> None:
    """Make sure that ``fresh`` can start a node, without starting one.

    Raises:
        Missing: it cannot; the text says why.
    """
    release = release_for(major or client_major())
    java_for(release)
    folder = nodes_folder()
    with _alone(folder):
        unpacked(release, folder)


def fresh(major: int | None = None, password: str | None = None) -> Node:
    """A node of its own, started now, and stopped and removed when this process ends.

    Args:
        major: of the server; by default that of the client.
        password: of the user ``elastic``; None for a node without security.

    Raises:
        Missing: as ``address``.
    """
    release = release_for(major or client_major())
    folder = nodes_folder()
    with _alone(folder):
        home = unpacked(release, folder)
        _sweep(folder)
        own = Path(tempfile.mkdtemp(prefix=f"run-{release.version}-", dir=folder))
        own.chmod(0o755)
        (own / "owner").write_text(_identity(os.getpid()) or "")
    atexit.register(node_process.remove, own)
    node = node_process.prepare(release, home, own, password, brief=True)
    node.start()
    return node


def _fitting(addresses: list[str]) -> str:
    """The address whose server a client of this major talks to: of the same major, else of a later one."""
    wanted = client_major()
    found = {}
    for each in (given.rstrip("/") for given in addresses):
        # `GET /` is a module of its own, which a minimal node lacks.
        described = answer(each, "/_nodes/_local?filter_path=nodes.*.version", 10)
        nodes = described.get("nodes") if described else None
        for node in nodes.values() if isinstance(nodes, dict) else ():
            found[each] = int(node["version"].split(".")[0])
    fit = sorted((major, each) for each, major in found.items() if major >= wanted)
    if not fit:
        without_secrets = ", ".join(re.sub(r"//[^@/]*@", "//…@", each) for each in addresses)
        raise Missing(
            f"none of ONRECORD_TEST_ELASTICSEARCH ({without_secrets}) answers as an Elasticsearch {wanted}, which "
            "the installed client needs"
        )
    return fit[0][1]


def nodes_folder() -> Path:
    """The folder that archives and nodes are kept in, made if need be.

    Raises:
        Missing: it cannot be made, or the user that nodes run as may not pass to it.
    """
    given = os.environ.get("ONRECORD_NODES")
    folder = Path(given).resolve() if given else Path(__file__).resolve().parent.parent / ".nodes"
    if not given and not _passable(folder.parent):
        folder = PASSABLE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if folder.stat().st_uid == os.geteuid():
            folder.chmod(0o755)
    except OSError as error:
        raise Missing(f"nodes cannot be kept in {folder} ({error}): set ONRECORD_NODES to a folder of yours") from None
    if folder.is_symlink() or folder.stat().st_uid != os.geteuid() or not _passable(folder):
        raise Missing(f"nodes cannot be kept in {folder}: it is not yours, or closed to the user that they run as")
    return folder


def _passable(folder: Path) -> bool:
    """Whether the user that nodes run as can pass through every folder to this one."""
    if os.geteuid() != 0:
        return True
    return all(each.stat().st_mode & stat.S_IXOTH for each in (folder, *folder.parents))


@contextlib.contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Keeps out other processes that fetch, start or clear away in the same folder."""
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _sweep(folder: Path) -> None:
    """Stop and remove nodes whose process died before it could; and fetches that were cut off."""
    for own in folder.glob("run-*"):
        owner = (own / "owner").read_text() if (own / "owner").is_file() else ""
        if not owner or _identity(int(owner.split()[0])) != owner:
            node_process.remove(own)
    for cut_off in folder.glob("fetch-*"):
        shutil.rmtree(cut_off, ignore_errors=True)


def _identity(process: int) -> str | None:
    """A process by its id and its start, as ids are given out again; None if it does not run."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return None
    return f"{process} {fields[19]}"


def _kept(release: Release) -> str | None:
    written = nodes_folder() / f"kept-{release.version}" / "address"
    kept = written.read_text().strip() if written.is_file() else ""
    return kept if kept and answer(kept, "/_cluster/health") is not None else None


def keep(release: Release) -> str:
    """Start a node that stays until ``drop``, unless one does; gives its address."""
    folder = nodes_folder()
    with _alone(folder):
        kept = _kept(release)
        if kept is not None:
            return kept
        own = folder / f"kept-{release.version}"
        node_process.remove(own)
        home = unpacked(release, folder)
        own.mkdir()
        own.chmod(0o755)
        node = node_process.prepare(release, home, own)
        node.start()
        (own / "address").write_text(node.address)
        return node.address


def drop() -> list[str]:
    """Stop and remove all nodes that ``keep`` started; gives their names."""
    folder = nodes_folder()
    with _alone(folder):
        _sweep(folder)
        kept = sorted(folder.glob("kept-*"))
        for own in kept:
            node_process.remove(own)
    return [own.name for own in kept]


def main(arguments: list[str]) -> int:
    verb, majors = (arguments[0] if arguments else ""), arguments[1:]
    try:
        releases = [release_for(int(major)) for major in majors] or [release_for(client_major())]
        if verb == "fetch":
            folder = nodes_folder()
            for release in releases:
                with _alone(folder):
                    print(unpacked(release, folder))
        elif verb == "start":
            for release in releases:
                print(keep(release))
        elif verb == "stop":
            for name in drop():
                print(f"stopped {name}", file=sys.stderr)
        else:
            print(__doc__, file=sys.stderr)
            return 2
    except ValueError:
        print(__doc__, file=sys.stderr)
        return 2
    except Missing as missing:
        print(missing, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
