"""An archive, and what is asked of it: its quotes as other papers might print them, and quotes that it does not hold.

Every right answer is known by construction: each edit is done by code, with a fixed seed, and says which relations it
may leave. Of a tenth of the articles none is stored; in another tenth every other quote of a speaker is taken out,
the article's own text included, so that other sentences of the same speaker on the same topic remain.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from bench.questions import edits
from bench.questions.edits import Edit
from indexer.compare import Relation, Wording, wording
from indexer.compare.judge import FEWEST_WORDS
from indexer.extract import EXTRACTORS
from indexer.model import WORDS, Article, Quote
from indexer.query import StoredArticle

HELD_OUT = 0.1
THINNED = 0.1

VERBATIM = frozenset({Relation.VERBATIM})
PART = frozenset({Relation.PART})
NEAR = frozenset({Relation.CHANGED, Relation.REWORDED, Relation.PART, Relation.LONGER})
ANY = NEAR | VERBATIM
NOTHING: frozenset[Relation] = frozenset()

NOTS = {"not", "never", "no", "cannot"}
HELPERS = {"is", "are", "was", "were", "will", "would", "should", "could", "have", "has", "had", "can", "must", "do"}


@dataclass(frozen=True, slots=True)
class Case:
    """One text that is asked for.

    Args:
        original: the quote that it was made of; of a negative itself.
        relations: those that are right; none where nothing reports it.
        altered: a guard is to trip.
    """

    kind: str
    text: str
    original: Quote
    relations: frozenset[Relation]
    altered: bool = False


@dataclass(frozen=True, slots=True)
class Archive:
    """What is stored, and the quotes that are not: of articles that are not there, and of some that are."""

    stored: tuple[StoredArticle, ...]
    held_out: tuple[Quote, ...]
    thinned_out: tuple[Quote, ...]


def archive(articles: Sequence[Article], seed: int) -> Archive:
    """The articles with their quotes, but for those that are held out."""
    chance = random.Random(seed)
    stored: list[StoredArticle] = []
    held_out: list[Quote] = []
    thinned_out: list[Quote] = []
    for article in articles:
        each = StoredArticle(article, EXTRACTORS["rules"](article))
        draw = chance.random()
        if draw < HELD_OUT:
            held_out += each.quotes
        elif draw < HELD_OUT + THINNED:
            thin, out = _thinned(each)
            stored.append(thin)
            thinned_out += out
        else:
            stored.append(each)
    return Archive(tuple(stored), tuple(held_out), tuple(thinned_out))


def _thinned(stored: StoredArticle) -> tuple[StoredArticle, list[Quote]]:
    """The article without every second quote of each of its speakers, and these quotes."""
    seen: dict[str, int] = {}
    out: list[Quote] = []
    for quote in stored.quotes:
        if quote.speaker.id is not None and quote.inside is None:
            seen[quote.speaker.id] = seen.get(quote.speaker.id, 0) + 1
            if seen[quote.speaker.id] % 2 == 0:
                out.append(quote)
    gone = [(span.start, span.end) for quote in out for span in quote.content]
    kept = tuple(
        quote
        for quote in stored.quotes
        if not any(span.start < end and start < span.end for span in quote.content for start, end in gone)
    )
    text = stored.article.text
    for start, end in gone:
        text = text[:start] + " " * (end - start) + text[end:]
    return StoredArticle(replace(stored.article, text=text), kept), out


# --- Edits that bench.questions.edits does not have ----------------------------------------------------------


def as_printed(words: Sequence[str], others: Sequence[str], chance: random.Random) -> list[str]:
    return list(words)


_CASES: tuple[Callable[[str], str], ...] = (str.upper, str.lower, str.title, str)


def dressed(words: Sequence[str], others: Sequence[str], chance: random.Random) -> list[str]:
    """Other case, other marks, other dashes, other spaces."""
    text = _CASES[chance.randrange(len(_CASES))](" ".join(words))
    marks = chance.choice([("“", "”", "’"), ('"', '"', "'"), ("«", "»", "’"), ("‘", "’", "’"), ("„", "“", "'")])
    for old, new in (("“", marks[0]), ("”", marks[1]), ("’", marks[2]), ("'", marks[2])):
        text = text.replace(old, new)
    dash = chance.choice([" — ", "—", " -- ", " – "])
    for old in (" — ", " – ", " -- ", " - "):
        text = text.replace(old, dash)
    text = f"{marks[0]}{text.strip('“”')}{marks[1]}"
    return [chance.choice(["", "\N{NO-BREAK SPACE}", " "]) + word for word in text.split()]


def explained(words: Sequence[str], others: Sequence[str], chance: random.Random) -> list[str]:
    """An editor's words put in, in square brackets."""
    at = chance.randint(1, len(words) - 1)
    return [*words[:at], chance.choice(["[sic]", "[who is from Ohio]", "[the two parties]"]), *words[at:]]


