"""The programme tree per period and the yearly plan's activities."""
