"""Makes answers from the records of a check, alike for the API, the pages and the command."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from indexer import check
from indexer.check import records
from indexer.check.answer_records import HeadlineParts
from indexer.check.find_reports import LISTED
from indexer.check.senses import describe
from indexer.check.sentences import label
from indexer.compare import Edit, EditKind, Guard, Measures
from indexer.model import Article, Quote
from indexer.printed import Coverage, Near
from service import answers
from service.addresses import path_to
from service.answers import checks, make_quotes


def answer_json(answer: check.Answer) -> dict[str, Any]:
    """An answer as the API sends it: see ``checks.CheckAnswer``."""
    return answers.as_json(of_answer(answer))


def of_answer(answer: check.Answer, most: int = LISTED) -> checks.CheckAnswer:
    """The answer to one text.

    Args:
        most: reports and variants that are listed at most.
    """
    asked = answer.text
    best = answer.best
    return checks.CheckAnswer(
        label=label(answer),
        outcome=answer.outcome,
        verdict=answer.verdict,
        headline=answer.headline,
        headline_parts=_parts(answer.parts),
        evidence=list(answer.evidence),
        dropped=[_place(asked, place) for place in answer.dropped],
        reported=answer.reported,
        probable=answer.probable,
        printed_as=answer.printed_as,
        sense=answer.sense,
        guards=_guards(answer.guards, asked, best.text) if best is not None else [],
        confidence=round(answer.confidence, 4),
        confidence_parts=_evidence(answer.measures),
        text=asked,
        words=answer.words,
        coverage=_coverage(answer.coverage),
        earliest=_earliest(answer.earliest),
        best=_report(best, asked) if best is not None else None,
        word_by_word=_words(best, asked) if best is not None else [],
        printed_parts=[
            checks.PrintedPart(
                asked=_place(asked, part.place),
                report=_report(part.report, asked) if part.report is not None else None,
            )
            for part in answer.printed_parts
        ],
        reports=[_report(report, asked) for report in answer.reports[:most]],
        perhaps_also=[_report(report, asked) for report in answer.perhaps[:most]],
        reports_total=answer.reports_total,
        distinct_texts=answer.distinct_texts,
        stances=_stances(answer.stances),
        variants=[_variant(variant, asked) for variant in answer.variants[:most]],
        attributions=[_attribution(each) for each in answer.attributions],
        quoted_by=[_attribution(each) for each in answer.quoted_by],
        conflict=answer.conflict,
        speaker_agrees=answer.speaker_agrees,
        stock=answer.stock,
        similar_in_meaning=None if answer.similar is None else [_similar(each) for each in answer.similar],
    )


def _parts(parts: HeadlineParts) -> checks.HeadlineParts:
    return checks.HeadlineParts(how=parts.how, who=parts.who, when=parts.when, where=parts.where)


def _words(report: records.Report, asked: str) -> list[checks.WordPiece]:
    return [
        checks.WordPiece(kind=edit.kind, asked=asked[slice(*edit.query)], printed=report.text[slice(*edit.stored)])
        for edit in report.comparison.diff
    ]


def _coverage(coverage: Coverage) -> checks.Searched:
    return checks.Searched(
        articles=coverage.articles,
        quotes=coverage.quotes,
        outlets=coverage.outlets,
        earliest=make_quotes.iso_day(coverage.earliest),
        latest=make_quotes.iso_day(coverage.latest),
        undated=coverage.undated,
        as_of=coverage.generation,
    )


def _report(report: records.Report, asked: str) -> checks.Report:
    quote, article = report.quote, report.article
    places = [(span.start, span.end) for span in quote.content] if quote is not None else []
    return checks.Report(
        quote_id=quote.id if quote is not None else None,
        article=of_article(article),
        speaker=make_quotes.of_attributed(quote.speaker) if quote is not None else None,
        stance=report.stance,
        text=report.text,
        spans=places if report.place is None else [report.place],
        printed_as=report.printed_as,
        said=make_quotes.of_said(quote.said) if quote is not None else None,
        date=_date(report.dated) if report.dated is not None else None,
        competing=[_date(each) for each in report.competing],
        relation=report.comparison.relation,
        score=round(report.comparison.score, 4),
        probable=report.comparison.probable,
        diff=_changes(report.comparison.diff, asked, report.text),
        guards=_guards(report.comparison.guards, asked, report.text),
        sense=records.Sense.ALTERED if report.altered else records.Sense.KEPT,
        text_group=report.text_group,
        links=_links(quote, article),
    )


def _links(quote: Quote | None, article: Article) -> checks.ReportLinks:
    return checks.ReportLinks(
        quote=path_to("/v1/quotes", quote.id) if quote is not None else None,
        article=path_to("/v1/articles", article.id),
        page=path_to("/quotes", quote.id) if quote is not None else path_to("/articles", article.id),
    )


def of_article(article: Article) -> checks.ReportArticle:
    """The article of a report."""
    return checks.ReportArticle(
        id=article.id,
        url=article.url,
        title=article.title,
        outlet=article.outlet,
        published=make_quotes.of_published(article.published),
    )


def _date(dated: records.Dated) -> checks.ReportDate:
    printed = dated.printed
    return checks.ReportDate(
        **{"from": dated.from_.isoformat()},
        to=dated.to.isoformat(),
        precision=dated.precision,
        basis=printed.basis.value if printed is not None else dated.basis.value,
        value=printed.value if printed is not None else None,
        zone=printed.zone if printed is not None else None,
        evidence=dated.evidence,
    )


def _earliest(earliest: records.Earliest | None) -> checks.Earliest | None:
    if earliest is None:
        return None
    first = _first(earliest.report)
    return checks.Earliest(**dict(first), ties=[_first(report) for report in earliest.ties])


def _first(report: records.Report) -> checks.FirstReport:
    assert report.dated is not None
    quote = report.quote
    return checks.FirstReport(
        quote_id=quote.id if quote is not None else None,
        article=of_article(report.article),
        speaker=make_quotes.of_attributed(quote.speaker) if quote is not None else None,
        date=_date(report.dated),
        competing=[_date(each) for each in report.competing],
    )


def _variant(variant: records.Variant, asked: str) -> checks.Variant:
    return checks.Variant(
        text=variant.text,
        relation=variant.relation,
        probable=variant.probable,
        count=variant.count,
        stances=_stances(variant.stances),
        first=make_quotes.iso_day(variant.first),
        diff=_changes(variant.diff, asked, variant.text),
        guards=_guards(variant.guards, asked, variant.text),
        sense=records.Sense.ALTERED if variant.guards else records.Sense.KEPT,
    )


def _stances(stances: records.Stances) -> checks.Stances:
    return checks.Stances(asserted=stances.asserted, denied=stances.denied, asked=stances.asked)


def _attribution(each: records.AttributionCount) -> checks.Attribution:
    return checks.Attribution(
        speaker=each.speaker_id,
        name=each.name,
        kind=each.kind,
        as_printed=list(each.as_printed),
        candidates=list(each.candidates),
        count=each.count,
        texts=each.texts,
        first=make_quotes.iso_day(each.first),
    )


def _changes(diff: Sequence[Edit], asked: str, printed: str) -> list[checks.Change]:
    return [
        checks.Change(
            kind=edit.kind, asked=_place(asked, edit.query), printed=_place(printed, edit.stored), cut=edit.cut
        )
        for edit in diff
        if edit.kind is not EditKind.KEPT
    ]


def _guards(guards: Sequence[Guard], asked: str, printed: str) -> list[checks.Alteration]:
    return [
        checks.Alteration(
            kind=guard.kind,
            words=describe(guard),
            asked=_place(asked, guard.query),
            printed=_place(printed, guard.stored),
        )
        for guard in guards
    ]


def _place(text: str, place: tuple[int, int]) -> checks.Place:
    start, end = place
    return checks.Place(start=start, end=end, text=text[start:end])


def _evidence(measures: Measures | None) -> checks.Evidence | None:
    if measures is None:
        return None
    values: dict[str, Any] = {
        name.replace("query_", "asked_").replace("stored_", "printed_"): round(value, 4)
        for name, value in measures._asdict().items()
    }
    return checks.Evidence(**values)


def _similar(near: Near) -> checks.Similar:
    quote, article = near.hit.quote, near.hit.article
    return checks.Similar(
        quote_id=quote.id,
        article=of_article(article),
        speaker=make_quotes.of_attributed(quote.speaker),
        text=quote.text,
        likeness=round(near.likeness, 4),
        links=_links(quote, article),
    )
