"""Decisions of people made on a store: checked, logged, and carried out on what is stored already."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from indexer.errors import Invalid
from indexer.extract.speakers import speaker_id
from indexer.identity.decisions import Action, Decision, standing, undone
from indexer.identity.people import Person
from indexer.model import Quote
from indexer.query import Hit, StoredArticle
from indexer.store import json_values
from indexer.store.base import Store
from indexer.store.identifying import identify
from indexer.text import word_texts

LONGEST_TEXT = 500
"""Characters of a name, or of a reason."""

MOST_AT_ONCE = 100
"""Ids of one decision."""


@dataclass(frozen=True, slots=True)
class By:
    """Whose decision it is, and why."""

    who: str
    why: str

    def __post_init__(self) -> None:
        for field, text in (("who", self.who), ("reason", self.why)):
            if not text.strip():
                raise Invalid(field, "is needed: every decision is kept with who made it and why")
            if len(text) > LONGEST_TEXT:
                raise Invalid(field, f"has more than {LONGEST_TEXT} characters")


def merge(store: Store, into: str, others: Sequence[str], by: By) -> Decision:
    """Say that speakers are one; the first one's id and name stay.

    Raises:
        Invalid: an id is nobody's, or two of them are one already.
    """
    kept = _speaker(store, into, "into")
    if not 0 < len(others) <= MOST_AT_ONCE:
        raise Invalid("others", f"takes 1 to {MOST_AT_ONCE} ids")
    merged: list[str] = []
    for ident in others:
        other = _speaker(store, ident, "others").id
        if other == kept.id:
            raise Invalid("others", f"has {ident!r}, which is {kept.id!r} already: nobody is merged with themselves")
        merged.append(other)
    about = {"into": kept.id, "others": list(dict.fromkeys(merged))}
    return _decided(store, by, [(Action.MERGE, about)])[0]


def split(store: Store, speaker: str, names: Sequence[str], by: By, articles: Sequence[str] = ()) -> Decision:
    """Say that some of a speaker's names are somebody else's.

    Args:
        names: as printed, or their keys.
        articles: ids of the articles in which they are; none for all.

    Raises:
        Invalid: the id is nobody's, a name is not theirs, an article has none of the names, or all of their names in
            all articles would go.
    """
    whole = _speaker(store, speaker, "id")
    own = {use.key for use in whole.names}
    keys = [name if name in own else speaker_id(name) for name in names]
    for name, key in zip(names, keys, strict=True):
        if key not in own:
            known = ", ".join(sorted(own))
            raise Invalid("names", f"has {name!r}, which is no name of {whole.id!r}; its names are {known}")
    if not keys:
        raise Invalid("names", "is empty: say which names are somebody else's")
    if not articles and own <= set(keys):
        raise Invalid("names", f"are all names of {whole.id!r}: nothing would be left; give articles to split by")
    about: dict[str, Any] = {"speaker": whole.id, "names": sorted(set(keys))}
    for article in articles:
        _named_in(store, article, whole, set(keys))
    if articles:
        about["articles"] = sorted(set(articles))
    return _decided(store, by, [(Action.SPLIT, about)])[0]


def rename(store: Store, speaker: str, name: str, by: By) -> Decision:
    """Give a speaker another preferred name; hits go on showing names as printed.

    Raises:
        Invalid: the id is nobody's, or there is no name in ``name``.
    """
    return _decided(store, by, [(Action.RENAME, {"speaker": _speaker(store, speaker, "id").id, "name": _name(name)})])[
        0
    ]


def know(store: Store, rows: Sequence[Mapping[str, Any]], by: By) -> tuple[Decision, ...]:
    """Import people: each a name, ``aliases``, ``wikidata`` and ``roles`` (``indexer.read_people``)."""
    return _decided(store, by, [(Action.KNOWN, row) for row in rows])


def correct(store: Store, quote: str, name: str | None, by: By, kind: str = "person") -> Decision:
    """Say whose words a quote are: somebody's, or nobody's that can be named.

    Raises:
        Invalid: there is no such quote, or no name in ``name``.
    """
    hit = _quote(store, quote)
    about: dict[str, Any] = {"quote": quote, "article": hit.quote.article_id, "kind": kind}
    about |= {"name": None if name is None else _name(name), "before": _before(store, hit.quote)}
    return _on_quote(store, hit.quote, Action.CORRECT, about, by)


def hide(store: Store, quote: str, by: By) -> Decision:
    """Show a quote no longer.

    Raises:
        Invalid: there is no such quote.
    """
    hit = _quote(store, quote)
    about = {"quote": quote, "article": hit.quote.article_id, "before": _before(store, hit.quote)}
    return _on_quote(store, hit.quote, Action.HIDE, about, by)


def forget(store: Store, ident: str, by: By) -> Decision:
    """Delete an article, or all that is attributed to a speaker, for good: it is not stored again.

    Args:
        ident: of an article, or of a speaker.

    Raises:
        Invalid: it is neither.
    """
    if store.article(ident) is not None:
        made = _decided(store, by, [(Action.FORGET, {"article": ident})], passed=False)[0]
        store.delete([ident])
        store.flush()
        identify(store)
        return made
    person = store.person(ident) or store.person(store.directory().moved(ident) or "")
    if person is None:
        raise Invalid("id", f"{ident!r} is neither an article nor a speaker of this store")
    mentions = [
        [article.id, each.key]
        for article in store.named()
        for each in article.mentions
        if article.meant.get(each.key, (each.key, False))[0] == person.id
    ]
    full = sorted({key for _, key in mentions if "-" in key})
    about = {"names": full, "mentions": [pair for pair in mentions if pair[1] not in full]}
    made = _decided(store, by, [(Action.FORGET, about)], passed=False)[0]
    _store_again(store, dict.fromkeys(article for article, _ in mentions))
    return made


def undo(store: Store, number: int, by: By) -> Decision:
    """Take a decision back. What was forgotten does not come back by itself: index the article again.

    Raises:
        Invalid: there is no such decision, or it was taken back already.
    """
    log = store.decisions()
    one = next((each for each in log if each.number == number), None)
    if one is None:
        raise Invalid("number", f"{number} is no decision of this store; `onrecord speakers log` lists them")
    if number in undone(log):
        raise Invalid("number", f"decision {number} was taken back already")
    made = _decided(store, by, [(Action.UNDO, {"number": number})], passed=False)[0]
    if (before := one.about.get("before")) is not None:
        _restore(store, json_values.quote_from(before))
    identify(store)
    return made


def add_log(store: Store, log: Sequence[Decision]) -> int:
    """Replay the log of another store after this one's, but for what this one has; gives how many decisions were added.

    Raises:
        Invalid: two have one number, one takes back what is not in the log, or has a quote that cannot be read.
    """
    own = store.decisions()
    last = max((each.number for each in own), default=0)
    known = {_content(each): each.number for each in own}
    numbers: dict[int, int] = {}
    moved: list[Decision] = []
    for each in sorted(log, key=lambda one: one.number):
        if each.number in numbers:
            raise Invalid("log", f"has two decisions {each.number}")
        about = dict(each.about)
        if each.action is Action.UNDO:
            if about["number"] not in numbers:
                raise Invalid("log", f"takes back decision {about['number']}, which is not in it")
            about["number"] = numbers[about["number"]]
        _refuse_unreadable(each)
        here = replace(each, number=last + len(moved) + 1, about=about)
        numbers[each.number] = known.get(_content(here), here.number)
        if numbers[each.number] == here.number:
            moved.append(here)
    store.decide(moved)
    _store_again(store, {each.about["article"] for each in moved if "article" in each.about})
    names = {key for each in moved if each.action is Action.FORGET for key in each.about.get("names", ())}
    _store_again(store, [each.id for each in store.named() if names.intersection(one.key for one in each.mentions)])
    return len(moved)


def _content(one: Decision) -> tuple[str, ...]:
    """All of a decision but its number."""
    return one.at, one.who, one.why, one.action.value, json.dumps(one.about, sort_keys=True)


def _refuse_unreadable(one: Decision) -> None:
    """Raise Invalid for a decision on a quote that could not be put back."""
    try:
        if (before := one.about.get("before")) is not None:
            json_values.quote_from(before)
    except (AttributeError, KeyError, TypeError, ValueError):
        raise Invalid("log", f"has a decision {one.number} with a quote that cannot be read") from None


def _decided(
    store: Store, by: By, made: Iterable[tuple[Action, Mapping[str, Any]]], *, passed: bool = True
) -> tuple[Decision, ...]:
    """Log decisions, and find people anew.

    Args:
        passed: False where the caller changes articles before people are found anew.
    """
    last = max((each.number for each in store.decisions()), default=0)
    now = datetime.now(UTC).replace(microsecond=0).isoformat()
    log = tuple(
        Decision(last + place, now, by.who, by.why, action, about) for place, (action, about) in enumerate(made, 1)
    )
    store.decide(log)
    if passed:
        identify(store)
    return log


def _on_quote(store: Store, quote: Quote, action: Action, about: Mapping[str, Any], by: By) -> Decision:
    made = _decided(store, by, [(action, about)], passed=False)[0]
    _store_again(store, [quote.article_id])
    return made


def _store_again(store: Store, articles: Iterable[str]) -> None:
    """Store articles again, so that they follow what was decided, and find people anew."""
    for article_id in list(articles):
        stored = store.article(article_id)
        if stored is not None:
            failed = store.replace([stored]).failed
            if any(ident == article_id for ident, _ in failed):
                store.delete([article_id])
    store.flush()
    identify(store)


def _restore(store: Store, quote: Quote) -> None:
    """Put a quote back as it was before it was corrected or hidden, if its article still prints it."""
    stored = store.article(quote.article_id)
    text = stored.article.text if stored is not None else ""
    if stored is None or any(text[span.start : span.end] != span.text for span in quote.content):
        return
    others = tuple(each for each in stored.quotes if each.id != quote.id)
    store.replace([StoredArticle(stored.article, (*others, quote))])
    store.flush()


def _before(store: Store, quote: Quote) -> dict[str, Any]:
    """The quote as its article had it: of one that was corrected before, as it was before that."""
    for one in reversed(standing(store.decisions())):
        if one.about.get("quote") == quote.id and "before" in one.about:
            return dict(one.about["before"])
    return json_values.quote_value(quote)


def _speaker(store: Store, ident: str, field: str) -> Person:
    found = store.person(ident) or store.person(store.directory().moved(ident) or "")
    if found is None:
        raise Invalid(field, f"has {ident!r}, which is no speaker of this store; `onrecord speakers list` finds them")
    return found


def _quote(store: Store, quote: str) -> Hit:
    hit = store.quote(quote)
    if hit is None:
        _refuse_hidden(store, quote)
        raise Invalid("quote", f"{quote!r} is not in this store: it may have gone with a change of its article")
    return hit


def _refuse_hidden(store: Store, quote: str) -> None:
    for one in standing(store.decisions()):
        if one.action is Action.HIDE and one.about["quote"] == quote:
            raise Invalid("quote", f"{quote!r} was hidden by {one.who}: take decision {one.number} back first")


def _named_in(store: Store, article: str, speaker: Person, keys: set[str]) -> None:
    """Raise Invalid for an article that attributes nothing to a speaker under these names."""
    stored = store.article(article)
    if stored is None:
        raise Invalid("articles", f"has {article!r}, which is no article of this store")
    if not any(quote.speaker.id == speaker.id and quote.speaker.key in keys for quote in stored.quotes):
        raise Invalid("articles", f"has {article!r}, which attributes nothing to {speaker.id!r} under these names")


def _name(name: str) -> str:
    if not word_texts(name):
        raise Invalid("name", "has no word in it")
    if len(name) > LONGEST_TEXT:
        raise Invalid("name", f"has more than {LONGEST_TEXT} characters")
    return " ".join(name.split())
