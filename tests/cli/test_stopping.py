import signal
from pathlib import Path

import pytest

from dateline.cli.progress import wish_to_stop
from dateline.intake import BATCH
from dateline.model.report import Report
from dateline.store import RawReport
from tests.cli.running import FALL, reports, run
from tests.fakes import FAKES


def interrupted_clean(raw: RawReport) -> Report:
    """Cleans a report while the user presses Ctrl-C, once."""
    if raw.file == "r01.txt":
        signal.raise_signal(signal.SIGINT)
    return FAKES.clean(raw)


def test_the_first_ctrl_c_is_a_wish_and_the_second_an_order() -> None:
    with wish_to_stop() as stop:
        assert not stop()
        signal.raise_signal(signal.SIGINT)
        assert stop()
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)


def test_ctrl_c_means_what_it_did_before_afterwards() -> None:
    before = signal.getsignal(signal.SIGINT)
    with wish_to_stop():
        signal.raise_signal(signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is before


def test_ctrl_c_keeps_the_batch_and_the_same_command_goes_on(tmp_path: Path) -> None:
    folder = reports(tmp_path / "reports", **{f"r{number:02}": f"{FALL} {number}" for number in range(40)})
    stopped = run("add", folder, "--record", tmp_path / "r.db", stages=FAKES._replace(clean=interrupted_clean))
    assert stopped.exit_code == 130
    assert "Stopping after this batch" in stopped.stderr
    assert f"Read {BATCH} reports" in stopped.stderr
    assert f"Stopped with {40 - BATCH} files left. Give the same command again" in stopped.stderr
    again = run("add", folder, "--record", tmp_path / "r.db")
    assert (again.exit_code, f"Read {40 - BATCH} reports" in again.stderr) == (0, True)
