"""Partner: allies with lines of their own, who consent to a joint measure or do not; and Kyiv, who speaks for itself.

Within this phase everyone reads the same state and is heard once; what they do is summed.
"""

from __future__ import annotations

from .act import Joint, Move
from .actor import decide
from .event import because
from .work import Work

Taken = dict[str, list[int]]
"""By actor: the answers it has given in this phase."""


def _consents(work: Work, move: Move, joint: Joint, taken: Taken) -> int:
    """How many partners agree: by the answer of a rule of theirs, else when their line reaches what is asked."""
    agreed = 0
    for index in joint.partners:
        partner = work.scenario.partners[index]
        decision = decide(work, partner.id, "consent", move.id, move.triggers, taken[partner.id])
        consent = decision.consent or (1 if work.cells[partner.line] >= joint.ask else -1)
        work.decisions[-1] = decision._replace(consent=consent)
        agreed += consent > 0
    return agreed


def _conclude(work: Work, move: Move, joint: Joint, taken: Taken) -> None:
    cause = because("partner", move.id)
    if _consents(work, move, joint, taken) >= joint.needs:
        work.put(joint.agreed_cell, work.turn, cause)
        work.apply(joint.agreed, cause)
    else:
        work.put(joint.refused_cell, work.turn, cause)
        work.apply(joint.refused, cause)


def third_parties(work: Work, made: list[Move]) -> None:
    """The joint measure of the turn, then what Kyiv and the partners say to the turn's moves and by themselves."""
    taken: Taken = {actor: [] for actor in work.scenario.actors if actor != work.scenario.main_actor}
    for move in made:
        if move.joint is not None:
            _conclude(work, move, move.joint, taken)
    askable = work.scenario.find.askable
    replying = [(move, askable("reply", move.triggers)) for move in made]
    starting = askable("initiative", ("",))
    for actor, given in taken.items():
        for move, actors in replying:
            if actor in actors:
                decide(work, actor, "reply", move.id, move.triggers, given)
        if actor in starting:
            decide(work, actor, "initiative", "initiative", ("",), given)
    work.close()
