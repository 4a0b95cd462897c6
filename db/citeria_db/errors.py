"""What can go wrong with a project file that a person can mend, in words."""

from collections.abc import Iterable
from typing import ClassVar

from citeria_core.errors import KnownError
from citeria_core.spelling import suggestion


class StorageError(KnownError):
    """The file cannot be used as asked; nothing was changed."""

    code = "storage"
    template = "“{path}” could not be used: {reason}. Nothing was changed. Check the disk, then try again."


class MissingFileError(StorageError):
    """There is no such file."""

    code = "missing_file"
    template = "There is no file “{path}”. Check the name, or make a project with “citeria new”."


class FileExistsAlreadyError(StorageError):
    """A new project may not take the place of a file."""

    code = "file_exists"
    template = "“{path}” exists already and was left as it is. Choose another name."


class ForeignFileError(StorageError):
    """The file is not a Citeria project."""

    code = "foreign_file"
    template = "“{path}” is not a Citeria project: {reason}. It was left as it is. Choose a *.citeria file."


class DamagedFileError(StorageError):
    """The file is a Citeria project whose bytes are damaged."""

    code = "damaged_file"
    template = (
        "“{path}” is damaged ({reason}). It was left as it is. Restore it from a backup or a saved copy,"
        " or recover what can be read with “sqlite3 FILE .recover”."
    )


class NewerFileError(StorageError):
    """A newer Citeria wrote the file."""

    code = "newer_file"
    template = (
        "“{path}” was written by a newer Citeria (file version {found}; this program knows {known})."
        " It was left as it is. Update Citeria to open it."
    )


class OlderReadOnlyError(StorageError):
    """An older file must be brought up to date, and cannot be written."""

    code = "older_read_only"
    template = (
        "“{path}” was written by an older Citeria (file version {found}; this program needs {known})"
        " and cannot be updated in place. Copy it to a folder that can be written, and open the copy."
    )


class OlderUnopenedError(OlderReadOnlyError):
    """An older file must be brought up to date, and was opened to be read only."""

    code = "older_unopened"
    template = (
        "“{path}” was written by an older Citeria (file version {found}; this program needs {known}). Reading alone"
        " does not change a file: open it once in the window, or with a command that writes. A copy as it was is kept."
    )


class LockedError(StorageError):
    """Somebody else has been writing for longer than our patience."""

    code = "locked"
    template = (
        "“{path}” is locked: another program is writing to it. Nothing was changed."
        " Close the other program or wait for it, then try again."
    )


class ReadOnlyError(StorageError):
    """The file or its medium cannot be written."""

    code = "read_only"
    template = (
        "“{path}” can only be read. Nothing was changed. Save a copy to a folder that can be written, and work there."
    )


class UnclosedReadOnlyError(StorageError):
    """The latest steps lie in a side file that a read-only medium does not let us merge."""

    code = "unclosed_read_only"
    template = (
        "“{path}” was not closed properly and lies on a medium that cannot be written,"
        " so its latest steps cannot be read."
        " Copy it together with “{side}” to a folder that can be written, and open the copy."
    )


class DiskFullError(StorageError):
    """No room for the write."""

    code = "disk_full"
    template = "There is no room left on the disk of “{path}”. Nothing was changed. Free some space, then try again."


class UnstorableTextError(KnownError):
    """Text that is not Unicode."""

    code = "unstorable_text"
    template = (
        "The text holds characters that are broken off in the middle ({shown}). Nothing was changed. Type it anew."
    )


class SameFileError(StorageError):
    """A copy may not take the place of its original, nor of a project that is open."""

    code = "same_file"
    template = "The copy cannot be saved as “{path}”: {reason}. Choose another name."


class WorkbookTargetError(StorageError):
    """The place where a workbook was to go cannot take it."""

    code = "workbook_target"
    template = (
        "The workbook cannot be written to “{path}”: {reason}. Nothing was changed."
        " Choose another place, or close the file where it is open."
    )


