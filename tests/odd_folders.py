"""Names of folders in which each program goes wrong that takes a path for something else."""

import os

ODD_FOLDERS = (
    "with # hash", "what?", "100% %20%41+&=", " two  spaces ", "“quoted” 'single' \"double\" `tick`", "~$HOME;a,b",
    "Zeitung-Ä 晚报 عربي e\u0301", "back\\slash", "new\nline and tab\there", "-file:", "[brackets]* {curly}", "x" * 200,
    os.fsdecode(b"latin-\xe4"),
)  # fmt: skip
"""Among them what is no text in UTF-8, as old disks have it."""
