"""What every test stands on: windows are drawn offscreen, unless somebody asks to see them; files lie in memory.

Every edit of a project is flushed to the disk before it counts. On a real disk the tests would wait for that longer
than they compute; a file system in memory keeps the same promises to a process, and to one that is killed.
"""

import os
import shutil
from pathlib import Path

MEMORY = Path("/dev/shm")
ENOUGH = 2 * 1024**3

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before anything makes an application

if MEMORY.is_dir() and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free >= ENOUGH:
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))

if "PYTEST_XDIST_WORKER" in os.environ:  # every core has its worker: more threads would only wait for each other
    for library in ("OMP", "OPENBLAS"):
        os.environ.setdefault(f"{library}_NUM_THREADS", "1")
