// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// What a party has inside an agreement. A token of zero is the chain's own coin.
struct Account {
    address owner;
    address token;
    uint256 amount;
}

struct Choice {
    bytes32 name;
    address owner;
    int256 chosen;
}

struct BoundValue {
    bytes32 name;
    int256 value;
}

/// What an agreement remembers between transactions. The chain stores only its hash; entries come in the order in which
/// they were made, and no account is empty.
struct State {
    Account[] accounts;
    Choice[] choices;
    BoundValue[] boundValues;
    /// The latest time known to have passed, in milliseconds since 1970.
    uint64 minTime;
    /// How many inputs there were: what is signed, is signed for one of them.
    uint64 inputs;
}

/// What is said of the time: it is not before `from` and not after `to`, in milliseconds since 1970.
struct Interval {
    uint64 from;
    uint64 to;
}

enum InputKind {
    Deposit,
    Choice,
    Notify
}

/// A deposit of `number` of `token` by `party` into `account`'s account, the choice of `number` for `name` by `party`,
/// or a notification. What a kind has no use for is ignored.
struct Input {
    InputKind kind;
    address party;
    address account;
    address token;
    bytes32 name;
    int256 number;
    /// The party's word, EIP-712, where it does not send the transaction itself.
    bytes signature;
}

struct Payment {
    address from;
    address to;
    /// To the account of `to` inside the agreement, and not out of it.
    bool inside;
    address token;
    uint256 amount;
}

enum WarningKind {
    NonPositiveDeposit,
    NonPositivePay,
    PartialPay,
    Shadowing,
    AssertionFailed
}

/// What the terms did that nobody can have wanted; Marlowe's warnings, with zero for what a kind does not have.
struct Warning {
    WarningKind kind;
    /// Who deposits or pays, and to whom.
    address from;
    address to;
    bool inside;
    address token;
    bytes32 name;
    /// The amount asked for; the value before.
    int256 first;
    /// The amount paid; the value now.
    int256 second;
}

/// Entries in memory, as pointers, so that one list serves for all of them and grows without copying each time.
struct List {
    bytes32[] pointers;
    uint256 length;
}

/// @title Lists of entries in memory.
library AgreementLists {
    function push(List memory list, bytes32 pointer) internal pure {
        uint256 length = list.length;
        if (length == list.pointers.length) {
            bytes32[] memory longer = new bytes32[](2 * length + 4);
            for (uint256 i = 0; i < length; ++i) {
                longer[i] = list.pointers[i];
            }
            list.pointers = longer;
        }
        list.pointers[length] = pointer;
        list.length = length + 1;
    }

    function removeAt(List memory list, uint256 index) internal pure {
        list.length -= 1;
        for (uint256 i = index; i < list.length; ++i) {
            list.pointers[i] = list.pointers[i + 1];
        }
    }

    function accountAt(List memory list, uint256 index) internal pure returns (Account memory account) {
        bytes32 pointer = list.pointers[index];
        assembly ("memory-safe") {
            account := pointer
        }
    }

    function choiceAt(List memory list, uint256 index) internal pure returns (Choice memory choice) {
        bytes32 pointer = list.pointers[index];
        assembly ("memory-safe") {
            choice := pointer
        }
    }

    function boundValueAt(List memory list, uint256 index) internal pure returns (BoundValue memory boundValue) {
        bytes32 pointer = list.pointers[index];
        assembly ("memory-safe") {
            boundValue := pointer
        }
    }
}
