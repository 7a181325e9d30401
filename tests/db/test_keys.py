"""Signing keys: sealed with a password, and what they sign."""

import pytest
from argon2.low_level import Type, hash_secret_raw
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from hypothesis import given, settings
from hypothesis import strategies as st

from db import keys
from tests.db.conftest import PASSWORD


@settings(max_examples=3, deadline=None)
@given(st.text(min_size=1, max_size=40), st.binary(max_size=60))
def test_a_sealed_key_opens_with_its_password_alone(password: str, message: bytes) -> None:
    key = keys.new_key()
    sealed = key.seal(password)
    assert key._private.private_bytes_raw().hex() not in sealed
    opened = keys.unseal(sealed, key.public, password)
    assert opened is not None and keys.is_signed(message, opened.sign(message), key.public)
    assert keys.unseal(sealed, key.public, password + "x") is None


@pytest.mark.parametrize("damage", ["", "v1", "v1$00$00$00", "v1$zz$00$00", "open$00", "v1$00$00$00$00"])
def test_a_key_whose_stored_form_is_damaged_does_not_open(damage: str) -> None:
    assert keys.unseal(damage, keys.new_key().public, PASSWORD) is None


def test_a_key_opens_for_its_own_public_half_alone() -> None:
    key = keys.new_key()
    assert keys.unseal(key.seal(PASSWORD), keys.new_key().public, PASSWORD) is None


def test_a_key_is_sealed_as_rfc_9106_recommends_and_never_twice_alike() -> None:
    """With what the second recommended option of section 4 derives of the password, and nothing weaker."""
    key = keys.new_key()
    first, second = (key.seal(PASSWORD).split("$")[1:] for _ in range(2))
    assert not {*first} & {*second}
    salt, nonce, locked = map(bytes.fromhex, first)
    assert (len(salt), len(nonce)) == (16, 12)
    derived = hash_secret_raw(PASSWORD.encode(), salt, 3, 64 * 1024, 4, 32, Type.ID)
    opened = ChaCha20Poly1305(derived).decrypt(nonce, locked, key.public.encode())
    assert opened == key._private.private_bytes_raw()


def test_a_signature_holds_for_its_message_and_key_alone() -> None:
    key, other = keys.new_key(), keys.new_key()
    signature = key.sign(b"yes")
    assert keys.is_signed(b"yes", signature, key.public)
    assert not keys.is_signed(b"no", signature, key.public)
    assert not keys.is_signed(b"yes", signature, other.public)
    assert not keys.is_signed(b"yes", "rubbish", key.public)
