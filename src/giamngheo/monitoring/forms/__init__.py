"""Forms as data: their language, their definition, how a sheet is filled and checked. Pure; no Django."""
