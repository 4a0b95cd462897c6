"""How many threads linear algebra takes: one, where there are few points and threads would wait for each other.

A window computes clusters beside what its own thread does, often on two cores; several threads of a library would then
take several times as long as one, and hold up the window as well.
"""

import sys
from contextlib import AbstractContextManager
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from threadpoolctl import ThreadpoolController


def one_thread() -> AbstractContextManager[object]:
    """Within it the libraries that NumPy and scikit-learn calculate with take one thread."""
    limited: AbstractContextManager[object] = _pools("sklearn" in sys.modules).limit(limits=1)
    return limited


@cache
def _pools(_with_scikit_learn: bool) -> "ThreadpoolController":
    """The thread pools of the libraries loaded by now, which takes a while to find; scikit-learn brings its own."""
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()
