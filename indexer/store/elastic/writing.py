"""Articles with their quotes into the indices, and out of them.

An article's document lists its quotes and is written after them. Whoever replaces it reads that list (by id,
so that nothing waits for a refresh) and deletes what is no longer in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from elasticsearch import Elasticsearch

from indexer.query import StoredArticle
from indexer.store.base import Written
from indexer.store.elastic.bulk import Action, drop, put, send
from indexer.store.elastic.indices import Shelf
from indexer.store.elastic.lease.write_lock import claimed, crowded, turns
from indexer.store.elastic.linking import Linking
from indexer.store.elastic.planning import Change, Plan, key, known, plan, rounds
from indexer.store.elastic.session import Asking
from indexer.store.vectors import Vectors


def replace(asking: Asking, batch: Sequence[StoredArticle]) -> Written:
    """See ``indexer.store.base.Writer.replace``."""
    with asking.open():
        return joined([_replace(asking, part) for part in rounds(batch)])


def delete(asking: Asking, article_ids: Sequence[str]) -> tuple[str, ...]:
    """See ``indexer.store.base.Store.delete``."""
    keys = {article_id: key(article_id) for article_id in article_ids}
    live = asking.names.live
    with asking.open():
        for now in turns(asking):
            held_articles = known(asking.client, live, keys.values())
            if not held_articles:
                return ()
            with claimed(asking, now) as held:
                if held is None:
                    continue
                gone = {article_key: each.quote_ids for article_key, each in held_articles.items()}
                linking = Linking(asking, held.renew)
                marks = linking.note([quote_id for ids in gone.values() for quote_id in ids])
                remove(asking.client, live, gone, held.renew)
                linking.settle(marks)
                return tuple(article_id for article_id, article_key in keys.items() if article_key in gone)
    raise crowded()


def _replace(asking: Asking, batch: Sequence[StoredArticle]) -> Written:
    made = Vectors()
    live = asking.names.live
    for now in turns(asking):
        now.refuse_outdated()
        planned = plan(asking.client, live, batch, made if now.semantic else None)
        if not planned.changes:
            return Written(unchanged=tuple(planned.unchanged), failed=tuple(planned.failed))
        with claimed(asking, now, planned.begun) as held:
            if held is not None:
                linking = Linking(asking, held.renew)
                marks = linking.note(planned.replaced)
                written = carry_out(asking.client, live, planned, held.renew)
                linking.settle(marks)
                return written
    raise crowded()


def carry_out(client: Elasticsearch, shelf: Shelf, planned: Plan, alive: Callable[[], None]) -> Written:
    """Write a plan; ``alive`` is called between the parts of it.

    Raises:
        StoreUnavailable: the engine stayed busy, or lost something on the way.
    """
    errors = send(client, shelf, _quote_actions(shelf, planned.changes), alive)
    refused = {_owner(planned.changes, quote_id): reason for quote_id, reason in errors.items()}
    whole = [change for change in planned.changes if change.key not in refused]
    refused |= send(client, shelf, (put(shelf.articles, change.key, change.body) for change in whole), alive)
    broken = [change for change in planned.changes if change.key in refused]
    if broken:
        # Half of an article is worse than none; what it was before is gone by now.
        remove(client, shelf, {change.key: [*change.added, *_held(change)] for change in broken}, alive)
    done = [change for change in planned.changes if change.key not in refused]
    return Written(
        added=tuple(change.article_id for change in done if change.known is None),
        changed=tuple(change.article_id for change in done if change.known is not None),
        unchanged=tuple(planned.unchanged),
        failed=(*planned.failed, *((change.article_id, refused[change.key]) for change in broken)),
    )


def remove(
    client: Elasticsearch, shelf: Shelf, articles: Mapping[str, Iterable[str]], alive: Callable[[], None]
) -> None:
    """Delete quotes, and after them the articles (by their keys) that list them."""
    quote_ids = (quote_id for ids in articles.values() for quote_id in ids)
    send(client, shelf, (drop(shelf.quotes, quote_id) for quote_id in quote_ids), alive)
    send(client, shelf, (drop(shelf.articles, article_key) for article_key in articles), alive)


def joined(written: Sequence[Written]) -> Written:
    """What became of several parts of a batch, as one."""
    return Written(
        added=tuple(article_id for part in written for article_id in part.added),
        changed=tuple(article_id for part in written for article_id in part.changed),
        unchanged=tuple(article_id for part in written for article_id in part.unchanged),
        failed=tuple(failure for part in written for failure in part.failed),
    )


def _held(change: Change) -> tuple[str, ...]:
    return change.known.quote_ids if change.known else ()


def _quote_actions(shelf: Shelf, changes: Sequence[Change]) -> Iterator[Action]:
    for change in changes:
        for quote_id in change.gone:
            yield drop(shelf.quotes, quote_id)
        for quote_id, body in change.quotes.items():
            yield put(shelf.quotes, quote_id, body)


def _owner(changes: Sequence[Change], quote_id: str) -> str:
    return next(change.key for change in changes if quote_id in change.quotes or quote_id in change.gone)
