"""From a list to the register: who is there already, who enters, in one transaction. docs/algorithms/list-import.md."""
