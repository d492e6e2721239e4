"""How long people are found for, and in how much memory: python -m bench.identity [NAMES]

The names are made at random, surnames as unevenly spread as in life. Prints processor time for each name, and the
peak memory of the process, the mentions included.
"""

from __future__ import annotations

import argparse
import random
import resource
import time
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate

from indexer.english import GIVEN_NAMES
from indexer.extract.speakers import speaker_id
from indexer.identity.mentions import Mention
from indexer.identity.resolve import resolve
from indexer.model import SpeakerKind

SYLLABLES = [
    "ber",
    "lin",
    "mar",
    "son",
    "ham",
    "ford",
    "wick",
    "ton",
    "del",
    "ros",
    "kov",
    "ski",
    "man",
    "berg",
    "stein",
    "ler",
    "ara",
    "ovi",
    "chen",
    "gar",
    "san",
    "tos",
    "pet",
    "ers",
    "ing",
    "croft",
    "den",
]
SURNAMES = 20_000
ROLES = ((), ("the mayor of Kolvik",), ("a teacher",), ("president of the council",))
OUTLETS = 50
DAYS = 9_000


def mentions(names: int, seed: int = 1) -> Iterator[Mention]:
    """Mentions of so many names, two in three of which occur once."""
    made = random.Random(seed)
    given = sorted(GIVEN_NAMES.names)
    surnames = sorted({"".join(made.choices(SYLLABLES, k=made.choice((2, 2, 3)))) for _ in range(SURNAMES)})
    made.shuffle(surnames)
    weights = list(accumulate(1 / (place + 1) ** 0.7 for place in range(len(surnames))))
    seen = set[str]()
    while len(seen) < names:
        middle = made.choice(("", "", "", made.choice("ABCDEFGH") + ". "))
        (surname,) = made.choices(surnames, cum_weights=weights)
        seen.add(f"{made.choice(given).title()} {middle}{surname.title()}")
    for name in sorted(seen):
        for _ in range(made.choice((1, 1, 3))):
            place = made.randrange(names // 3 + 1)
            words = b"".join(made.randrange(5_000).to_bytes(4) for _ in range(12))
            yield Mention(
                article=f"a{place}",
                key=speaker_id(name),
                name=name,
                kind=SpeakerKind.PERSON,
                quotes=(f"{place}-{name}",),
                roles=made.choice(ROLES),
                outlet=f"outlet {place % OUTLETS}",
                day=date(2000, 1, 1) + timedelta(days=made.randrange(DAYS)),
                words=words,
            )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="?", type=int, default=100_000, help="how many names (%(default)s)")
    names: int = parser.parse_args().names
    every = list(mentions(names))
    start = time.process_time()
    people = resolve(every)
    spent = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{names:,} names, {len(every):,} mentions: {len(people):,} people")
    print(f"{spent:.1f} s, {spent / names * 1000:.2f} ms a name; peak memory {peak:,.0f} MB")


if __name__ == "__main__":
    main()
