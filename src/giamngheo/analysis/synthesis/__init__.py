"""Synthetic populations: invented households and people whose rates are the published ones. No Django.

`making.make(plan, folder, form)`: a commune in plain Python, a nation in arrays. Prose: docs/algorithms/synth.md.
"""
