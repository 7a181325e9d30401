"""The table of actions: every one has its slot, a shortcut of its own, and a place in the menu."""

from collections import Counter
from collections.abc import Callable

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from db.stages import Role
from desktop.look.theme import Theme, ThemeChoice
from desktop.shell.actions import (
    ACTIONS,
    MENU,
    NEWSROOM_MENU,
    VIEW_MENU,
    RecentMenu,
    bind_actions,
    fill_menu,
    make_actions,
    theme_menu,
)


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    """What the actions belong to."""
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_no_shortcut_stands_for_two_things() -> None:
    times = Counter(spec.shortcut for spec in ACTIONS if spec.shortcut)
    assert max(times.values()) == 1


def test_every_action_but_those_of_the_header_is_in_the_menu_once() -> None:
    named = Counter(name for name in (*MENU, *VIEW_MENU, *NEWSROOM_MENU) if name != "-" and not name.startswith("@"))
    assert {spec.name for spec in ACTIONS} - named.keys() == {"search"}
    assert max(named.values()) == 1


def test_an_action_calls_its_slot_and_one_without_is_a_mistake(owner: QWidget, theme: Theme) -> None:
    called: list[str] = []

    def slot(name: str) -> Callable[[], None]:
        return lambda: called.append(name)

    actions = make_actions(owner, theme, Role.CHIEF)
    bind_actions(actions, {spec.name: slot(spec.name) for spec in ACTIONS})
    actions["export"].trigger()
    assert called == ["export"]
    assert actions["export"].shortcut().toString() == "Ctrl+Shift+E"
    with pytest.raises(KeyError):
        bind_actions(actions, {})


def test_what_a_role_never_does_is_disabled_and_says_why(owner: QWidget, theme: Theme) -> None:
    export = make_actions(owner, theme, Role.REPORTER)["export"]
    assert not export.isEnabled()
    assert export.toolTip() == "Only production or an editor may export."
    assert make_actions(owner, theme, Role.PRODUCTION)["export"].isEnabled()


def test_the_menu_has_all_in_its_order(owner: QWidget, theme: Theme) -> None:
    actions = {spec.name: QAction(spec.name, owner) for spec in ACTIONS}
    menu, menus = QMenu(owner), {name: QMenu(name, owner) for name in MENU if name.startswith("@")}
    fill_menu(menu, actions, menus)
    assert ["-" if one.isSeparator() else one.text() for one in menu.actions()] == list(MENU)


def test_the_theme_that_holds_is_ticked_and_the_chosen_one_told(owner: QWidget) -> None:
    chosen: list[str] = []
    menu = theme_menu(owner, ThemeChoice.DARK, lambda action: chosen.append(action.data()))
    assert [action.data() for action in menu.actions() if action.isChecked()] == [ThemeChoice.DARK.value]
    menu.actions()[0].trigger()
    assert chosen == [menu.actions()[0].data()]


def test_newsrooms_opened_lately_are_read_when_the_menu_opens(owner: QWidget, qtbot: QtBot) -> None:
    places: list[str] = []
    menu = RecentMenu(owner, lambda: places)
    menu.aboutToShow.emit()
    assert [(one.text(), one.isEnabled()) for one in menu.actions()] == [("None yet", False)]
    places.append("/papers/arts & city.db")
    menu.aboutToShow.emit()
    (entry,) = menu.actions()
    with qtbot.waitSignal(menu.wanted) as notified:
        entry.trigger()
    assert (entry.text(), notified.args) == ("/papers/arts && city.db", places)
