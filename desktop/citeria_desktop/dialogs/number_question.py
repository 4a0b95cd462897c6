"""The question a number such as “12,345” raises: which of its two readings is meant. Until then nothing is stored."""

from PySide6.QtWidgets import QWidget

from citeria_core.errors import AmbiguousNumberError
from citeria_desktop.dialogs.small_question import SmallQuestion
from citeria_desktop.models.cell_look import full_number


class NumberQuestion(SmallQuestion):
    """A button for each reading; `answered` tells its locale; Escape leaves the text as it was typed."""

    def __init__(self, error: AmbiguousNumberError, parent: QWidget) -> None:
        given = error.params
        readings = [(str(given[which]), str(given[f"{which}_locale"])) for which in ("first", "second")]
        translate = parent.tr
        super().__init__(
            translate("Which number is meant?"),
            translate("How is “{0}” meant?").format(given["text"]),
            translate("Nothing is stored until you choose. Esc goes back to the text."),
            [
                (full_number(float(number)), translate("It means {0}").format(number), locale)
                for number, locale in readings
            ],
            parent,
        )
