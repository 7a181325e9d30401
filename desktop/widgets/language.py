"""The languages that text is written in, and the field that chooses one."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.widgets.choice_box import ChoiceBox

LANGUAGES = {
    "en-US": "English (US)", "en-GB": "English (UK)", "en-AU": "English (Australia)", "en-CA": "English (Canada)",
    "zh": "中文", "zh-Hant": "繁體中文", "ar": "العربية",
    "he": "עברית", "de": "Deutsch", "fr": "Français", "es": "Español", "af": "Afrikaans",
    "as": "অসমীয়া", "be": "Беларуская", "bg": "Български", "bn": "বাংলা", "ca": "Català",
    "cs": "Čeština", "da": "Dansk", "el": "Ελληνικά", "eo": "Esperanto", "et": "Eesti",
    "eu": "Euskara", "fi": "Suomi", "gl": "Galego", "hi": "हिन्दी", "hr": "Hrvatski", "hu": "Magyar",
    "id": "Indonesia", "is": "Íslenska", "it": "Italiano", "ja": "日本語", "kn": "ಕನ್ನಡ",
    "lt": "Lietuvių", "lv": "Latviešu", "mn": "Монгол", "mr": "मराठी", "nb": "Norsk bokmål",
    "nl": "Nederlands", "nn": "Norsk nynorsk", "or": "ଓଡ଼ିଆ", "pa": "ਪੰਜਾਬੀ", "pl": "Polski",
    "pt": "Português", "pt-BR": "Português (Brasil)", "ro": "Română", "ru": "Русский",
    "sa": "संस्कृतम्", "sk": "Slovenčina", "sl": "Slovenščina", "sq": "Shqip", "sr": "Српски",
    "sr-Latn": "Srpski", "sv": "Svenska", "te": "తెలుగు", "th": "ไทย", "tr": "Türkçe",
    "uk": "Українська", "vi": "Tiếng Việt", "zu": "isiZulu",
}  # fmt: skip
"""What is written is divided, spaced and dated by the rules of its language."""


_AS = {"en": "en-US", "no": "nb", "pt-PT": "pt", "zh-CN": "zh", "zh-Hans": "zh", "zh-HK": "zh-Hant", "zh-TW": "zh-Hant"}
"""Codes of text from elsewhere, by what they are shown as."""


_SHOWN = 14
"""Languages seen at once."""


class LanguageField(ChoiceBox):
    """Offers all of them, and besides whatever it is given."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxVisibleItems(_SHOWN)
        self.setStyleSheet("combobox-popup: 0;")  # a list that scrolls: all of them are higher than many a screen
        self.view().setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.show_code("en-US")

    @property
    def code(self) -> str:
        """The language that is chosen."""
        return str(self.currentData())

    def show_code(self, code: str) -> None:
        """Show a language, to be kept as it is written; one that is not offered stands under its code."""
        shown = _AS.get(code, code)
        offered = dict.fromkeys((*LANGUAGES, shown))
        self.clear()
        for one in offered:
            self.addItem(LANGUAGES.get(one, one), code if one == shown else one)
        self.setCurrentIndex(list(offered).index(shown))
