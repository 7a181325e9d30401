"""A story as it arrives, for the tests of intake."""

HEAD = "Ferry line to close for the winter\n\nBy Ida Holm\n\n"
BODY = (
    "The ferry between North Quay and the islands will stop running on the first of December, the line said on Monday."
    "\n\nIt has carried fewer than nine people a day since the bridge was opened, and most of them were its own crew."
)
