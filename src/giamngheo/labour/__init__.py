"""Work: the register of labour, vacancies, placements and what became of them. docs/algorithms/labour.md."""
