"""The end of a window: what was typed is stored, and the window goes on answering while a slow newsroom takes it."""

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QTimer, Slot
from PySide6.QtWidgets import QProgressBar, QWidget

from desktop.localization import tr
from desktop.look.theme import Theme
from desktop.tasks import TaskRunner
from desktop.widgets.dialog import FormDialog

SHOWN_AFTER_MS = 400
"""A newsroom on a disk has stored a text long before, and a dialog that comes and goes at once would only startle;
after half a second people begin to wonder whether the window has heard them.
"""
ASKED_AFTER_MS = 10_000
"""Then the person may close anyway. A server that is only far away or busy has answered by then, and whoever wants to
go home waits no longer without being asked.
"""
GIVEN_UP_AFTER_MS = 60_000
"""Then nobody is there to ask: a computer that is shut down must not wait for a server. Much less, and a server that
is started again would not be waited for.
"""
_LOOK_MS = 20
"""Twice the time a store takes on a disk; the eye sees no difference below a twentieth of a second."""


def finish(runner: TaskRunner, theme: Theme, parent: QWidget, *, not_noted: str = "") -> None:
    """Wait until all writes have ended, while the windows go on, or until the person wants to close anyway.

    `not_noted` is why what was typed could not be written down on this computer; empty when it was.
    """
    runner.begin_end()
    if _ended_soon(runner):
        return
    dialog = FinishingDialog(runner, theme, parent, not_noted=not_noted)
    dialog.exec()
    dialog.deleteLater()
    if dialog.given_up:
        runner.give_up()


def _ended_soon(runner: TaskRunner) -> bool:
    """Whether all has ended before it is worth a dialog; what is pressed meanwhile comes to nothing."""
    loop, timer, end = QEventLoop(), QTimer(interval=_LOOK_MS), QDeadlineTimer(SHOWN_AFTER_MS)
    timer.timeout.connect(lambda: loop.quit() if runner.ended or end.hasExpired() else None)
    timer.start()
    if not runner.ended:
        loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
    return runner.ended


class FinishingDialog(FormDialog):
    """Says what is waited for, and goes when it has come."""

    def __init__(self, runner: TaskRunner, theme: Theme, parent: QWidget, *, not_noted: str) -> None:
        super().__init__(theme, tr("Finishing…"), tr("Close anyway"), parent)
        self._runner, self._not_noted = runner, not_noted
        self.given_up = False
        self.state = self.add_note("")
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        self.body.addWidget(bar)
        self.cancel.hide()
        self.go.hide()
        self.submitted.connect(self.give_up)
        self._look_timer = QTimer(self, interval=_LOOK_MS)
        self._look_timer.timeout.connect(self._on_look)
        self._look_timer.start()
        QTimer.singleShot(ASKED_AFTER_MS - SHOWN_AFTER_MS, self, self.offer)
        if not not_noted:
            QTimer.singleShot(GIVEN_UP_AFTER_MS - SHOWN_AFTER_MS, self, self.give_up)
        self._on_look()

    def reject(self) -> None:
        """Neither Escape nor the frame's button ends the wait: that is what the button is for."""

    @Slot()
    def offer(self) -> None:
        """Let the person close anyway, and say what becomes of the text then."""
        if self._not_noted:
            text = tr("What you typed could not be written down on this computer ({why}): closing now loses it.")
            self.refuse(text.format(why=self._not_noted))
        else:
            self.refuse(
                tr("The newsroom does not answer. What you typed is kept on this computer and sent the next time.")
            )
        self.go.show()

    @Slot()
    def give_up(self) -> None:
        """Wait no longer."""
        self.given_up = True
        self.accept()

    @Slot()
    def _on_look(self) -> None:
        if self._runner.ended:
            self.accept()
        elif self._runner.writes_ended:
            self.state.setText(tr("All is stored. An answer from the newsroom is still waited for."))
        else:
            self.state.setText(tr("What you typed is being stored in the newsroom."))
