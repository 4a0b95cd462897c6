"""What there is to look at about one source: duplicates, revisions in place, changed copies, refreshes that are due."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from citeria_core.archived import CopyState
from citeria_core.source_identity import Reason
from citeria_db.source_rows import Due
from citeria_desktop.language import lists
from citeria_desktop.models.source_standing import Standing
from citeria_desktop.panels.flow import FlowLayout
from citeria_desktop.panels.words import Words, link


@dataclass(frozen=True, slots=True)
class Finding:
    """A sentence, and what can be done about it: (words of the link, name of the deed, what it is done to)."""

    words: str
    deeds: tuple[tuple[str, str, str], ...] = ()


class SourceFindings(QFrame):
    """A card of findings; `do(deed, subject)` is called by its links. Without a finding it is not there."""

    def __init__(self, do: Callable[[str, str], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "warn")
        self.findings: tuple[Finding, ...] = ()
        self._do = do
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(10, 8, 10, 8)
        self._lines.setSpacing(4)
        self.hide()

    def show_findings(self, findings: tuple[Finding, ...], *, writable: bool) -> None:
        """Show these instead."""
        if findings == self.findings:
            return
        self.findings = findings
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for finding in findings:
            self._lines.addWidget(self._line(finding, writable=writable))
        self.setVisible(bool(findings))

    def _line(self, finding: Finding, *, writable: bool) -> QWidget:
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(Words(finding.words))
        links = FlowLayout(across=12, down=2)
        for words, deed, subject in finding.deeds:
            made = self._link(words, deed, subject)
            made.setEnabled(writable or deed == "open")
            links.addWidget(made)
        if finding.deeds:
            column.addLayout(links)
        return held

    def _link(self, words: str, deed: str, subject: str) -> QPushButton:
        return link(words, lambda: self._do(deed, subject))

    def findings_of(self, key: str, standing: Standing, resting: Callable[[str], int]) -> tuple[Finding, ...]:
        """All that there is to look at about a source; `resting` counts what rests on the bytes before a copy."""
        return (
            *self._revised(key, standing, resting),
            *self._links(key, standing),
            *self._twice(key, standing),
            *self._due(key, standing),
        )

    def _revised(self, key: str, standing: Standing, resting: Callable[[str], int]) -> list[Finding]:
        words = self.tr(
            "“{later}” of {day} differs from “{earlier}” of {before} at the same address, with version and date"
            " unchanged. Citations that rest on what it said before: {count}."
        )
        return [
            Finding(
                words.format(
                    later=one.later.name,
                    day=one.later.captured[:10],
                    earlier=one.earlier.name,
                    before=one.earlier.captured[:10],
                    count=resting(one.later.id),
                ),
                (
                    (self.tr("Open the earlier"), "open", one.earlier.id),
                    (self.tr("Open the later"), "open", one.later.id),
                    (self.tr("Acknowledge the change"), "acknowledge", one.later.id),
                    (self.tr("Cite a new edition…"), "recite", key),
                ),
            )
            for one in standing.revisions
            if one.later.source == key
        ]

    def _links(self, key: str, standing: Standing) -> list[Finding]:
        found = []
        for copy in standing.copies:
            state = standing.state(copy)
            if copy.source == key and state is CopyState.CHANGED:
                deeds = (
                    (self.tr("Open"), "open", copy.id),
                    (self.tr("Acknowledge the change"), "acknowledge", copy.id),
                )
                found.append(
                    Finding(self.tr("The linked file “{name}” changed on disk.").format(name=copy.name), deeds)
                )
            elif copy.source == key and state is CopyState.MISSING:
                words = self.tr("The linked file “{name}” is not there any more: {place}").format(
                    name=copy.name, place=copy.link
                )
                found.append(Finding(words, ((self.tr("Remove the link"), "unlink", copy.id),)))
            elif copy.source == key and state is CopyState.DAMAGED:
                found.append(Finding(self.tr("The bytes of “{name}” are not those put by.").format(name=copy.name)))
        return found

    def _twice(self, key: str, standing: Standing) -> list[Finding]:
        found = []
        group = standing.group_of(key)
        if group is not None:
            others = lists.names(other for other in group.keys if other != key)
            reasons = lists.clauses(dict.fromkeys(reason_words(pair.reason) for pair in group.pairs))
            words = self.tr("It stands here twice, as {others}: {reasons}.").format(others=others, reasons=reasons)
            found.append(Finding(words, ((self.tr("Merge…"), "merge", " ".join(group.keys)),)))
        for pair in standing.near(key):
            other = pair.second if pair.first == key else pair.first
            words = self.tr("{other} has almost the same address: one of them may be mistyped.").format(other=other)
            found.append(Finding(words, ((self.tr("Compare and merge…"), "merge", f"{key} {other}"),)))
        return found

    def _due(self, key: str, standing: Standing) -> list[Finding]:
        found = next((one for one in standing.due if one.key == key), None)
        if found is None:
            return []
        return [Finding(self._due_words(found), ((self.tr("Read today"), "read", key),))]

    def _due_words(self, due: Due) -> str:
        if due.accessed is None or due.since is None:
            return self.tr("It is updated regularly, and nobody has noted when it was read.")
        return self.tr("Due for a refresh since {since}: read on {read}.").format(since=due.since, read=due.accessed)


def reason_words(reason: Reason) -> str:
    """What says that two sources are one."""
    return {
        Reason.ISBN: QCoreApplication.translate("SourceFindings", "the same ISBN"),
        Reason.DOI: QCoreApplication.translate("SourceFindings", "the same DOI"),
        Reason.URL: QCoreApplication.translate("SourceFindings", "the same address"),
        Reason.TITLE: QCoreApplication.translate("SourceFindings", "the same title"),
        Reason.NEAR_URL: QCoreApplication.translate("SourceFindings", "almost the same address"),
    }[reason]
