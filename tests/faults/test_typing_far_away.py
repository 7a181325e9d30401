"""A window on a server 100 ms away that drops out: whatever is done while one types, each key is stored or shown."""

import random
from collections.abc import Callable, Iterator
from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from db.document import Document
from db.newsroom import Newsroom, open_newsroom
from db.stages import Move, Role
from db.values import Story, StoryText
from desktop.editor.page import StoryPage
from desktop.editor.session.assessment import Assessment
from desktop.look.theme import apply_theme, make_theme
from desktop.newsroom_door import NewsroomDoor, read_facts
from desktop.tasks import TaskRunner
from tests.db.servers import server
from tests.faults.conftest import ALL, Tally
from tests.faults.server_proxy import ServerProxy, far_away
from tests.faults.typing_hands import TypingHands, numbers_in, numbers_stored

_SHARES = 30 if ALL else 3
"""Tests that the rounds are divided among, so that several processes take them at once: each mostly waits."""
_ONE_WAY = 0.05
"""Seconds: there and back it is a tenth."""
_TYPED_MS = 1_500
_PATIENCE_MS = 60_000


class FarDesk:
    """A reporter's page on the far server, an editor on the server itself, and what is between them."""

    def __init__(self, proxy: ServerProxy, near: Newsroom, far: Newsroom, page: StoryPage, runner: TaskRunner) -> None:
        self.proxy, self.near, self.page = proxy, near, page
        self.far, self.runner = far, runner
        self.editor = near.accounts.sign_in("editor")

    @property
    def story_id(self) -> int:
        return self.page.story_id


Act = Callable[[FarDesk], None]


def save(desk: FarDesk) -> None:
    desk.page._work.save()


def save_twice(desk: FarDesk) -> None:
    desk.page._work.save()
    desk.page._work.save()


def give_back(desk: FarDesk) -> None:
    desk.page._work.give_back()


def submit(desk: FarDesk) -> None:
    desk.page._work.move(Move.SUBMIT, "")


def spike(desk: FarDesk) -> None:
    desk.page._work.move(Move.SPIKE, "Not today")


def bring_back(desk: FarDesk) -> None:
    desk.page._work.restore(1)


def go_and_come_again(desk: FarDesk) -> None:
    story_id = desk.story_id
    desk.page.close_story()
    desk.page.open_story(story_id)


def write_down(desk: FarDesk) -> None:
    desk.page.keep_now()


def look_again(desk: FarDesk) -> None:
    desk.page.refresh()


def take_over(desk: FarDesk) -> None:
    if desk.story_id:
        desk.near.claims.take_over(desk.story_id, actor=desk.editor)
        desk.page.refresh()


def save_beside(desk: FarDesk) -> None:
    """An editor takes over, saves, and lets go."""
    if desk.story_id:
        desk.near.claims.take_over(desk.story_id, actor=desk.editor)
        story = desk.near.stories.get(desk.story_id)
        text = story.text.with_(kicker="Theirs")
        desk.near.stories.save(story.id, text, actor=desk.editor, base=story.version)
        desk.near.claims.release(story.id, actor=desk.editor)
        desk.page.refresh()


def drop_out(desk: FarDesk) -> None:
    desk.proxy.drop()


def come_back(desk: FarDesk) -> None:
    desk.proxy.come_back()


ACTS: tuple[Act, ...] = (
    save, save, save_twice, give_back, submit, spike, bring_back, go_and_come_again, write_down, look_again, take_over,
    save_beside, drop_out, come_back,
)  # fmt: skip


