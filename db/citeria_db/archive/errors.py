"""What can go wrong with an archived copy that a person can mend, in words."""

from citeria_core.errors import KnownError


class UnreadableCopyError(KnownError):
    """A file that cannot be read to its end."""

    code = "unreadable_copy"
    template = "“{path}” cannot be archived: {reason}. Nothing was changed."


class UnknownKindError(KnownError):
    """A file that no viewer shows."""

    code = "unknown_copy_kind"
    template = (
        "“{path}” cannot be archived: its content is no PDF, HTML page, picture or plain text, whatever its name says."
        " Print it to PDF or save it as a picture, then archive that."
    )


class TooLargeCopyError(KnownError):
    """More bytes than a project should hold."""

    code = "too_large_copy"
    template = (
        "“{path}” has {size:,} bytes; a project holds files of up to {most:,}. Nothing was changed."
        " Link it instead: then its checksum is kept, and the file stays where it is."
    )


class ChangingCopyError(UnreadableCopyError):
    """A file that somebody writes to while it is read."""

    code = "changing_copy"
    template = "“{path}” changed while it was read. Nothing was archived. Wait until it is written, then try again."


class UnknownCopyError(KnownError):
    """A copy that the project does not have."""

    code = "unknown_copy"
    template = "There is no archived copy “{given}”. {hint}"


class SeveralCopiesError(KnownError):
    """A checksum or key that means several copies."""

    code = "several_copies"
    template = "“{given}” means {count} archived copies. Name one by the beginning of its checksum: {known}."


class LostCopyError(KnownError):
    """A copy whose bytes are not there any more, or not those that were put by."""

    code = "lost_copy"
    template = "“{name}” of {source} cannot be opened: {reason}."


class CopyTargetError(KnownError):
    """The place where a copy was to be written cannot take it."""

    code = "copy_target"
    template = "The copy cannot be written to “{path}”: {reason}. Nothing was written. Choose another place."