class StaleError(KnownError):
    """Something else has changed what a step would bring back."""

    code = "stale"
    template = (
        "“{label}” cannot be undone: {what} has been changed since by something that Citeria did not record in order."
        " Nothing was changed. Look at the history of that value and set it by hand."
    )


class UnknownStepError(KnownError):
    """No step has this number."""

    code = "unknown_step"
    template = "There is no step {step} in this project: history goes to step {last}. Look it up with “history”."


class BadMomentError(KnownError):
    """Neither the number of a step nor a time."""

    code = "bad_moment"
    template = (
        "“{text}” is neither the number of a step nor a time."
        " Write 12 (0 is the project as it was made), 2026-11-22 or 2026-11-22T08:36."
    )


class AlreadyUndoneError(KnownError):
    """The effect of the step is gone already."""

    code = "already_undone"
    template = "Step {step}, “{label}”, has been undone already. Nothing was changed."


class LaterStepError(KnownError):
    """A later step builds on the one that was to be reverted."""

    code = "later_step"
    template = (
        "Step {step}, “{label}”, cannot be reverted: step {later}, “{later_label}”, builds on it."
        " Nothing was changed. Revert step {later} first."
    )


class NothingToUndoError(KnownError):
    """The undo stack is empty."""

    code = "nothing_to_undo"
    template = "There is nothing to undo: the project is as it was made."


class NothingToRedoError(NothingToUndoError):
    """The redo stack is empty."""

    code = "nothing_to_redo"
    template = "There is nothing to redo: no step has been undone since the last change."


class UnknownCodeError(KnownError):
    """A code, key or id that the project does not hold. Names the closest ones that it does."""

    code = "unknown_code"
    noun: ClassVar[str] = "entry"
    template = "There is no {noun} “{given}” in this project.{hint}"

    def __init__(self, given: str, known: Iterable[str] = ()) -> None:
        super().__init__(given=given, noun=self.noun, hint=suggestion(given, known) or " Check the spelling.")


class UnknownAreaError(UnknownCodeError):
    """No area has this code."""

    code = "unknown_area"
    noun = "area"


class UnknownIndicatorError(UnknownCodeError):
    """No indicator has this code."""

    code = "unknown_indicator"
    noun = "indicator"


class UnknownSourceError(UnknownCodeError):
    """No source has this key."""

    code = "unknown_source"
    noun = "source"


class UnknownObservationError(UnknownCodeError):
    """No observation has this id."""

    code = "unknown_observation"
    noun = "observation"


class UnknownCitationError(UnknownCodeError):
    """No citation has this id."""

    code = "unknown_citation"
    noun = "citation"


class UnknownVerdictError(UnknownCodeError):
    """No verdict has this id."""

    code = "unknown_verdict"
    noun = "verdict"


class UnknownIndexError(UnknownCodeError):
    """No index has this code."""

    code = "unknown_index"
    noun = "index"


class UnknownNodeError(UnknownCodeError):
    """The index has no such node."""

    code = "unknown_node"
    noun = "node"


class UnknownRankingError(UnknownCodeError):
    """No published ranking has this code."""

    code = "unknown_ranking"
    noun = "published ranking"


class UnknownGroupingError(UnknownCodeError):
    """No grouping has this code."""

    code = "unknown_grouping"
    noun = "grouping"


class UnknownGroupError(UnknownCodeError):
    """The grouping has no such group."""

    code = "unknown_group"
    noun = "group"


class UnknownSnapshotError(UnknownCodeError):
    """There is no snapshot of this name."""

    code = "unknown_snapshot"
    noun = "snapshot"


class UnknownScenarioError(UnknownCodeError):
    """There is no scenario of this name."""

    code = "unknown_scenario"
    noun = "scenario"


class BadNameError(KnownError):
    """A text that cannot name something."""

    code = "bad_name"
    template = "“{given}” cannot be the name of {noun}. Give one line of text, such as Before the review."


class NotRankedError(KnownError):
    """An index whose ranking cannot be computed as it stands."""

    code = "not_ranked"
    template = "{index} has no ranking to keep: {problem} Nothing was changed."


