"""An extractor that does to its process whatever the text says, as a parser or a library of C might.

It is a module of its own because worker processes import what they run by name.
"""

from __future__ import annotations

import ctypes
import itertools
import mmap
import os
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from factory import article as stored_article

from indexer.model import Article, Quote

QUOTES = stored_article("any", "“It will hold.”", "“It has always held.”").quotes


KEPT: list[mmap.mmap] = []


class OddError(Exception):
    """Cannot be pickled, and has no words."""

    def __init__(self, left: int, right: int) -> None:
        super().__init__()
        self.both = lambda: left + right

    def __str__(self) -> str:
        raise RuntimeError("no words")


class Panic(BaseException):
    """What a panic in Rust arrives as."""


def loop() -> None:
    while True:
        pass


def announce() -> None:
    Path("begun").touch()
    loop()


def loop_in_c() -> None:
    sum(itertools.repeat(0))


def swallow() -> None:
    for _ in range(2):
        try:
            time.sleep(1_000)
        except BaseException:
            continue
    loop()


def allocate() -> None:
    taken = []
    while True:
        taken.append(bytearray(300_000_000))


def keep() -> tuple[Quote, ...]:
    KEPT.append(mmap.mmap(-1, 300_000_000))
    return QUOTES


def recurse() -> None:
    recurse()


def odd() -> None:
    raise OddError(1, 2)


def panic() -> None:
    raise Panic("index out of bounds")


MISBEHAVIOUR: dict[str, Callable[[], Any]] = {
    "loop": loop,
    "announce": announce,
    "sleep": lambda: time.sleep(1_000),
    "swallow": swallow,
    "loop-in-c": loop_in_c,
    "allocate": allocate,
    "keep": keep,
    "exit": lambda: os._exit(3),
    "succeed": lambda: os._exit(0),
    "segfault": lambda: ctypes.string_at(0),
    "real-time": lambda: os.kill(os.getpid(), signal.SIGRTMIN + 1),
    "kill": lambda: os.kill(os.getpid(), signal.SIGKILL),
    "close": lambda: os.closerange(3, 100),
    "leave": lambda: sys.exit("done"),
    "recurse": recurse,
    "odd": odd,
    "panic": panic,
    "nothing": lambda: None,
    "garbage": lambda: (lambda: None, "no quote"),
}
"""What a text asks for, by its last word."""


def extract(article: Article) -> Any:
    """Two quotes, their ids made of the article's; or what the text says."""
    words = article.text.split()
    if len(words) == 2 and words[0] == "please":
        return MISBEHAVIOUR[words[1]]()
    return quotes(article)


def quotes(article: Article) -> tuple[Quote, ...]:
    return tuple(replace(quote, id=f"{article.id}-{n}", article_id=article.id) for n, quote in enumerate(QUOTES))
