// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

// How the terms of an agreement are written in bytes. Every term is an item of its own, and names what follows it by
// the keccak256 of the item that follows. So one hash stands for all of the terms, and a step needs only the items on
// its way:
//
//   close   00
//   pay     01 from(20) kind(1) to(20) token(20) value -> next(32)      kind: 0 to a party, 1 to an account inside
//   if      02 observation -> whenTrue(32) whenFalse(32)
//   when    03 timeout(8) -> cases(32) onTimeout(32)                    timeout: milliseconds since 1970
//   let     04 name value -> next(32)
//   assert  05 observation -> next(32)
//   cases   06 then, one after the other:
//              01 into(20) by(20) token(20) value -> next(32)           a deposit
//              02 name owner(20) count(1) {from to}* -> next(32)        a choice, and the ranges it may be in
//              03 observation -> next(32)                               a notification
//
// A value or observation is its length in 2 bytes and a program in postfix order (AgreementValues.sol). A name is its
// length in a byte and up to 32 bytes; an integer its length in a byte and up to 32 bytes, big-endian, two's complement.
// All else is fixed in size and big-endian. A token of zero is the chain's own coin.

uint256 constant CLOSE = 0;
uint256 constant PAY = 1;
uint256 constant IF = 2;
uint256 constant WHEN = 3;
uint256 constant LET = 4;
uint256 constant ASSERT = 5;
uint256 constant CASES = 6;

uint256 constant CASE_DEPOSIT = 1;
uint256 constant CASE_CHOICE = 2;
uint256 constant CASE_NOTIFY = 3;

// The hash of the item `close`.
bytes32 constant CLOSED_TERMS = keccak256(hex"00");

/// An item ends too early or too late, or has a byte that means nothing, at this place in it.
error TermsMalformed(uint256 offset);
/// The item with this hash is needed for the step and was not given.
error TermsMissing(bytes32 hash);

/// The items given with a call: all of them come from the caller, and count by their hashes.
struct Bag {
    bytes32[] hashes;
    // Where in the calldata each item lies, in the upper bits, and its length in the lower 16.
    uint256[] places;
    // Items mostly come in the order in which they are needed, so each search goes on from the last.
    uint256 next;
}

/// @title Reads the bytes that terms are written in.
library AgreementTerms {
    /// @notice Finds the items in a list of them, each with its length in 2 bytes before it.
    function bagOf(bytes calldata terms) internal pure returns (Bag memory bag) {
        uint256 count;
        uint256 cursor;
        for (; cursor < terms.length; ++count) {
            cursor += 2 + uintAt(terms, cursor, 2);
        }
        require(cursor == terms.length, TermsMalformed(cursor));
        bag.hashes = new bytes32[](count);
        bag.places = new uint256[](count);
        cursor = 0;
        for (uint256 i = 0; i < count; ++i) {
            uint256 length = uintAt(terms, cursor, 2);
            bytes calldata item = terms[cursor + 2:cursor + 2 + length];
            uint256 place;
            assembly ("memory-safe") {
                place := or(shl(16, item.offset), length)
            }
            bag.hashes[i] = keccak256(item);
            bag.places[i] = place;
            cursor += 2 + length;
        }
    }

    /// @notice The item that has this hash.
    function find(Bag memory bag, bytes32 hash) internal pure returns (bytes calldata item) {
        uint256 count = bag.hashes.length;
        uint256 index = bag.next;
        for (uint256 i = 0; i < count; ++i) {
            if (index >= count) index = 0;
            if (bag.hashes[index] == hash) {
                bag.next = index + 1;
                uint256 place = bag.places[index];
                assembly ("memory-safe") {
                    item.offset := shr(16, place)
                    item.length := and(place, 0xffff)
                }
                return item;
            }
            ++index;
        }
        revert TermsMissing(hash);
    }

    /// @notice `size` bytes (at most 32) as a number.
    function uintAt(bytes calldata item, uint256 cursor, uint256 size) internal pure returns (uint256 word) {
        require(cursor + size <= item.length, TermsMalformed(cursor));
        assembly ("memory-safe") {
            word := shr(sub(256, shl(3, size)), calldataload(add(item.offset, cursor)))
        }
    }

    function addressAt(bytes calldata item, uint256 cursor) internal pure returns (address) {
        return address(uint160(uintAt(item, cursor, 20)));
    }

    function hashAt(bytes calldata item, uint256 cursor) internal pure returns (bytes32) {
        return bytes32(uintAt(item, cursor, 32));
    }

    /// @notice A name, as text at the left of a word, and where what follows it begins.
    function nameAt(bytes calldata item, uint256 cursor) internal pure returns (bytes32 name, uint256 end) {
        uint256 size = uintAt(item, cursor, 1);
        require(size <= 32, TermsMalformed(cursor));
        // A name of no bytes shifts by 256, which gives zero.
        name = bytes32(uintAt(item, cursor + 1, size) << (256 - 8 * size));
        end = cursor + 1 + size;
    }

    function intAt(bytes calldata item, uint256 cursor) internal pure returns (int256 number, uint256 end) {
        uint256 size = uintAt(item, cursor, 1);
        require(size <= 32, TermsMalformed(cursor));
        uint256 shift = 256 - 8 * size;
        number = int256(uintAt(item, cursor + 1, size) << shift) >> shift;
        end = cursor + 1 + size;
    }

    /// @notice A value or observation, and where what follows it begins.
    function programAt(bytes calldata item, uint256 cursor)
        internal
        pure
        returns (bytes calldata program, uint256 end)
    {
        end = cursor + 2 + uintAt(item, cursor, 2);
        require(end <= item.length, TermsMalformed(cursor));
        program = item[cursor + 2:end];
    }
}
