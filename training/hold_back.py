"""Draw the fifth of re3d's reports that is held back for measuring.

Run once; its result, heldback_re3d.txt, is kept in the repository.
"""

import random
import sys
from pathlib import Path

from evaluation.re3d_mentions import HELD_BACK, MEASURE_ONLY, read_re3d


def main(data: Path) -> None:
    """Draw and write the list."""
    reports = [r for r in read_re3d(data / "entities/re3d") if r.folder not in MEASURE_ONLY]
    drawn = sorted(random.Random(2015).sample(reports, round(len(reports) / 5)), key=lambda r: r.id)
    head = "# id and folder of the re3d reports held back: a random fifth, BBC Online aside\n"
    rows = "".join(f"{report.id}\t{report.folder}\n" for report in drawn)
    HELD_BACK.write_text(head + rows, "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
