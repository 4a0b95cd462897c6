"""What is done with the verdicts of reviewers, one undoable step each. None changes the value it is about."""

from dataclasses import replace

from citeria_core.errors import KnownError
from citeria_core.verdict import BadVerdictError, Ruling, Side, Verdict, check, judged
from citeria_db.changes import Changes
from citeria_db.operations import where
from citeria_db.store import Project


class FourEyesError(KnownError):
    """Whoever entered a value would accept it."""

    code = "four_eyes"
    template = (
        "{reviewer} entered this value, and so does not accept it too: four eyes see more than two."
        " Let somebody else judge it, or give the reason why it must be so."
    )


class AnsweredError(KnownError):
    """A reviewer would ask again what was answered."""

    code = "already_answered"
    template = (
        "{reviewer} asked this of the same value on {given}, and was answered: “{answer}”."
        " Nothing was written. Give the reason why it is asked again."
    )


def give_verdict(
    project: Project,
    observation: str,
    ruling: Ruling,
    reviewer: str,
    given: str,
    comment: str = "",
    proposed: str = "",
    wrong: Side = Side.UNSAID,
) -> Changes:
    """Keep what `reviewer` holds of an observation as it stands now, given on an ISO date.

    What the same reviewer held of the same value before and nobody answered is replaced. A step with a reason
    (`Project.because`) may accept one's own value, and ask again what was answered.
    Raises `BadVerdictError`, `FourEyesError`, `AnsweredError`, `UnknownObservationError`.
    """
    held = project.observations.get(observation)
    words = (reviewer.strip(), given.strip(), judged(held), comment.strip(), proposed.strip())
    verdict = Verdict("", held.id, ruling, *words, wrong)
    check(verdict)
    before = _before(project, verdict)
    if not project.reason:
        if ruling is Ruling.ACCEPT and verdict.reviewer.casefold() == held.author.casefold():
            raise FourEyesError(reviewer=verdict.reviewer)
        if before is not None and before.answer and before.ruling is ruling is not Ruling.ACCEPT:
            raise AnsweredError(reviewer=verdict.reviewer, given=before.given, answer=before.answer)
    with project.transact(_label(verdict, where(project, held))) as writing:
        if before is not None and not before.answer:
            project.verdicts.change(replace(verdict, id=before.id))
        else:
            project.verdicts.add(verdict)
    return writing.changes


def answer_verdict(project: Project, verdict: str, answer: str, answered_by: str = "") -> Changes:
    """Say what was answered to a verdict (an empty answer takes it back), by whoever writes unless another is named.

    Raises `UnknownVerdictError`; `BadVerdictError` for one that accepts.
    """
    held = project.verdicts.get(verdict)
    if held.ruling is Ruling.ACCEPT:
        raise BadVerdictError(problem=f"{held.reviewer} accepted this value: there is nothing to answer.")
    said = answer.strip()
    about = where(project, project.observations.get(held.observation))
    with project.transact(f"{'Answer' if said else 'Take back the answer'} to {held.reviewer} on {about}") as writing:
        by = (answered_by.strip() or project.author) if said else ""
        project.verdicts.change(replace(held, answer=said, answered_by=by))
    return writing.changes


def withdraw_verdict(project: Project, verdict: str) -> Changes:
    """Take a verdict away; history keeps it, and undo brings it back. Raises `UnknownVerdictError`."""
    held = project.verdicts.get(verdict)
    about = where(project, project.observations.get(held.observation))
    with project.transact(f"Withdraw the verdict of {held.reviewer} on {about}") as writing:
        project.verdicts.remove(held.id)
    return writing.changes


def _label(verdict: Verdict, about: str) -> str:
    return {
        Ruling.ACCEPT: f"Verdict: {verdict.reviewer} accepts {about}",
        Ruling.QUERY: f"Verdict: {verdict.reviewer} asks about {about}",
        Ruling.REJECT: f"Verdict: {verdict.reviewer} rejects {about}",
        Ruling.PROPOSE: f"Verdict: {verdict.reviewer} proposes {verdict.proposed} for {about}",
    }[verdict.ruling]


def _before(project: Project, verdict: Verdict) -> Verdict | None:
    """What the same reviewer held of the same value last."""
    same = (
        one
        for one in reversed(project.verdicts.on((verdict.observation,)))
        if one.judged == verdict.judged and one.reviewer.casefold() == verdict.reviewer.casefold()
    )
    return next(same, None)
