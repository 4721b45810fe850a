// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";

/// @notice Whether `signature` is `signer`'s over `digest`: of a key in 65 bytes (r, s, v) or 64 (EIP-2098), or whatever
/// a contract wallet accepts (ERC-1271).
/// @dev Keys first: that is most signers, and it spares them the look for code at a cold address (2,600 gas).
function isSignedBy(address signer, bytes32 digest, bytes calldata signature) view returns (bool) {
    if (signature.length == 64) {
        bytes32 r = bytes32(signature[:32]);
        bytes32 vs = bytes32(signature[32:]);
        if (isSignedByKey(signer, digest, r, vs)) return true;
    } else {
        (address recovered, ECDSA.RecoverError failure,) = ECDSA.tryRecoverCalldata(digest, signature);
        if (failure == ECDSA.RecoverError.NoError && recovered == signer) return true;
    }
    return signer.code.length > 0 && SignatureChecker.isValidERC1271SignatureNowCalldata(signer, digest, signature);
}

/// @notice `isSignedBy` for keys alone, in EIP-2098's compact form.
/// @dev Every signature has a twin (s negated). Both are let pass: what a promise pays does not depend on how often it
/// comes.
function isSignedByKey(address signer, bytes32 digest, bytes32 r, bytes32 vs) pure returns (bool) {
    // forge-lint: disable-next-line(unsafe-typecast)
    uint8 v = uint8(uint256(vs) >> 255) + 27; // one bit
    bytes32 s = vs & bytes32(type(uint256).max >> 1);
    // ecrecover gives zero for nonsense; that must never pass for a signer.
    return signer != address(0) && ecrecover(digest, v, r, s) == signer;
}
