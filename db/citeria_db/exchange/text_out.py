"""Text to a file, whole or not at all."""

import os
from pathlib import Path

from citeria_db.copying import in_words, sync
from citeria_db.identity import new_id


def write(path: Path, text: str) -> None:
    """Write `text` in UTF-8 with the line ends it has; a file there is replaced, once the new one is durable."""
    temporary = path.with_name(f".{path.name}.{new_id()}")
    try:
        temporary.write_text(text, encoding="utf-8", newline="")
        sync(temporary)
        os.replace(temporary, path)  # noqa: PTH105 - as in `copying`
        sync(path.parent)
    except OSError as error:
        raise in_words(error, path) from error
    finally:
        temporary.unlink(missing_ok=True)
