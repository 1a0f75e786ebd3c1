"""Pure expressions over tables; no Django."""
