"""How far a value is to be trusted, as a score of the pedigree matrix, and how wide that makes its distribution.

Scores go from 1 (best) to 5 (worst) on the five criteria of the pedigree matrix (Weidema & Wesnæs 1996), of which each
has a factor U for each score that widens a lognormal distribution (Frischknecht et al. 2005, ecoinvent): the truth lies
with 95 % between value / U and value · U. What statuses and flags score on the first criterion, reliability, is our
convention, read off the words of the matrix: 2 not verified, 3 partly estimated, 4 and 5 a qualified and an unqualified
estimate.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from citeria_core.model import CellReading, Qualifier, Status
from citeria_core.sdmx import FLAGS

UNCITED: Final = "uncited"
RELIABILITY: Final = "reliability"
PEDIGREE: Final[Mapping[str, tuple[float, ...]]] = MappingProxyType(  # U of the scores 1 to 5
    {
        RELIABILITY: (1.0, 1.05, 1.1, 1.2, 1.5),
        "completeness": (1.0, 1.02, 1.05, 1.1, 1.2),
        "temporal": (1.0, 1.03, 1.1, 1.2, 1.5),
        "geographical": (1.0, 1.01, 1.02, 1.02, 1.1),
        "technological": (1.0, 1.0, 1.2, 1.5, 2.0),
    }
)
SCORES: Final[Mapping[str, int]] = MappingProxyType(
    {
        Status.PROVISIONAL.value: 2,
        "unvalidated": 2,
        UNCITED: 3,
        Status.ANNOUNCED.value: 3,
        Status.CLAIMED.value: 3,
        "experimental": 3,
        Status.ESTIMATED.value: 4,
        Status.MODELLED.value: 4,
        Status.IMPUTED.value: 4,
        Status.FORECAST.value: 4,
        "low reliability": 4,
        Status.PLANNED.value: 5,
        Status.TARGET.value: 5,
    }
)
SCORED: Final = (*(status.value for status in Status), *FLAGS, UNCITED)  # all that may be given a score


@dataclass(frozen=True, slots=True)
class Assumptions:
    """What is assumed of doubtful values where their sources do not say how far they may be off.

    `pedigree` and `scores` are what differs from `PEDIGREE` and `SCORES`; a word that neither names scores 1.
    """

    about: float = 0.1  # share by which a value printed with “~” may be off, and one printed with “<~” fall short
    open_factor: float | None = None  # how often the bound an open side goes; None: as far as the values of others
    pedigree: Mapping[str, tuple[float, ...]] = field(default_factory=dict)
    scores: Mapping[str, int] = field(default_factory=dict)

    def score(self, reading: CellReading) -> tuple[int, str]:
        """The worst reliability that a reading's status, citation, flags and source have, and which of them it is.

        They are named as “unsettled”, “uncited”, “flagged” and “source”; "" for a score of 1.
        """
        flagged = max((self._of(flag) for flag in reading.flags), default=1)
        found = {
            "unsettled": self._of(reading.status.value),
            UNCITED: 1 if reading.cited else self._of(UNCITED),
            "flagged": flagged,
            "source": reading.pedigree[0] or 1,
        }
        why = max(found, key=lambda name: found[name])  # the first of several
        return found[why], why if found[why] > 1 else ""

    def spread(self, reading: CellReading) -> tuple[float, str]:
        """U of a reading, 1 for a value beyond doubt, and the reason: “about”, else that of its score.

        Independent factors combine as ln U = √Σ ln² U_i; that of “~” is 1 + `about`.
        """
        score, why = self.score(reading)
        about = 1 + self.about if reading.qualifier is Qualifier.ABOUT else 1.0
        judged = dict(zip(PEDIGREE, (score, *reading.pedigree[1:]), strict=True))
        apart = {name: self.pedigree.get(name, PEDIGREE[name])[held - 1] for name, held in judged.items() if held}
        wide = math.exp(math.hypot(math.log(about), *map(math.log, apart.values())))
        why = why if apart[RELIABILITY] > 1 else "source"
        return wide, "about" if about > 1 else why

    def _of(self, said: str) -> int:
        return self.scores.get(said, SCORES.get(said, 1))


USUAL: Final = Assumptions()
