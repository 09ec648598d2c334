"""`python -m evaluation.language`."""

from evaluation.language.run import main

main()
