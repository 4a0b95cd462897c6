"""What can be undone and redone, folded from the log of steps: a pure function of it, so it survives any restart.

A step is pushed on the undo stack and empties the redo stack. An undo (a step that `undoes` the top of the undo stack)
moves that entry to the redo stack; a redo (a step that undoes the undo) moves it back.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Entry:
    """A step on a stack: the id of the step to take back next, and the label of the action that people know."""

    step: str
    label: str


@dataclass(slots=True)
class Stacks:
    """The two stacks, newest last, and the last step that they know."""

    undo: list[Entry] = field(default_factory=list)
    redo: list[Entry] = field(default_factory=list)

    def take(self, step: str, label: str, undoes: str | None) -> None:
        """Let the next step of the log happen."""
        if undoes is not None and self.undo and self.undo[-1].step == undoes:
            self.redo.append(Entry(step, self.undo.pop().label))
        elif undoes is not None and self.redo and self.redo[-1].step == undoes:
            self.undo.append(Entry(step, self.redo.pop().label))
        else:
            self.undo.append(Entry(step, label))
            self.redo.clear()


def fold(steps: Iterable[tuple[str, str, str | None]]) -> Stacks:
    """Fold the log, as (id, label, undoes) from the oldest to the newest."""
    stacks = Stacks()
    for step, label, undoes in steps:
        stacks.take(step, label, undoes)
    return stacks
