"""The window's first job where there is no display: the ranking shown, the workbook written."""

from pathlib import Path

from citeria_db.exchange import workbook_out
from citeria_desktop.cli.index import print_standing, standing_of
from citeria_desktop.cli.opening import open_session


def work_in_terminal(file: Path | None) -> int:
    """Say that there is no display, print the ranking, write the workbook beside the file; returns the exit code."""
    print("There is no display for a window, so here is the same in the terminal.")
    if file is None:
        print("Name a project (citeria FILE), make one (citeria new FILE --sample), or see citeria --help.")
        return 0
    with open_session(file, read_only=True) as session:
        if session.index is None:
            print(session.problem)
            return 0
        print(f"\n{session.index.code} · {session.index.name}, as of {session.index.as_of}\n")
        print_standing(standing_of(session))
        workbook = file.with_suffix(".xlsx")
        workbook_out.export(session.project, workbook)
    print(f"\nWorkbook: {workbook}\nMore: citeria --help")
    return 0
