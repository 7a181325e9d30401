"""A mail that was copied out of a mail program as text comes in as a mail does."""

import pytest

from db.intake import read_bytes
from db.intake.printed_mail import read_printed_mail
from tests.db.intake.ferry import BODY

PARAGRAPHS = BODY.split("\n\n")
MORE = "Nobody at the meeting spoke for the ferry, and the board of the line has no money for another year of it."
HEADS = {
    "English": "From: Nora Hale <nora@example.org>\nSent: 24 November 2026 16:12\nTo: Desk\nSubject: FW: Ferry stops",
    "bold": "*From:* Nora Hale <nora@example.org>\n*Sent:* 24 November 2026 16:12\n*To:* Desk\n*Subject:* Ferry stops",
    "with tabs": "From:\tNora Hale\nSent:\t24 November 2026\nTo:\tDesk\nSubject:\tFerry stops\nAttachments:\tquay.jpg",
    "German": "Von: Nora Hale <nora@example.org>\nGesendet: 24. November 2026\nAn: Lokales\nBetreff: WG: Ferry stops",
    "French": "De : Nora Hale <nora@example.org>\nEnvoyé : mardi 24 novembre\nÀ : Rédaction\nObjet : TR: Ferry stops",
    "Spanish": "De: Nora Hale\nEnviado el: martes, 24 de noviembre\nPara: Redacción\nAsunto: RV: Ferry stops",
    "Dutch": "Van: Nora Hale\nVerzonden: dinsdag 24 november\nAan: Redactie\nOnderwerp: FW: Ferry stops",
    "Polish": "Od: Nora Hale\nWysłano: wtorek, 24 listopada\nDo: Redakcja\nTemat: Ferry stops",
    "Russian": "От: Nora Hale\nОтправлено: 24 ноября\nКому: Редакция\nТема: Ferry stops",
    "Chinese": "发件人: Nora Hale\n发送时间: 2026年11月24日\n收件人: 编辑部\n主题: 转发: Ferry stops",
}  # fmt: skip


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
@pytest.mark.parametrize(
    "above",
    [
        "",
        "Nora,\n\nthis came in, for tomorrow?\n\n-----Original Message-----\n",
        f"Get Mail for phones\n{'_' * 32}\n",
    ],
)
def test_the_head_names_subject_and_sender_and_all_of_it_is_told(above: str, head: str) -> None:
    draft = read_bytes(f"{above}{head}\n\n{BODY}\n\nKind regards,\nNora".encode())
    assert (draft.text.headline, draft.text.byline) == ("Ferry stops", "By Nora Hale")
    assert [block.text for block in draft.text.body.blocks] == PARAGRAPHS
    lines = [*above.splitlines(), *head.replace("\t", " ").splitlines(), "Kind regards,"]
    said = f"{draft.text.ednote} {draft.text.headline} {draft.text.byline}".replace("\t", " ")
    assert [line for line in lines if line.rpartition(": ")[2].removeprefix("FW: ") not in said] == []


def test_below_a_story_stands_what_it_answers() -> None:
    draft = read_bytes(f"{BODY}\n\n{MORE}\n\n{HEADS['English']}\n\nIs it done?\n\nNora".encode())
    assert "Is it done?" in draft.text.ednote
    assert draft.text.body.blocks[-1].text == MORE
    assert draft.text.headline != "Ferry stops"


def test_an_office_that_sends_a_release_writes_no_byline() -> None:
    draft = read_bytes(f"Von: Pressestelle Hafenamt\nGesendet: heute\nAn: alle\nBetreff: Fähre\n\n{BODY}".encode())
    assert (draft.text.headline, draft.text.byline) == ("Fähre", "")
    assert "Von: Pressestelle Hafenamt" in draft.text.ednote


@pytest.mark.parametrize("banner", ["CAUTION: This email is from outside", "[EXTERN] Diese Nachricht kommt von außen."])
def test_a_warning_that_a_mail_came_from_outside_is_no_copy(banner: str) -> None:
    draft = read_bytes(f"{HEADS['English']}\n\n{banner}\n\n{BODY}".encode())
    assert draft.text.body.blocks[0].text == PARAGRAPHS[0]
    assert banner in draft.text.ednote


@pytest.mark.parametrize(
    "text",
    [BODY, f"From: the quay\nTo: the sea\n\n{BODY}", f"Interview\nFrom: what?\nSubject: ferries\n\n{BODY}"],
)
def test_lines_that_say_less_are_no_head(text: str) -> None:
    assert read_printed_mail(text) is None
