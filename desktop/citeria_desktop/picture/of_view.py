"""From a view to pages: in its own colours or in those of another theme, for which it is dressed for a moment."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING

from citeria_desktop.picture.caption import caption
from citeria_desktop.picture.choices import Choices
from citeria_desktop.picture.page import Page
from citeria_desktop.picture.paper import pages
from citeria_desktop.theme import THEMES, Theme

if TYPE_CHECKING:
    from citeria_desktop.session import Session
    from citeria_desktop.views.view import View


@contextmanager
def sheets(view: "View", session: "Session", choices: Choices, own: Theme, on: date) -> Iterator[list[Page]]:
    """The pages of a picture; they can be painted until the end of the `with`, while the view wears the theme.

    `own` is the theme the view wears. A PDF of a given height has as many pages as a long table needs,
    everything else has one.
    """
    theme = THEMES.get(choices.theme, own)
    if theme is not own:
        view.setUpdatesEnabled(False)  # nobody is to see it meanwhile, however long the painting takes
        view.set_theme(theme)
    try:
        picture, words = view.picture(), caption(session, on)
        if choices.format == "pdf" and choices.height is not None:
            yield pages(picture, words, theme, choices.width, choices.height)
        else:
            yield [Page(picture, words, theme, choices.width, choices.height)]
    finally:
        if theme is not own:
            view.set_theme(own)
            view.setUpdatesEnabled(True)
