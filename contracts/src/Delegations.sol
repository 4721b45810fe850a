// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {isSignedBy} from "./SignedBy.sol";

/// @title Session keys: a signer lets another key sign vouchers, up to a limit and until a day.
/// @notice A delegation is a signed message that its first voucher brings along; it costs no transaction of its own.
abstract contract Delegations is EIP712 {
    struct Delegation {
        /// Whose accounts the delegate may promise from, and who signs this.
        address signer;
        address delegate;
        /// Only on behalf of this payer; zero for all that the signer signs for.
        address payer;
        /// Only to this payee; zero for any. A limit for one payee alone cannot be promised to two.
        address payee;
        /// What all vouchers of the delegate may draw together.
        uint96 limit;
        /// The first second (Unix time) in which it is worth nothing any more.
        uint40 expiry;
        /// Tells equal delegations apart.
        bytes32 salt;
    }

    struct Grant {
        uint96 drawn;
        /// Zero, or when a revocation takes effect.
        uint40 revokedAt;
        /// Its signature was checked before, and need not be again.
        bool checked;
    }

    bytes32 private constant DELEGATION_TYPEHASH = keccak256(
        "Delegation(address signer,address delegate,address payer,address payee,uint96 limit,uint40 expiry,bytes32 salt)"
    );

    /// By the delegation's EIP-712 digest.
    mapping(bytes32 digest => Grant) public grantOf;

    event DelegationRevoked(address indexed signer, address indexed delegate, bytes32 indexed digest, uint40 revokedAt);

    error DelegationOutOfScope(address delegate, address payer, address payee);
    error DelegationExpired(address delegate, uint40 expiry);
    error DelegationExhausted(address delegate, uint96 limit, uint96 drawn, uint256 amount);
    error DelegationNotSigned(address signer, address delegate);
    error NotTheSigner(address caller, address signer);

    /// @notice The EIP-712 digest that the delegating signer signs.
    function hashDelegation(Delegation calldata delegation) public view returns (bytes32) {
        return _hashTypedDataV4(keccak256(abi.encode(DELEGATION_TYPEHASH, delegation)));
    }

    /// Ends a delegation at `revokedAt`.
    function _revoke(Delegation calldata delegation, uint40 revokedAt) internal {
        require(msg.sender == delegation.signer, NotTheSigner(msg.sender, delegation.signer));
        bytes32 digest = hashDelegation(delegation);
        Grant storage grant = grantOf[digest];
        // A second revocation never puts off the first.
        if (grant.revokedAt != 0) return;
        grant.revokedAt = revokedAt;
        emit DelegationRevoked(delegation.signer, delegation.delegate, digest, revokedAt);
    }

    /// Counts `amount` against the delegation's limit; reverts unless the delegate may promise it.
    function _drawDelegated(
        Delegation calldata delegation,
        bytes calldata signature,
        address payer,
        address payee,
        uint256 amount
    ) internal {
        address delegate = delegation.delegate;
        require(
            (delegation.payer == address(0) || delegation.payer == payer)
                && (delegation.payee == address(0) || delegation.payee == payee),
            DelegationOutOfScope(delegate, payer, payee)
        );
        bytes32 digest = hashDelegation(delegation);
        Grant memory grant = grantOf[digest];
        uint40 expiry = delegation.expiry;
        if (grant.revokedAt != 0 && grant.revokedAt < expiry) expiry = grant.revokedAt;
        require(block.timestamp < expiry, DelegationExpired(delegate, expiry));
        require(
            amount <= uint256(delegation.limit) - grant.drawn,
            DelegationExhausted(delegate, delegation.limit, grant.drawn, amount)
        );
        require(
            grant.checked || isSignedBy(delegation.signer, digest, signature),
            DelegationNotSigned(delegation.signer, delegate)
        );
        // forge-lint: disable-next-line(unsafe-typecast)
        grantOf[digest] = Grant(grant.drawn + uint96(amount), grant.revokedAt, true); // at most the limit
    }
}
