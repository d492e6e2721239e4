"""Articles with their quotes written and deleted.

An article's document lists its quotes and is written after them. Whoever replaces it reads that list by the article's
id, which needs no refresh, and deletes the quotes that are no longer in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from indexer.query import StoredArticle
from indexer.store.base import Written
from indexer.store.elastic import bulk
from indexer.store.elastic.bulk import Action, put, send
from indexer.store.elastic.connection.names import IndexSet
from indexer.store.elastic.connection.session import Session
from indexer.store.elastic.lease.write_lock import busy, free_states, write_lock
from indexer.store.elastic.linking import Linking
from indexer.store.elastic.planning import Change, Plan, key, plan, stored_articles, without_repeats
from indexer.store.vectors import Vectors


def replace(session: Session, batch: Sequence[StoredArticle]) -> Written:
    """See ``indexer.store.base.Writer.replace``."""
    with session.connected():
        return combined([_replace(session, part) for part in without_repeats(batch)])


def delete(session: Session, article_ids: Sequence[str]) -> tuple[str, ...]:
    """See ``indexer.store.base.Store.delete``."""
    keys = {article_id: key(article_id) for article_id in article_ids}
    live = session.names.live
    with session.connected():
        for state in free_states(session):
            stored = stored_articles(session, live, keys.values())
            if not stored:
                return ()
            with write_lock(session, state) as lock:
                if lock is None:
                    continue
                gone = {article_key: document.quote_ids for article_key, document in stored.items()}
                linking = Linking(session, lock.renew)
                marks = linking.note_removal([quote_id for ids in gone.values() for quote_id in ids])
                _remove(session, live, gone, lock.renew)
                linking.regroup_after_removal(marks)
                return tuple(article_id for article_id, article_key in keys.items() if article_key in gone)
    raise busy()


def _replace(session: Session, batch: Sequence[StoredArticle]) -> Written:
    vectors = Vectors()
    live = session.names.live
    for state in free_states(session):
        state.refuse_outdated()
        planned = plan(session, live, batch, vectors if state.semantic else None)
        if not planned.changes:
            return Written(unchanged=tuple(planned.unchanged), failed=tuple(planned.failed))
        with write_lock(session, state, planned.begun) as lock:
            if lock is not None:
                linking = Linking(session, lock.renew)
                marks = linking.note_removal(planned.replaced)
                written = carry_out(session, live, planned, lock.renew)
                linking.regroup_after_removal(marks)
                return written
    raise busy()


def carry_out(session: Session, target: IndexSet, planned: Plan, keep_alive: Callable[[], None]) -> Written:
    """Write the changes of a plan; ``keep_alive`` is called between its parts.

    Raises:
        StoreUnavailable: the engine stays busy, or failed on the way.
    """
    errors = send(session, target, _quote_actions(target, planned.changes), keep_alive)
    refused = {_owner(planned.changes, quote_id): reason for quote_id, reason in errors.items()}
    whole = [change for change in planned.changes if change.key not in refused]
    refused |= send(session, target, (put(target.articles, change.key, change.body) for change in whole), keep_alive)
    broken = [change for change in planned.changes if change.key in refused]
    if broken:
        # Half of an article is worse than none; what it was before is gone by now.
        _remove(session, target, {change.key: [*change.added, *change.replaced] for change in broken}, keep_alive)
    done = [change for change in planned.changes if change.key not in refused]
    return Written(
        added=tuple(change.article_id for change in done if change.before is None),
        changed=tuple(change.article_id for change in done if change.before is not None),
        unchanged=tuple(planned.unchanged),
        failed=(*planned.failed, *((change.article_id, refused[change.key]) for change in broken)),
    )


def combined(written: Sequence[Written]) -> Written:
    """The outcome of several parts of a batch, as one."""
    return Written(
        added=tuple(article_id for part in written for article_id in part.added),
        changed=tuple(article_id for part in written for article_id in part.changed),
        unchanged=tuple(article_id for part in written for article_id in part.unchanged),
        failed=tuple(failure for part in written for failure in part.failed),
    )


def _remove(
    session: Session, target: IndexSet, articles: Mapping[str, Iterable[str]], keep_alive: Callable[[], None]
) -> None:
    """Delete quotes, and after them the articles (by their keys) that list them."""
    quote_ids = (quote_id for ids in articles.values() for quote_id in ids)
    send(session, target, (bulk.delete(target.quotes, quote_id) for quote_id in quote_ids), keep_alive)
    send(session, target, (bulk.delete(target.articles, article_key) for article_key in articles), keep_alive)


def _quote_actions(target: IndexSet, changes: Sequence[Change]) -> Iterator[Action]:
    for change in changes:
        for quote_id in change.gone:
            yield bulk.delete(target.quotes, quote_id)
        for quote_id, body in change.quotes.items():
            yield put(target.quotes, quote_id, body)


def _owner(changes: Sequence[Change], quote_id: str) -> str:
    return next(change.key for change in changes if quote_id in change.quotes or quote_id in change.gone)
