"""What a file says of itself: metadata and Info dictionary."""

import io
from dataclasses import replace

import pikepdf
import pytest

from exports import Flavour, export_story
from exports.pdf.check import check_pdf
from tests.exports.pdf.test_pdf import order
from tests.press.conftest import approved, full_story


def test_title_author_keywords_and_sign_off_are_in_the_metadata() -> None:
    with pikepdf.open(io.BytesIO(export_story(order(story=replace(full_story(), kicker="Harbour"))))) as pdf:
        said = pdf.Root.Metadata.read_bytes().decode()
        assert str(pdf.docinfo["/Keywords"]) == "Harbour, City, harbour-pilots"
    for fact in ("Pilots stay through winter", "Marta Lind", "<rdf:li>Harbour</rdf:li>", "Nora Lin"):
        assert fact in said


def said_by(data: bytes) -> tuple[str, str, dict[str, str]]:
    """Language, metadata and Info of a file."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        info = {str(key): str(value) for key, value in pdf.docinfo.items()}
        return str(pdf.Root.Lang), pdf.Root.Metadata.read_bytes().decode(), info


@pytest.mark.parametrize("flavour", ["x4", "x1a"])
def test_metadata_and_info_carry_the_sign_off_and_all_that_is_said_of_a_file(flavour: Flavour) -> None:
    story = full_story()
    sign_off = replace(story.sign_off, alone=True, signature="c2lnbmVk")
    story = approved(replace(story, headline="Pilots & <crew> stay", desk="City\x07", sign_off=sign_off))
    language, said, info = said_by(export_story(order(story=story, flavour=flavour)))
    for fact in (
        '<rdf:li xml:lang="x-default">Pilots &amp; &lt;crew&gt; stay</rdf:li>', "<rdf:li>By Marta Lind</rdf:li>",
        "<pdf:Keywords>City, harbour-pilots</pdf:Keywords>", "<pdf:Trapped>False</pdf:Trapped>",
        "<xmpMM:RenditionClass>default</xmpMM:RenditionClass>", "<galley:Slug>harbour-pilots</galley:Slug>",
        "<galley:Version>3</galley:Version>", f"<galley:ContentHash>{story.content_hash}</galley:ContentHash>",
        "<galley:SignOffBy>editor</galley:SignOffBy>", "<galley:SignOffAlone>True</galley:SignOffAlone>",
        "<galley:SignOffRevision>3</galley:SignOffRevision>", "<galley:Signature>c2lnbmVk</galley:Signature>",
        "<galley:SignOffAt>2026-11-23T14:02:00+00:00</galley:SignOffAt>", "<galley:Proof>False</galley:Proof>",
    ):  # fmt: skip
        assert fact in said
    assert language == "en-US"
    assert (info["/Author"], info["/CreationDate"]) == ("By Marta Lind", "D:20261123140200+00'00'")
    assert info.get("/GTS_PDFXVersion") == (None if flavour == "x4" else "PDF/X-1a:2003")


def test_a_proof_says_so_in_its_metadata_and_carries_no_sign_off() -> None:
    _, said, info = said_by(export_story(order(proof=True)))
    assert "<xmpMM:RenditionClass>proof</xmpMM:RenditionClass>" in said
    assert info["/Title"] == "PROOF: Pilots stay through winter"
    assert "SignOff" not in said


@pytest.mark.parametrize("headline", ["Pilots \ud800 stay", " Pilots\rstay ", "Pilots\x07 stay", "\udfff"])
def test_a_proof_of_any_headline_has_one_title(headline: str) -> None:
    data = export_story(order(story=replace(full_story(), headline=headline), proof=True))
    assert not {"agreement", "metadata", "info"} & {problem.rule for problem in check_pdf(data)}
