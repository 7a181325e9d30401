"""Sentences of the newsroom in another language."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.sentences import NEWSROOM, Pattern, SentenceTranslator

TERMS = {"Headline": "标题", "Byline": "署名", "Publish": "付印", "editor": "编辑"}
SENTENCES = {
    "The login {login} is taken.": "登录名 {login} 已被使用。",
    "Still empty: {join}.": "仍然空着：{join}。",
    "Give a reason.": "请写明原因。",
    "A story in {stage} is read-only.": "处于“{stage}”的稿件是只读的。",
    "{slug}: {why} The rest goes on.": "{slug}：{why}其余继续。",
    "{place} is busy: {seconds:.0f} s.": "{place} 正忙：{seconds} 秒。",
    "{over} line{value}": "{over} 行",
    "The story is {lines} over its target of {target}.": "稿件比目标 {target} 行超出 {lines}。",
    "{a}: {b}": "{a}——{b}",
}


def worded(sentence):
    """The sentence in Chinese; None where it is none."""
    return SentenceTranslator(SENTENCES, TERMS).translate(NEWSROOM, sentence)


def test_a_sentence_is_known_by_its_words_and_keeps_its_values():
    assert worded("The login nora is taken.") == "登录名 nora 已被使用。"
    assert worded("/a/b.db is busy: 12 s.") == "/a/b.db 正忙：12 秒。"


def test_words_of_the_trade_in_it_are_worded_and_names_are_not():
    assert worded("A story in Publish is read-only.") == "处于“付印”的稿件是只读的。"
    assert worded("Still empty: Headline, Byline.") == "仍然空着：标题、署名。"
    assert worded("The login editor is taken.") == "登录名 editor 已被使用。"


def test_a_sentence_within_another_is_worded_too():
    assert worded("The story is 3 lines over its target of 40.") == "稿件比目标 40 行超出 3 行。"
    assert worded("pier: Give a reason. The rest goes on.") == "pier：请写明原因。其余继续。"


def test_several_sentences_and_one_behind_a_slug_are_worded():
    assert worded("Give a reason. The login nora is taken.") == "请写明原因。登录名 nora 已被使用。"
    assert worded("pier: Give a reason.") == "pier: 请写明原因。"


def test_what_is_no_sentence_of_the_newsroom_is_left_to_others():
    assert worded("Nobody has written this.") is None
    assert worded("") is None
    assert SentenceTranslator(SENTENCES, TERMS).translate("Galley", "Give a reason.") is None


@given(st.lists(st.text(alphabet="ab{}. :", max_size=8), min_size=1, max_size=3))
def test_values_are_found_in_whatever_stands_between_the_words(values):
    names = [f"v{number}" for number in range(len(values))]
    source = "<first>" + "<word>".join(f"{{{name}}}" for name in names) + "<last>"
    said = "<first>" + "<word>".join(values) + "<last>"
    assert Pattern.of(source, "").values(said) == dict(zip(names, values, strict=True))


def test_a_long_sentence_is_read_in_no_time():
    """By the steps taken: each word is looked for once, behind the one before."""
    pattern = Pattern.of("a".join(f"{{v{number}}}" for number in range(8)) + "z", "")
    assert pattern.values("a" * 100_000) is None