class InUseError(KnownError):
    """Something else in the project refers to it."""

    code = "in_use"
    template = "{noun} “{given}” is in use: {uses}. Nothing was changed. {advice}"


class ParentCycleError(KnownError):
    """An area inside itself."""

    code = "parent_cycle"
    template = "“{area}” cannot lie in “{parent}”, which lies in “{area}” itself. Choose another parent."


class BadCodeError(KnownError):
    """A code that cannot be typed on a command line."""

    code = "bad_code"
    template = "“{given}” cannot be the code of {noun}. Give a short one without spaces, such as wuhan or ai-papers."


class BadColourError(KnownError):
    """A colour in another form."""

    code = "bad_colour"
    template = "“{given}” is no colour. Write it as #RRGGBB, such as #2A6FDB, or leave it out."


class OrderError(KnownError):
    """An order that leaves something out or names it twice."""

    code = "bad_order"
    template = "The order names “{given}” {problem}. Name each of them once."


class DuplicateCodeError(KnownError):
    """A code or key that is taken."""

    code = "duplicate_code"
    template = "There is already {noun} “{given}” in this project. Choose another name for the new one."


class NotFiniteError(KnownError):
    """NaN or an infinity where a number belongs."""

    code = "not_finite"
    template = (
        "The {what} of {where} is not a number that can be kept ({value})."
        " Give a finite number, or say why it is missing."
    )


class NoteNowhereError(KnownError):
    """A note about nothing, or about a period alone."""

    code = "note_nowhere"
    template = (
        "A note has to be about something: an area, an indicator, both (with or without a period), an indicator in a"
        " period, an observation or a source. Name it."
    )


class EmptyObservationError(KnownError):
    """An observation that says nothing."""

    code = "empty_observation"
    template = (
        "The observation of {indicator} for {area} holds no value."
        " Give a number, a text, or the reason why it is missing."
    )


class RangeError(KnownError):
    """A range without its two ends in order."""

    code = "bad_range"
    template = "A range needs its lower and its upper end, in this order ({low} to {high}). Type it as “low–high”."


class BadRangeChoiceError(KnownError):
    """One number cannot be called a range."""

    code = "bad_range_choice"
    template = "“{printed}” is one number, not a range. Type the value anew with both ends, as in “10–20”."


class LongTextError(KnownError):
    """A text that is no value but a document."""

    code = "long_text"
    template = (
        "A value may have at most {most} characters; the text for “{indicator}” has {found}."
        " Put it into a note, or keep it with its source as an archived copy."
    )


class NoValueError(KnownError):
    """The cell has no value in use."""

    code = "no_value"
    template = "{indicator} for {area} in {period} has no value in use, so there is nothing to clear."


class UnreadyPlanError(KnownError):
    """A plan that still holds problems or waits for a decision."""

    code = "unready_plan"
    template = (
        "Nothing was pasted: {problems} of the texts cannot be taken as they are{beyond}."
        " Correct them, say how their numbers are written, or leave them out."
    )


class EmptyPasteError(KnownError):
    """A plan that writes nothing."""

    code = "empty_paste"
    template = "There is nothing to write: the block holds no text that fits into the grid. Nothing was changed."


class BadWeightError(KnownError):
    """A weight below zero or not finite."""

    code = "bad_weight"
    template = "The weight of “{node}” cannot be {weight}. Give zero or a positive number."


class MissingReasonError(KnownError):
    """A reason that only the program may find."""

    code = "missing_reason"
    template = "“{reason}” is found by the program and cannot be set by hand. Choose one of: {choices}."


class HistoryBegunError(KnownError):
    """A base after the first step."""

    code = "history_begun"
    template = (
        "The base of “{path}” cannot be extended: steps have been taken already. Make a new project for a new base."
    )


class StoppedError(KnownError):
    """Somebody stopped a long piece of work while it was under way."""

    code = "stopped"
    template = "Stopped. Nothing was changed."
