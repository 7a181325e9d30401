"""Character sets that nothing names are told by the words and letters they give; a near guess is doubtful."""

import pytest

from db.intake.charset import Detected, detect, likelihood
from db.intake.decode import decode

TEXTS = {
    "cp1252": "“We’ll stay,” said Zoë – the café’s owner didn’t mind; “it’s naïve,” she said of the plan.",
    "iso8859_2": "Rada portu zagłosowała we wtorek za tym, że port będzie żył zimą, a łódź zostanie. Źle się stało.",
    "cp1251": "Лоцманы останутся на старом причале, сообщил совет порта, и это не всё, что он сказал.",
    "koi8_r": "Лоцманы останутся на старом причале, сообщил совет порта, и это не всё, что он сказал.",
    "cp1253": "Οι πιλότοι θα μείνουν στο λιμάνι, είπε το συμβούλιο, και δεν είναι όλα όσα είπε για την απόφαση.",
    "cp932": "水先人は冬も古い岸壁に残ることになった。港湾局が火曜日に決めた。",
    "big5hkscs": "引水人冬季留守舊碼頭,港務委員會週二晚間表決,決定整個冬季繼續開放舊引水站。",
    "cp949": "도선사들은 겨울에도 낡은 부두에 남는다고 항만 위원회가 화요일에 밝혔다.",
}


@pytest.mark.parametrize("charset", TEXTS)
def test_a_set_is_told_by_its_words(charset: str) -> None:
    data = (TEXTS[charset] * 4).encode(charset)
    found = detect(data)
    assert found is not None
    assert data.decode(found.charset) == TEXTS[charset] * 4


def test_two_sets_that_read_alike_are_doubtful() -> None:
    found = detect(b"Zl\xe9 \xf8")
    assert found is None or found.doubtful


def test_a_text_is_likeliest_in_its_own_language() -> None:
    assert (
        likelihood("Le port et les pilotes sont dans la région, où il était pour un an, et il est au large.").language
        == "fr"
    )
    assert likelihood("The port and the town, and that of it was for him.").language == "en"


STORIES = {
    "en": (
        "The harbour café will close on Monday, the council said. “We have no choice,” said Mayor "
        "Zoë Brontë, who has run the town for 11 years – and who owns the café’s lease. It costs "
        "£4,000 a month."
    ),
    "da": (
        "Færgen mellem øerne holder op med at sejle den første december, oplyste rederiet mandag. "
        "Ingen spurgte beboerne, og på kajen stod der kun to måger og en mand, der hed Åge."
    ),
    "no": (
        "Fergen slutter å gå første desember, opplyste rederiet mandag. Ingen spurte dem som bor "
        "på øya, og på kaia sto det bare to måker og en mann som het Åge Sæther."
    ),
    "fi": (
        "Lautta lopettaa liikennöinnin joulukuun ensimmäisenä päivänä, yhtiö kertoi maanantaina. "
        "Kukaan ei kysynyt saaren asukkailta, eikä heillä ole siltaa päästä töihin."
    ),
    "cs": (
        "Přívoz přestane jezdit prvního prosince, oznámila v pondělí společnost. Nikdo se neptal "
        "obyvatel ostrova, kteří řekli, že budou psát ministrovi a že lodě nejsou jen pro "
        "turisty."
    ),
    "hu": (
        "A komp december elsején leáll, közölte hétfőn a társaság. A szigeten élőket senki sem "
        "kérdezte meg, és azt mondták, hogy írni fognak a miniszternek, mert ez így nem jó."
    ),
    "ro": (
        "Bacul nu va mai circula de la întâi decembrie, a anunţat luni compania. Nimeni nu i-a "
        "întrebat pe locuitorii insulei, care spun că îi vor scrie ministrului şi că nu pleacă."
    ),
    "el": (
        "Το πορθμείο θα σταματήσει την πρώτη Δεκεμβρίου, ανακοίνωσε τη Δευτέρα η εταιρεία. Κανείς "
        "δεν ρώτησε τους κατοίκους του νησιού, που λένε ότι θα γράψουν στον υπουργό."
    ),
    "uk": (
        "Пором не ходитиме взимку, повідомила в понеділок компанія. Ніхто не запитав мешканців "
        "острова, які кажуть, що напишуть міністрові й нікуди не поїдуть."
    ),
    "bg": (
        "Фериботът спира от първи декември, съобщи в понеделник компанията. Никой не попита "
        "жителите на острова, които казват, че ще пишат на министъра и няма да си тръгнат."
    ),
    "he": (
        "המעבורת תפסיק לפעול בראשון בדצמבר, הודיעה החברה ביום שני. איש לא שאל את תושבי האי, והם "
        "אומרים כי יכתבו לשר וכי לא יעזבו את המקום."
    ),
    "ar": (
        "ستتوقف العبارة عن العمل في الأول من ديسمبر، بحسب ما أعلنت الشركة يوم الاثنين. ولم يسأل "
        "أحد سكان الجزيرة الذين قالوا إنهم سيكتبون إلى الوزير."
    ),
    "sv": (
        "Färjan slutar gå den första december, meddelade rederiet på måndagen. Ingen frågade dem "
        "som bor på ön, och på kajen stod bara två måsar och en man som hette Åke."
    ),
    "lt": (
        "Keltas nustos plaukioti gruodžio pirmąją, pirmadienį pranešė bendrovė. Niekas neklausė "
        "salos gyventojų, kurie sako, kad rašys ministrui ir niekur nevažiuos."
    ),
    "tr": (
        "Feribot aralık ayının birinde duracak, şirket pazartesi günü bunu açıkladı. Adada "
        "yaşayanlara kimse sormadı; bakana yazacaklarını ve gitmeyeceklerini söylediler."
    ),
}
"""A story by language; each is read in four sets its newsrooms have used."""
SETS = {
    "en": "cp1252 mac_roman cp850 utf-16-le",
    "da": "cp1252 mac_roman cp850 iso8859_15",
    "no": "cp1252 mac_roman cp850 iso8859_15",
    "fi": "cp1252 mac_roman cp850 iso8859_15",
    "cs": "cp1250 iso8859_2 mac_latin2 cp852",
    "hu": "cp1250 iso8859_2 mac_latin2 cp852",
    "ro": "cp1250 iso8859_2 cp852 utf-16-le",
    "el": "cp1253 iso8859_7 mac_greek cp737",
    "uk": "cp1251 koi8_u iso8859_5 mac_cyrillic",
    "bg": "cp1251 iso8859_5 mac_cyrillic cp866",
    "he": "cp1255 iso8859_8 cp862 utf-16-le",
    "ar": "cp1256 iso8859_6 utf-16-le utf-16-be",
    "sv": "cp1252 mac_roman cp850 iso8859_15",
    "lt": "cp1257 utf-16-le",
    "tr": "cp1254 iso8859_9 mac_turkish",
}


@pytest.mark.parametrize(("language", "charset"), [(code, one) for code, row in SETS.items() for one in row.split()])
def test_a_story_in_the_sets_of_its_language_is_read_as_it_was_typed(language: str, charset: str) -> None:
    data = STORIES[language].encode(charset, "ignore")
    assert decode(data, "story.txt").text == data.decode(charset)


def test_lists_of_single_characters_among_tags_hide_no_japanese() -> None:
    words = "<p>このページはこうべのみなとについてのまとめです。つぎのかんじをみてください。いじょうです。</p>"
    rows = "".join(f"<tr><td class='sign'>{sign}</td></tr>\n" for sign in "港船海岸壁町駅橋川山" * 8)
    assert detect(f"{words}<table>{rows}</table>".encode("cp932")) == Detected("cp932")
