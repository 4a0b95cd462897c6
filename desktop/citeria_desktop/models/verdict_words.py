"""Verdicts in words."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QCoreApplication

from citeria_core.model import Observation
from citeria_core.verdict import Ruling, Side, Verdict
from citeria_desktop.language.phrases import say
from citeria_desktop.models.cell_look import reason_text
from citeria_desktop.models.dossier import told

translate = QCoreApplication.translate

RULINGS: Final[Mapping[Ruling, str]] = MappingProxyType(
    {
        Ruling.ACCEPT: "accepts the value",
        Ruling.QUERY: "asks about it",
        Ruling.REJECT: "rejects the value",
        Ruling.PROPOSE: "proposes another value",
    }
)
SIDES: Final[Mapping[Side, str]] = MappingProxyType(
    {
        Side.UNSAID: "not said",
        Side.OURS: "ours is wrong",
        Side.THEIRS: "theirs is wrong",
        Side.BOTH: "both are wrong",
        Side.NEITHER: "neither is wrong",
        Side.LACKING: "we lack what they have",
    }
)


def headline(verdict: Verdict) -> str:
    """Who holds what."""
    if verdict.ruling is Ruling.PROPOSE:
        return translate("Verdict", "{reviewer} proposes {value}").format(
            reviewer=verdict.reviewer, value=verdict.proposed
        )
    told_so = {
        Ruling.ACCEPT: translate("Verdict", "{reviewer} accepts this value"),
        Ruling.QUERY: translate("Verdict", "{reviewer} asks about this value"),
        Ruling.REJECT: translate("Verdict", "{reviewer} rejects this value"),
    }
    return told_so[verdict.ruling].format(reviewer=verdict.reviewer)


def circumstances(verdict: Verdict, observation: Observation) -> str:
    """The day, of which value, and who is wrong."""
    side = "" if verdict.wrong is Side.UNSAID else say(SIDES[verdict.wrong])
    value = translate("Verdict", "on {value}").format(value=value_words(observation))
    return " · ".join(part for part in (verdict.given, value, side) if part)


def value_words(observation: Observation) -> str:
    """The value of an observation as it is told here, or why there is none."""
    return told(observation) if observation.missing is None else reason_text(observation.missing)
