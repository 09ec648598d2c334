"""`python -m evaluation.control_towns`."""

from evaluation.control_towns.run import main

main()
