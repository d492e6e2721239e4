"""The API of the people and bodies of the archive."""

from __future__ import annotations

from apiflask import APIBlueprint
from flask import Response
from werkzeug.exceptions import NotFound

from service.addresses import path_to
from service.answers import as_text
from service.answers import make_speakers as make
from service.answers import speakers as answers
from service.archive import archive
from service.parameters import NoParameters, SpeakersParameters
from service.people import counts_of, find_people, known, others_like

v1 = APIBlueprint("speakers", __name__, url_prefix="/v1", tag="Speakers")


@v1.get("/speakers")
@v1.input(SpeakersParameters, location="query", arg_name="parameters")
@v1.output(answers.SpeakerPage)
@v1.doc(responses=[400, 503])
def speakers(parameters: SpeakersParameters) -> Response:
    """Find speakers by what is typed of a name: its words or their beginnings, a short form, another spelling.

    Without q, those who were imported, are quoted by two outlets or more, or are bodies; private people are found by
    their names only.
    """
    found, more = find_people(archive().store(), parameters.q, size=parameters.size, after=parameters.cursor)
    return Response(as_text(make.of_people(found, more=more)), content_type="application/json")


@v1.get("/speakers/<identity:speaker_id>")
@v1.input(NoParameters, location="query", arg_name="parameters")
@v1.output(answers.SpeakerRecord)
@v1.doc(responses=[308, 400, 404, 503])
def speaker(speaker_id: str, parameters: NoParameters) -> Response:
    """One speaker: names with the reasons why they are one, roles, outlets, months.

    An id that was merged, and the key of any of the names, is answered by 308 with the address of the one that stays.
    """
    store = archive().store()
    found = known(store, speaker_id)
    if found is None:
        raise NotFound("There is no speaker with this id.")
    if found.id != speaker_id:
        return Response(status=308, headers={"Location": path_to("/v1/speakers", found.id)})
    answer = make.of_record(found, counts_of(store, speaker_id), others_like(store, found))
    return Response(as_text(answer), content_type="application/json")
