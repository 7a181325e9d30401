"""Section heads: the name of a desk as a page line shows it, in capitals, in the language of the page.

A newsroom calls its desks as it likes. The commonest English names are printed in the page's language; any other is
printed as it is.
"""

from unicodedata import normalize

_NAMED = ("city", "business", "sport", "culture", "world", "politics", "opinion", "science")
"""Desks of the commonest English names, in the order of `_SECTIONS`."""

_SECTIONS = {
    "ar": "محليات, اقتصاد, رياضة, ثقافة, العالم, سياسة, رأي, علوم",
    "as": "নগৰ, অৰ্থনীতি, খেল, সংস্কৃতি, বিশ্ব, ৰাজনীতি, মতামত, বিজ্ঞান",
    "bg": "Град, Икономика, Спорт, Култура, Свят, Политика, Мнения, Наука",
    "bn": "নগর, অর্থনীতি, খেলা, সংস্কৃতি, বিশ্ব, রাজনীতি, মতামত, বিজ্ঞান",
    "ca": "Ciutat, Economia, Esports, Cultura, Món, Política, Opinió, Ciència",
    "cs": "Město, Ekonomika, Sport, Kultura, Svět, Politika, Názory, Věda",
    "da": "Byen, Erhverv, Sport, Kultur, Udland, Politik, Debat, Videnskab",
    "de": "Lokales, Wirtschaft, Sport, Kultur, Ausland, Politik, Meinung, Wissen",
    "el": "Πόλη, Οικονομία, Αθλητικά, Πολιτισμός, Κόσμος, Πολιτική, Γνώμες, Επιστήμη",
    "es": "Local, Economía, Deportes, Cultura, Internacional, Política, Opinión, Ciencia",
    "fa": "شهر, اقتصاد, ورزش, فرهنگ, جهان, سیاست, دیدگاه, دانش",
    "fi": "Kaupunki, Talous, Urheilu, Kulttuuri, Ulkomaat, Politiikka, Mielipide, Tiede",
    "fr": "Ville, Économie, Sports, Culture, Monde, Politique, Débats, Sciences",
    "he": "מקומי, כלכלה, ספורט, תרבות, עולם, פוליטיקה, דעות, מדע",
    "hi": "शहर, कारोबार, खेल, संस्कृति, दुनिया, राजनीति, विचार, विज्ञान",
    "hr": "Grad, Gospodarstvo, Sport, Kultura, Svijet, Politika, Mišljenja, Znanost",
    "hu": "Város, Gazdaság, Sport, Kultúra, Külföld, Politika, Vélemény, Tudomány",
    "it": "Cronaca, Economia, Sport, Cultura, Esteri, Politica, Opinioni, Scienze",
    "ja": "地域, 経済, スポーツ, 文化, 国際, 政治, オピニオン, 科学",
    "kn": "ನಗರ, ವಾಣಿಜ್ಯ, ಕ್ರೀಡೆ, ಸಂಸ್ಕೃತಿ, ವಿದೇಶ, ರಾಜಕೀಯ, ಅಭಿಪ್ರಾಯ, ವಿಜ್ಞಾನ",
    "mr": "शहर, अर्थ, क्रीडा, संस्कृती, विदेश, राजकारण, मत, विज्ञान",
    "nb": "Byen, Økonomi, Sport, Kultur, Utenriks, Politikk, Meninger, Vitenskap",
    "nl": "Stad, Economie, Sport, Cultuur, Buitenland, Politiek, Opinie, Wetenschap",
    "nn": "Byen, Økonomi, Sport, Kultur, Utanriks, Politikk, Meiningar, Vitskap",
    "no": "Byen, Økonomi, Sport, Kultur, Utenriks, Politikk, Meninger, Vitenskap",
    "or": "ସହର, ବାଣିଜ୍ୟ, ଖେଳ, ସଂସ୍କୃତି, ବିଶ୍ୱ, ରାଜନୀତି, ମତାମତ, ବିଜ୍ଞାନ",
    "pa": "ਸ਼ਹਿਰ, ਕਾਰੋਬਾਰ, ਖੇਡਾਂ, ਸੱਭਿਆਚਾਰ, ਦੁਨੀਆ, ਸਿਆਸਤ, ਵਿਚਾਰ, ਵਿਗਿਆਨ",
    "pl": "Miasto, Gospodarka, Sport, Kultura, Świat, Polityka, Opinie, Nauka",
    "pt": "Cidade, Economia, Desporto, Cultura, Mundo, Política, Opinião, Ciência",
    "ro": "Oraș, Economie, Sport, Cultură, Externe, Politică, Opinii, Știință",
    "ru": "Город, Экономика, Спорт, Культура, Мир, Политика, Мнения, Наука",
    "sk": "Mesto, Ekonomika, Šport, Kultúra, Svet, Politika, Názory, Veda",
    "sl": "Mesto, Gospodarstvo, Šport, Kultura, Svet, Politika, Mnenja, Znanost",
    "sv": "Lokalt, Ekonomi, Sport, Kultur, Utrikes, Politik, Debatt, Vetenskap",
    "te": "నగరం, వ్యాపారం, క్రీడలు, సంస్కృతి, ప్రపంచం, రాజకీయాలు, అభిప్రాయం, విజ్ఞానం",
    "th": "ท้องถิ่น, เศรษฐกิจ, กีฬา, วัฒนธรรม, ต่างประเทศ, การเมือง, ความคิดเห็น, วิทยาศาสตร์",
    "tr": "Şehir, Ekonomi, Spor, Kültür, Dünya, Politika, Görüş, Bilim",
    "uk": "Місто, Економіка, Спорт, Культура, Світ, Політика, Думки, Наука",
    "zh": "本地, 财经, 体育, 文化, 国际, 时政, 观点, 科技",
    "zh-hant": "本地, 財經, 體育, 文化, 國際, 政治, 觀點, 科技",
}
"""Their names by language, parted by commas."""

_ALIASES = {"sports": "sport", "economy": "business", "arts": "culture", "local": "city", "foreign": "world"}

_TRADITIONAL = ("zh-hant", "zh-hk", "zh-mo", "zh-tw")

_DOTTED = ("tr", "az")
"""Languages whose small i has a capital with a dot."""

_TONOS = "\N{COMBINING ACUTE ACCENT}"
"""The accent of Greek, which capitals go without."""


def section_head(desk: str, language: str) -> str:
    """The name of a desk over a page in a language (BCP 47)."""
    tag = language.replace("_", "-").lower()
    key = "zh-hant" if tag.startswith(_TRADITIONAL) else tag.partition("-")[0]
    name = desk.strip().casefold()
    return _capitals(_section(_ALIASES.get(name, name), key) or desk, key)


def _section(name: str, language: str) -> str:
    """What a language calls a desk of a common English name; empty for any other."""
    if name not in _NAMED or language not in _SECTIONS:
        return ""
    return _SECTIONS[language].split(", ")[_NAMED.index(name)]


def _capitals(text: str, language: str) -> str:
    """A text in the capitals of a language."""
    if language in _DOTTED:
        text = text.replace("i", "İ")
    if language == "el":
        text = normalize("NFC", normalize("NFD", text).replace(_TONOS, ""))
    return text.upper()
