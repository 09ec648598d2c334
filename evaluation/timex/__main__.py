"""`python -m evaluation.timex`."""

from evaluation.timex.run import main

main()
