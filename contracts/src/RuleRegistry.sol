// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {isSignedBy} from "./SignedBy.sol";

/// @title Which rule packs a publisher stands by: their CIDs, by jurisdiction and effective date.
/// @notice Anyone can be a publisher; whose packs to trust is the reader's choice. What was published stays, in its
/// order: a correction is a newer pack for the same date. A jurisdiction is named by its text in 32 bytes.
contract RuleRegistry is EIP712 {
    struct RulePack {
        /// The first day it applies to, in seconds of Unix time.
        uint64 effectiveFrom;
        /// When it was published here.
        uint64 publishedAt;
        /// CIDv1 in its text form.
        string cid;
    }

    bytes32 private constant RULE_PACK_TYPEHASH =
        keccak256("RulePack(address publisher,bytes32 jurisdiction,uint64 effectiveFrom,string cid,uint256 index)");

    mapping(address publisher => mapping(bytes32 jurisdiction => RulePack[])) private packsOf;

    event Published(
        address indexed publisher, bytes32 indexed jurisdiction, uint64 effectiveFrom, string cid, uint256 index
    );

    error EmptyCid(address publisher, bytes32 jurisdiction);
    error NotSigned(address publisher, bytes32 jurisdiction, uint256 index);
    error NoRulePack(address publisher, bytes32 jurisdiction, uint64 date);

    constructor() EIP712("Gristmill RuleRegistry", "1") {}

    /// @notice Adds a pack to a publisher's list. Anyone may send the publisher's signature, which names the pack's
    /// place in the list: it is good once, and packs cannot be reordered. The publisher itself needs no signature.
    function publish(
        address publisher,
        bytes32 jurisdiction,
        uint64 effectiveFrom,
        string calldata cid,
        bytes calldata signature
    ) external returns (uint256 index) {
        RulePack[] storage packs = packsOf[publisher][jurisdiction];
        index = packs.length;
        require(bytes(cid).length > 0, EmptyCid(publisher, jurisdiction));
        require(
            msg.sender == publisher
                || isSignedBy(publisher, hashRulePack(publisher, jurisdiction, effectiveFrom, cid, index), signature),
            NotSigned(publisher, jurisdiction, index)
        );
        packs.push(RulePack(effectiveFrom, uint64(block.timestamp), cid));
        emit Published(publisher, jurisdiction, effectiveFrom, cid, index);
    }

    /// @notice The pack that a publisher has for `date` (seconds of Unix time): the one that came into effect last by
    /// then, and of those for the same day the newest.
    function packFor(address publisher, bytes32 jurisdiction, uint64 date) external view returns (RulePack memory) {
        RulePack[] storage packs = packsOf[publisher][jurisdiction];
        uint256 found = packs.length;
        uint64 latest;
        for (uint256 i = 0; i < packs.length; ++i) {
            uint64 from = packs[i].effectiveFrom;
            if (from <= date && from >= latest) (found, latest) = (i, from);
        }
        require(found < packs.length, NoRulePack(publisher, jurisdiction, date));
        return packs[found];
    }

    /// @notice How many packs a publisher has published for a jurisdiction: the index that its next one gets.
    function packCount(address publisher, bytes32 jurisdiction) external view returns (uint256) {
        return packsOf[publisher][jurisdiction].length;
    }

    /// @notice The EIP-712 digest that the publisher signs.
    function hashRulePack(
        address publisher,
        bytes32 jurisdiction,
        uint64 effectiveFrom,
        string calldata cid,
        uint256 index
    ) public view returns (bytes32) {
        return _hashTypedDataV4(
            keccak256(
                abi.encode(RULE_PACK_TYPEHASH, publisher, jurisdiction, effectiveFrom, keccak256(bytes(cid)), index)
            )
        );
    }
}