@pytest.fixture(scope="module")
def far(tmp_path_factory: pytest.TempPathFactory, qapp: object) -> Iterator[FarDesk]:
    """The desk, for all rounds."""
    patch = pytest.MonkeyPatch()
    patch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))
    patch.setattr("desktop.editor.session.story_session.look_at", _read_only)
    with server() as running, far_away(str(running.folder / ".s.PGSQL.5432"), _ONE_WAY) as proxy:
        name = running.new_database()
        near = open_newsroom(running.url(name))
        _people(near)
        far = open_newsroom(f"postgresql://postgres@127.0.0.1:{proxy.port}/{name}?sslmode=disable&gssencmode=disable")
        runner, theme = TaskRunner(), make_theme("light")
        apply_theme(qapp, theme)
        page = StoryPage(NewsroomDoor(far, runner, read_facts(far)), far.accounts.sign_in("reporter"), theme)
        page.show()
        yield FarDesk(proxy, near, far, page, runner)
        proxy.come_back()
        page.close_story()
        runner.stop(60_000)
        page.deleteLater()
        far.close()
        near.close()
    patch.undo()


def _people(newsroom: Newsroom) -> None:
    newsroom.desks.add("City", actor=None)
    newsroom.accounts.add(login="chief", name="Tomas Okello", role=Role.CHIEF, actor=None)
    chief = newsroom.accounts.sign_in("chief")
    for login, role in (("reporter", Role.REPORTER), ("editor", Role.EDITOR)):
        newsroom.accounts.add(login=login, name=login.title(), role=role, desks=("City",), actor=chief)


def _read_only(newsroom: Newsroom, story: Story, *_press: object, **_ways: object) -> Assessment:
    """The press has nothing to do with what is stored."""
    return Assessment(newsroom.stories.get(story.id), ())


@pytest.mark.parametrize("share", range(_SHARES))
def test_each_key_is_stored_or_on_the_screen(
    share: int, far: FarDesk, qtbot: QtBot, rounds: Callable[[int, int], int], table: Tally
) -> None:
    each = rounds(1, 10)
    for number in range(share * each, (share + 1) * each):
        acts = play(far, number, qtbot)
        table.count("typing, 100 ms away", *(act.__name__ for act in acts))


def play(far: FarDesk, number: int, qtbot: QtBot) -> list[Act]:
    """One round: a new story, some of the acts at any moment while it is typed, and then the reckoning."""
    dice = random.Random(number)
    acts = [dice.choice(ACTS) for _ in range(dice.randint(2, 5))]
    reporter = far.near.accounts.sign_in("reporter")
    text = StoryText(slug=f"story-{number}", headline="Typed", byline="Wu Jing", body=Document.from_paragraphs(["On:"]))
    story = far.near.stories.create(text, desk="City", actor=reporter)
    page, hands = far.page, TypingHands(far.page)
    with qtbot.waitSignal(page._work.opened, timeout=_PATIENCE_MS):
        page.open_story(story.id)
    hands.begin()
    for act in acts:
        qtbot.wait(dice.randint(20, _TYPED_MS // len(acts)))
        act(far)
    qtbot.wait(100)
    hands.end()
    come_back(far)
    qtbot.waitUntil(partial(_settled, far), timeout=_PATIENCE_MS)
    if page.story_id != story.id:  # the server was away when it was to be opened again: the journal has it
        with qtbot.waitSignal(page._work.opened, timeout=_PATIENCE_MS):
            page.open_story(story.id)
        qtbot.waitUntil(partial(_settled, far), timeout=_PATIENCE_MS)
    shown = numbers_in(page.text.body.body_text)
    lost = hands.struck - shown - numbers_stored(far.near, story.id, reporter)
    assert not lost, f"round {number}, {[act.__name__ for act in acts]}: {sorted(lost)}"
    page.close_story()
    assert far.runner.wait(_PATIENCE_MS)
    assert hands.struck <= numbers_stored(far.near, story.id, reporter), f"round {number} after closing"
    hands.deleteLater()
    return acts


def _settled(far: FarDesk) -> bool:
    """Whether nothing is under way, and nothing waits to be tried again."""
    work = far.page._work
    return not far.runner.busy and not work._autosave.waiting and not work._look.isActive()
