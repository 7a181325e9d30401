"""What left the newsroom for print: each clean export, bound to the sign-off of exactly the text it holds."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlmodel import col, select

from db.errors import Refused
from db.stages import Stage
from db.store.tables import AccountRow, ExportRow, SignOffRow
from db.store.unit_of_work import Database, UnitOfWork
from db.story.claims import need_story
from db.story.signoff import holds
from db.values import Account, CleanExport, SignOff


class Exported:
    """The list of clean exports."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def record(
        self,
        story_id: int,
        *,
        actor: Account,
        kind: str,
        layout: str,
        flavour: str,
        file_name: str,
        sha256: str,
        content_hash: str,
    ) -> None:
        """Write an export down; from then on the story is corrected, not recalled.

        Raises Refused unless the story stands in Publish, signed off with exactly this content.
        """
        self.record_all(
            [(story_id, content_hash)], actor=actor, kind=kind, layout=layout, flavour=flavour, file_name=file_name,
            sha256=sha256,
        )  # fmt: skip

    def record_all(
        self,
        stories: Sequence[tuple[int, str]],
        *,
        actor: Account,
        kind: str,
        layout: str,
        flavour: str,
        file_name: str,
        sha256: str,
    ) -> None:
        """Write down a file of several stories, given as id and content hash: all of them, or none when one may not."""
        with self._database.change(actor) as unit:
            for story_id, content_hash in stories:
                self._record(
                    unit, story_id, content_hash, actor, kind=kind, layout=layout, flavour=flavour,
                    file_name=file_name, sha256=sha256,
                )  # fmt: skip

    def _record(self, unit: UnitOfWork, story_id: int, content_hash: str, actor: Account, **facts: Any) -> None:
        story = need_story(unit.session, story_id)
        sign_off = unit.session.get(SignOffRow, story.sign_off_id) if story.sign_off_id else None
        if story.stage != Stage.PUBLISH or sign_off is None or sign_off.content_hash != content_hash:
            raise Refused(f"{story.slug} is not approved as it stands: only a proof can be made of it.")
        if not holds(unit.session, sign_off):
            raise Refused(f"The sign-off of {story.slug} does not carry the signature of who approved it.")
        row = ExportRow(
            story_id=story_id, account_id=actor.id, at=unit.now, content_hash=content_hash,
            revision=story.version, sign_off_id=sign_off.id, **facts,
        )  # fmt: skip
        unit.session.add(row)
        unit.seal(row)
        story.exported = unit.now
        unit.record("export", story, note=facts["file_name"], details=facts["sha256"])
        unit.touch("stories", story_id)

    def of(self, story_id: int) -> list[CleanExport]:
        """Every clean export of a story, the newest first."""
        with self._database.reading() as session:
            query = select(ExportRow, AccountRow.name).join(AccountRow, col(ExportRow.account_id) == AccountRow.id)
            rows = session.exec(query.where(ExportRow.story_id == story_id).order_by(col(ExportRow.id).desc()))
            return [CleanExport(row.at, name, row.file_name, row.revision) for row, name in rows]

    def sign_off(self, signature: str) -> SignOff | None:
        """The sign-off that carries this signature, if it truly does; None for any other."""
        with self._database.reading() as session:
            query = select(SignOffRow, AccountRow).join(AccountRow, col(SignOffRow.account_id) == AccountRow.id)
            found = session.exec(query.where(SignOffRow.signature == signature)).first() if signature else None
            if found is None or not holds(session, found[0]):
                return None
            row, account = found
            return SignOff(
                row.revision, row.content_hash, account.login, account.name, account.initials, row.at, row.alone,
                row.signature,
            )  # fmt: skip

    def when(self, sha256: str) -> datetime | None:
        """When a file of exactly these bytes was exported."""
        with self._database.reading() as session:
            query = select(ExportRow.at).where(ExportRow.sha256 == sha256).order_by(col(ExportRow.at).desc())
            return session.exec(query).first()