def part_changed(words: Sequence[str], others: Sequence[str], chance: random.Random) -> list[str] | None:
    """A part of ten words and more in which one word is changed."""
    if len(words) < 16:
        return None
    size = chance.randint(10, max(10, len(words) // 2))
    at = chance.randint(0, len(words) - size)
    return edits.changed(0)(words[at : at + size], others, chance)


def not_lost(words: Sequence[str], others: Sequence[str], chance: random.Random) -> list[str] | None:
    """A "not" that stands neither first nor last is lost."""
    places = [at for at in range(2, len(words) - 2) if _plain(words[at]) in NOTS or _plain(words[at]).endswith("n't")]
    if not places:
        return None
    at = chance.choice(places)
    kept = {"cannot": ["can"], "can't": ["can"], "won't": ["will"], "no": ["some"]}.get(_plain(words[at]), [])
    if not kept and _plain(words[at]).endswith("n't"):
        kept = [_plain(words[at])[:-3]]
    return [*words[:at], *kept, *words[at + 1 :]]


def not_added(words: Sequence[str], others: Sequence[str], chance: random.Random) -> list[str] | None:
    places = [
        at
        for at in range(1, len(words) - 2)
        if _plain(words[at]) in HELPERS and words[at].isalpha() and _plain(words[at + 1]) not in {*NOTS, "to"}
    ]
    return _with(words, chance.choice(places) + 1, ["not"]) if places else None


def digit_changed(words: Sequence[str], others: Sequence[str], chance: random.Random) -> list[str] | None:
    places = [at for at in range(1, len(words) - 1) if any(letter in "123456789" for letter in words[at])]
    if not places:
        return None
    at = chance.choice(places)
    digits = [place for place, letter in enumerate(words[at]) if letter in "123456789"]
    place = chance.choice(digits)
    other = chance.choice([digit for digit in "123456789" if digit != words[at][place]])
    return [*words[:at], words[at][:place] + other + words[at][place + 1 :], *words[at + 1 :]]


def _with(words: Sequence[str], at: int, more: Sequence[str]) -> list[str]:
    return [*words[:at], *more, *words[at:]]


def _plain(word: str) -> str:
    return word.replace("’", "'").strip("“”\"'.,;:!?()").casefold()


Kind = tuple[Edit, frozenset[Relation], bool]

KINDS: dict[str, Kind] = {
    "verbatim": (as_printed, VERBATIM, False),
    "case, marks, dashes": (dressed, VERBATIM, False),
    "contractions": (edits.contractions, VERBATIM, False),
    "brackets": (explained, VERBATIM, False),
    "head … tail": (edits.middle, PART | {Relation.CHANGED}, False),
    "tail cut": (edits.head, PART, False),
    "head cut": (edits.tail, PART, False),
    "fragment": (edits.fragment, PART, False),
    "longer": (edits.longer, frozenset({Relation.LONGER}), False),
    "one word changed": (edits.changed(0), frozenset({Relation.CHANGED, Relation.PART, Relation.LONGER}), False),
    "part, one word changed": (part_changed, NEAR, False),
    "20 % changed": (edits.changed(0.2), NEAR, False),
    "40 % changed": (edits.changed(0.4), NEAR, False),
    "OCR": (edits.ocr, ANY, False),
    "not lost": (not_lost, NEAR, True),
    "not added": (not_added, NEAR, True),
    "digit changed": (digit_changed, NEAR, True),
}
"""Each edit, the relations that it may leave, and whether it alters the sense. What cuts a "not", a number or a name
out of the middle may be called changed, what changes a word at an end a part."""

HELD = "held out"
SAME_SPEAKER = "same speaker, same article"
SPEAKER_KNOWN = "same speaker, other articles"
NEGATIVES = (HELD, SPEAKER_KNOWN, SAME_SPEAKER)


def cases(made: Archive, count: int, seed: int) -> Iterator[Case]:
    """``count`` of each kind, or as many as the archive's quotes of six words and more give."""
    chance = random.Random(seed)
    pool = [quote for each in made.stored if each.article.language == "en" for quote in each.quotes]
    pool = [quote for quote in pool if quote.act in WORDS and _long_enough(quote.text)]
    others = [word for quote in chance.sample(pool, min(2000, len(pool))) for word in quote.text.split()]
    for kind, (edit, relations, altered) in KINDS.items():
        found = 0
        for quote in chance.sample(pool, len(pool)):
            words = edit(quote.text.split(), others, chance)
            if words is None or not _long_enough(" ".join(words)):
                continue
            text = " ".join(words)
            if relations is not VERBATIM and kind != "OCR" and wording(text).texts == wording(quote.text).texts:
                continue
            yield Case(kind, text, quote, relations, altered)
            found += 1
            if found == count:
                break


def negatives(made: Archive, count: int, seed: int) -> Iterator[Case]:
    """``count`` quotes of each kind that no stored article prints, as far as these were not printed twice."""
    chance = random.Random(seed)
    known = {quote.speaker.id for each in made.stored for quote in each.quotes if quote.speaker.id is not None}
    pools: dict[str, list[Quote]] = {
        HELD: [quote for quote in made.held_out if quote.speaker.id not in known],
        SPEAKER_KNOWN: [quote for quote in made.held_out if quote.speaker.id in known],
        SAME_SPEAKER: list(made.thinned_out),
    }
    for kind in NEGATIVES:
        pool = [quote for quote in pools[kind] if _long_enough(quote.text)]
        for quote in chance.sample(pool, min(count, len(pool))):
            yield Case(kind, quote.text, quote, NOTHING)


def words_between(text: str) -> list[str]:
    """The words of a quote as they stand between its marks."""
    return text.strip("“”\"'‘’").split()


def _long_enough(text: str) -> bool:
    return len(wording(text)) >= FEWEST_WORDS


def prints(original: Wording, stored: str) -> bool:
    """Whether another printing has the words of the original, or six of them and more in a row."""
    other = wording(stored)
    if original.texts == other.texts:
        return True
    runs = {tuple(original.texts[at : at + FEWEST_WORDS]) for at in range(len(original) - FEWEST_WORDS + 1)}
    return any(tuple(other.texts[at : at + FEWEST_WORDS]) in runs for at in range(len(other) - FEWEST_WORDS + 1))
