"""Slopes of colours are looked at from their beginning to their end."""

from pikepdf import Array, Dictionary

from exports.pdf.check.paint.shadings import ways


def test_a_slope_along_a_way_is_looked_at_from_end_to_end() -> None:
    looked = ways(Dictionary(ShadingType=2, Domain=Array([1, 3])))
    assert (looked[0], looked[-1], len(looked)) == ((1.0,), (3.0,), 17)


def test_one_over_a_field_is_looked_at_in_rows() -> None:
    looked = ways(Dictionary(ShadingType=1, Domain=Array([0, 1, 2, 4])))
    assert len(set(looked)) == 25
    assert {(0.0, 2.0), (1.0, 2.0), (0.0, 4.0), (1.0, 4.0), (0.5, 3.0)} <= set(looked)


def test_a_net_of_points_is_looked_at_over_what_its_numbers_stand_for() -> None:
    looked = ways(Dictionary(ShadingType=4, Decode=Array([0, 100, 0, 100, 0.25, 0.75])))
    assert (looked[0], looked[-1]) == ((0.25,), (0.75,))
