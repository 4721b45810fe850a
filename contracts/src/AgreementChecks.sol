// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AgreementLists, BoundValue, List} from "./AgreementState.sol";
import {
    AgreementTerms,
    ASSERT,
    Bag,
    CASE_CHOICE,
    CASE_DEPOSIT,
    CASE_NOTIFY,
    CASES,
    CLOSED_TERMS,
    IF,
    LET,
    PAY,
    TermsMalformed,
    WHEN
} from "./AgreementTerms.sol";
import {AgreementValues, BOOLEAN, Surroundings} from "./AgreementValues.sol";

// How many items may follow one another by time alone.
uint256 constant ITEMS_MAX = 256;
// How many payments there may be on a way to the end by time alone, with one for each account there is.
uint256 constant PAYOUTS_MAX = 64;
// How many operations there may be in the values and observations on such a way: each may look through a list of 64.
uint256 constant OPERATIONS_MAX = 512;
// How many values may be remembered, and how many choices.
uint256 constant NAMES_MAX = 64;

/// More than 256 items, or 512 operations, until the next input: it could take more than one transaction to work it out.
error TermsTooLarge();
error TooManyPayouts();
error TooManyNames();
/// Money for this party would be nobody's: the zero address, or the agreements' own contract.
error InvalidParty(address party);

/// Where the checker still has to go, and what it knows by then.
struct Ahead {
    bytes32 hash;
    bytes32 scope;
    uint256 payouts;
    uint256 names;
    uint256 operations;
}

/// @title What terms must be like before money is entrusted to them.
library AgreementChecks {
    using AgreementLists for List;

    /// @notice Checks all that time alone can lead to from `root`, with the cases on the way. What passes can always be
    /// driven to its end: every item is known and well-formed, no integer grows too wide, and the way is short enough for
    /// one transaction. What follows a case is checked when the case is taken.
    function checkTerms(bytes32 root, Bag memory bag, Surroundings memory around) internal view {
        require(around.accounts.length <= PAYOUTS_MAX, TooManyPayouts());
        List memory left;
        go(left, Ahead(root, scopeOf(around.boundValues), around.accounts.length, around.boundValues.length, 0));
        for (uint256 items = 0; left.length > 0;) {
            Ahead memory here = nextOf(left);
            if (here.hash == CLOSED_TERMS) continue;
            require(++items <= ITEMS_MAX, TermsTooLarge());
            bytes calldata item = AgreementTerms.find(bag, here.hash);
            uint256 kind = AgreementTerms.uintAt(item, 0, 1);
            uint256 cursor;
            if (kind == PAY) {
                cursor = checkPay(item, here, around.stack);
            } else if (kind == LET) {
                cursor = checkLet(item, here, around.stack);
            } else if (kind == WHEN) {
                checkCases(AgreementTerms.find(bag, AgreementTerms.hashAt(item, 9)), here, around.stack);
                cursor = 41;
            } else {
                require(kind == IF || kind == ASSERT, TermsMalformed(0));
                cursor = checkProgram(item, 1, true, here, around.stack);
                if (kind == IF) {
                    go(
                        left,
                        Ahead(
                            AgreementTerms.hashAt(item, cursor + 32),
                            here.scope,
                            here.payouts,
                            here.names,
                            here.operations
                        )
                    );
                }
            }
            require(item.length == cursor + (kind == IF ? 64 : 32), TermsMalformed(cursor));
            here.hash = AgreementTerms.hashAt(item, cursor);
            go(left, here);
        }
    }

    function go(List memory left, Ahead memory ahead) internal pure {
        bytes32 pointer;
        assembly ("memory-safe") {
            pointer := ahead
        }
        left.push(pointer);
    }

    function nextOf(List memory left) internal pure returns (Ahead memory ahead) {
        left.length -= 1;
        bytes32 pointer = left.pointers[left.length];
        assembly ("memory-safe") {
            ahead := pointer
        }
    }

    function checkPay(bytes calldata item, Ahead memory here, int256[] memory stack) internal view returns (uint256) {
        requireParty(AgreementTerms.addressAt(item, 1));
        require(AgreementTerms.uintAt(item, 21, 1) <= 1, TermsMalformed(21));
        requireParty(AgreementTerms.addressAt(item, 22));
        require(++here.payouts <= PAYOUTS_MAX, TooManyPayouts());
        return checkProgram(item, 62, false, here, stack);
    }

    function checkLet(bytes calldata item, Ahead memory here, int256[] memory stack) internal pure returns (uint256) {
        (bytes32 name, uint256 cursor) = AgreementTerms.nameAt(item, 1);
        (bytes calldata program, uint256 end) = AgreementTerms.programAt(item, cursor);
        uint256 width = checkOperations(program, here, stack);
        require(width != BOOLEAN, TermsMalformed(cursor));
        require(++here.names <= NAMES_MAX, TooManyNames());
        here.scope = AgreementValues.scopeWith(name, width, here.scope);
        return end;
    }

    function checkCases(bytes calldata item, Ahead memory here, int256[] memory stack) internal view {
        require(AgreementTerms.uintAt(item, 0, 1) == CASES, TermsMalformed(0));
        for (uint256 cursor = 1; cursor < item.length; cursor += 32) {
            uint256 kind = AgreementTerms.uintAt(item, cursor, 1);
            if (kind == CASE_DEPOSIT) {
                requireParty(AgreementTerms.addressAt(item, cursor + 1));
                requireParty(AgreementTerms.addressAt(item, cursor + 21));
                cursor = checkProgram(item, cursor + 61, false, here, stack);
            } else if (kind == CASE_CHOICE) {
                (, cursor) = AgreementTerms.nameAt(item, cursor + 1);
                uint256 bounds = AgreementTerms.uintAt(item, cursor + 20, 1);
                cursor += 21;
                for (uint256 i = 0; i < 2 * bounds; ++i) {
                    (, cursor) = AgreementTerms.intAt(item, cursor);
                }
            } else {
                require(kind == CASE_NOTIFY, TermsMalformed(cursor));
                cursor = checkProgram(item, cursor + 1, true, here, stack);
            }
            require(cursor + 32 <= item.length, TermsMalformed(cursor));
        }
    }

    function checkProgram(
        bytes calldata item,
        uint256 cursor,
        bool observation,
        Ahead memory here,
        int256[] memory stack
    ) internal pure returns (uint256) {
        (bytes calldata program, uint256 end) = AgreementTerms.programAt(item, cursor);
        require((checkOperations(program, here, stack) == BOOLEAN) == observation, TermsMalformed(cursor));
        return end;
    }

    function checkOperations(bytes calldata program, Ahead memory here, int256[] memory stack)
        internal
        pure
        returns (uint256)
    {
        (uint256 width, uint256 operations) = AgreementValues.widthOf(program, here.scope, stack);
        here.operations += operations;
        require(here.operations <= OPERATIONS_MAX, TermsTooLarge());
        return width;
    }

    function requireParty(address party) internal view {
        address self;
        assembly ("memory-safe") {
            self := address()
        }
        require(party != address(0) && party != self, InvalidParty(party));
    }

    /// The values that are remembered already, as wide as they are.
    function scopeOf(List memory boundValues) internal pure returns (bytes32 scope) {
        for (uint256 i = 0; i < boundValues.length; ++i) {
            BoundValue memory boundValue = AgreementLists.boundValueAt(boundValues, i);
            scope = AgreementValues.scopeWith(boundValue.name, AgreementValues.widthOfInteger(boundValue.value), scope);
        }
    }
}
