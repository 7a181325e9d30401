"""Each person's signing key: Ed25519 (RFC 8032), its private half sealed with the person's password.

The sealing key is derived by argon2id with the low-memory profile of RFC 9106, section 4, and seals by
ChaCha20-Poly1305 (RFC 8439). An account without a password has nothing to seal with, and so no key.
"""

import secrets
from dataclasses import dataclass

from argon2.exceptions import HashingError
from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

TIME_COST, MEMORY_KIB, LANES = 3, 65536, 4
"""RFC 9106, section 4, the second recommended option."""

_KEY_BYTES, _SALT_BYTES, _NONCE_BYTES = 32, 16, 12
"""What ChaCha20-Poly1305 takes as key and nonce (RFC 8439, 2.8), and the salt RFC 9106 recommends (section 3.1)."""

_SHOWN = 12
"""Characters of a public key that tell it from others in a message."""

_SEALED = "v1"
"""Kind of seal. One called `open` stood here before accounts without a password had no key."""


@dataclass(frozen=True)
class Key:
    """An unsealed key pair. Its private half is never shown nor stored like this."""

    public: str
    """Hexadecimal."""
    _private: Ed25519PrivateKey

    def sign(self, message: bytes) -> str:
        """The signature of a message, hexadecimal."""
        return self._private.sign(message).hex()

    def seal(self, password: str) -> str:
        """The private half as it is stored."""
        assert password, "a key that nothing seals is nobody's"
        raw = self._private.private_bytes_raw()
        salt, nonce = secrets.token_bytes(_SALT_BYTES), secrets.token_bytes(_NONCE_BYTES)
        locked = ChaCha20Poly1305(_derived(password, salt)).encrypt(nonce, raw, self.public.encode())
        return "$".join((_SEALED, salt.hex(), nonce.hex(), locked.hex()))

    def __repr__(self) -> str:
        return f"Key({self.public[:_SHOWN]}…)"


def new_key() -> Key:
    """A key pair that nobody has had before."""
    return _key(Ed25519PrivateKey.generate())


def unseal(sealed: str, public: str, password: str) -> Key | None:
    """The key that `Key.seal` stored; None when the password is another, or what is stored is damaged.

    A key that opens proves the password as surely as a hash does: the seal is authenticated (RFC 8439, section 2.8).
    """
    try:
        _kind, *parts = sealed.split("$")
        salt, nonce, locked = map(bytes.fromhex, parts)
        raw = ChaCha20Poly1305(_derived(password, salt)).decrypt(nonce, locked, public.encode())
    except (InvalidTag, ValueError, HashingError):
        return None
    return _key(Ed25519PrivateKey.from_private_bytes(raw))


def is_signed(message: bytes, signature: str, public: str) -> bool:
    """Whether a signature of a message was made with the private half of this key."""
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(public)).verify(bytes.fromhex(signature), message)
    except (InvalidSignature, ValueError):
        return False
    return True


def _key(private: Ed25519PrivateKey) -> Key:
    return Key(private.public_key().public_bytes_raw().hex(), private)


def _derived(password: str, salt: bytes) -> bytes:
    return hash_secret_raw(password.encode(), salt, TIME_COST, MEMORY_KIB, LANES, _KEY_BYTES, Type.ID)
