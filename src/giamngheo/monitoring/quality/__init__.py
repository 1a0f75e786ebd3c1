"""Quality of the registers: what is missing, impossible, late or entered twice, with the rows to put right."""
