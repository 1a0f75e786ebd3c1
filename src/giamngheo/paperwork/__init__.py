"""The official document as a value, its readers and its writers (Nghị định 30/2020/NĐ-CP)."""
