// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {Account, AgreementLists, BoundValue, Choice, List} from "./AgreementState.sol";
import {AgreementTerms, TermsMalformed} from "./AgreementTerms.sol";

// A value or observation is a program in postfix order: operands first, then what is done with them. It is read from
// front to back with one stack, so no nesting of terms can exhaust the machine. An observation is 1 or 0.
//
//   01 integer            02 account(20) token(20): available money       03 name owner(20): number chosen
//   04 interval's start   05 interval's end   06 name: remembered value   07 negate
//   08 add   09 subtract   0a multiply   0b divide   0c (condition, whenTrue, whenFalse): one of two
//   10 true  11 false      12 and   13 or    14 not  15 name owner(20): whether anything was chosen
//   16 >=    17 >          18 <     19 <=    1a =
//
// Operands have no effects and every operation has a result (a quotient by zero is zero), so evaluating all of them is
// the same as evaluating those that matter.

uint256 constant CONSTANT = 0x01;
uint256 constant AVAILABLE_MONEY = 0x02;
uint256 constant CHOICE_VALUE = 0x03;
uint256 constant INTERVAL_START = 0x04;
uint256 constant INTERVAL_END = 0x05;
uint256 constant USE_VALUE = 0x06;
uint256 constant NEGATE = 0x07;
uint256 constant ADD = 0x08;
uint256 constant SUBTRACT = 0x09;
uint256 constant MULTIPLY = 0x0a;
uint256 constant DIVIDE = 0x0b;
uint256 constant COND = 0x0c;
uint256 constant TRUE = 0x10;
uint256 constant FALSE = 0x11;
uint256 constant AND = 0x12;
uint256 constant OR = 0x13;
uint256 constant NOT = 0x14;
uint256 constant CHOSE_SOMETHING = 0x15;
uint256 constant AT_LEAST = 0x16;
uint256 constant GREATER = 0x17;
uint256 constant LESS = 0x18;
uint256 constant AT_MOST = 0x19;
uint256 constant EQUAL = 0x1a;

// How many operands a program may have waiting.
uint256 constant STACK_MAX = 128;
// What is paid in or chosen has at most this many bits (79 billion coins of 18 decimals), and what is computed from it
// at most `WIDTH_MAX`: a product of two entries, and 62 bits more.
uint256 constant ENTRY_WIDTH = 96;
uint256 constant TIME_WIDTH = 64;
uint256 constant WIDTH_MAX = 254;
// How the checker marks that a program gives true or false, and no number.
uint256 constant BOOLEAN = type(uint256).max;

/// This value could need more than 254 bits, so some transaction could not be computed.
error IntegerTooWide(uint256 bits);
/// This program has more than 128 operands waiting.
error ProgramTooDeep();

/// What a program can look at.
struct Surroundings {
    uint256 from;
    uint256 to;
    List accounts;
    List choices;
    List boundValues;
    /// Where programs are worked out.
    int256[] stack;
}

/// What the checker knows of a remembered value: how wide it is, and which values were remembered before it. Scopes are
/// pointers (zero: none), for a way that branches shares what came before.
struct Scope {
    bytes32 name;
    uint256 width;
    bytes32 outer;
}

/// @title Values and observations: how they are worked out, and how large they can be.
library AgreementValues {
    /// @notice What a program that was checked gives. Nothing overflows in it, and no operand is missing, as `widthOf` saw.
    function evaluate(bytes calldata program, Surroundings memory around) internal pure returns (int256) {
        unchecked {
            int256[] memory stack = around.stack;
            uint256 top; // how many operands wait
            for (uint256 cursor = 0; cursor < program.length;) {
                uint256 operation = AgreementTerms.uintAt(program, cursor++, 1);
                if (operation == CONSTANT) {
                    (stack[top++], cursor) = AgreementTerms.intAt(program, cursor);
                } else if (operation == AVAILABLE_MONEY) {
                    stack[top++] = int256(
                        moneyOf(
                            around.accounts,
                            AgreementTerms.addressAt(program, cursor),
                            AgreementTerms.addressAt(program, cursor + 20)
                        )
                    );
                    cursor += 40;
                } else if (operation == CHOICE_VALUE || operation == CHOSE_SOMETHING) {
                    bytes32 name;
                    (name, cursor) = AgreementTerms.nameAt(program, cursor);
                    (bool chosen, int256 number) =
                        choiceOf(around.choices, name, AgreementTerms.addressAt(program, cursor));
                    stack[top++] = operation == CHOICE_VALUE ? number : toInt(chosen);
                    cursor += 20;
                } else if (operation == USE_VALUE) {
                    bytes32 name;
                    (name, cursor) = AgreementTerms.nameAt(program, cursor);
                    (, stack[top++]) = boundValueOf(around.boundValues, name);
                } else if (operation == INTERVAL_START) {
                    stack[top++] = int256(around.from);
                } else if (operation == INTERVAL_END) {
                    stack[top++] = int256(around.to);
                } else if (operation == TRUE) {
                    stack[top++] = 1;
                } else if (operation == FALSE) {
                    stack[top++] = 0;
                } else if (operation == NEGATE) {
                    stack[top - 1] = -stack[top - 1];
                } else if (operation == NOT) {
                    stack[top - 1] = 1 - stack[top - 1];
                } else if (operation == COND) {
                    top -= 2;
                    stack[top - 1] = stack[top - 1] == 1 ? stack[top] : stack[top + 1];
                } else {
                    --top;
                    stack[top - 1] = combine(operation, stack[top - 1], stack[top]);
                }
            }
            return stack[0];
        }
    }

    function combine(uint256 operation, int256 left, int256 right) internal pure returns (int256) {
        unchecked {
            if (operation == ADD) return left + right;
            if (operation == SUBTRACT) return left - right;
            if (operation == MULTIPLY) return left * right;
            if (operation == DIVIDE) return right == 0 ? int256(0) : left / right;
            if (operation == AND) return left & right;
            if (operation == OR) return left | right;
            if (operation == AT_LEAST) return toInt(left >= right);
            if (operation == GREATER) return toInt(left > right);
            if (operation == LESS) return toInt(left < right);
            if (operation == AT_MOST) return toInt(left <= right);
            return toInt(left == right);
        }
    }

    function toInt(bool truth) internal pure returns (int256 bit) {
        assembly ("memory-safe") {
            bit := truth
        }
    }

    function moneyOf(List memory accounts, address owner, address token) internal pure returns (uint256) {
        for (uint256 i = 0; i < accounts.length; ++i) {
            Account memory account = AgreementLists.accountAt(accounts, i);
            if (account.owner == owner && account.token == token) return account.amount;
        }
        return 0;
    }

    function choiceOf(List memory choices, bytes32 name, address owner) internal pure returns (bool, int256) {
        for (uint256 i = 0; i < choices.length; ++i) {
            Choice memory choice = AgreementLists.choiceAt(choices, i);
            if (choice.name == name && choice.owner == owner) return (true, choice.chosen);
        }
        return (false, 0);
    }

    function boundValueOf(List memory boundValues, bytes32 name) internal pure returns (bool, int256) {
        for (uint256 i = 0; i < boundValues.length; ++i) {
            BoundValue memory boundValue = AgreementLists.boundValueAt(boundValues, i);
            if (boundValue.name == name) return (true, boundValue.value);
        }
        return (false, 0);
    }

    function scopeWith(bytes32 name, uint256 width, bytes32 outer) internal pure returns (bytes32 pointer) {
        Scope memory scope = Scope(name, width, outer);
        assembly ("memory-safe") {
            pointer := scope
        }
    }

    function widthIn(bytes32 pointer, bytes32 name) internal pure returns (uint256) {
        while (pointer != 0) {
            Scope memory scope;
            assembly ("memory-safe") {
                scope := pointer
            }
            if (scope.name == name) return scope.width;
            pointer = scope.outer;
        }
        return 0;
    }

    /// The b for which |number| <= 2^b.
    function widthOfInteger(int256 number) internal pure returns (uint256) {
        if (number == 0) return 0;
        return Math.log2(uint256(number > 0 ? number : ~number)) + 1;
    }

    /// @notice Checks a program before anybody relies on it, and says how wide its result can be: |result| <= 2^width,
    /// whatever is paid in and chosen; or `BOOLEAN`; and how many operations it has. So an agreement that was opened never fails for its numbers.
    function widthOf(bytes calldata program, bytes32 scope, int256[] memory scratch)
        internal
        pure
        returns (uint256, uint256 operations)
    {
        uint256[] memory stack;
        assembly ("memory-safe") {
            stack := scratch
        }
        uint256 top;
        for (uint256 cursor = 0; cursor < program.length; ++operations) {
            uint256 start = cursor;
            uint256 operation = AgreementTerms.uintAt(program, cursor++, 1);
            uint256 width;
            if (operation == CONSTANT) {
                int256 number;
                (number, cursor) = AgreementTerms.intAt(program, cursor);
                width = widthOfInteger(number);
            } else if (operation == AVAILABLE_MONEY) {
                AgreementTerms.uintAt(program, cursor + 20, 20);
                cursor += 40;
                width = ENTRY_WIDTH;
            } else if (operation == CHOICE_VALUE || operation == CHOSE_SOMETHING) {
                (, cursor) = AgreementTerms.nameAt(program, cursor);
                AgreementTerms.uintAt(program, cursor, 20);
                cursor += 20;
                width = operation == CHOICE_VALUE ? ENTRY_WIDTH : BOOLEAN;
            } else if (operation == USE_VALUE) {
                bytes32 name;
                (name, cursor) = AgreementTerms.nameAt(program, cursor);
                width = widthIn(scope, name);
            } else if (operation == INTERVAL_START || operation == INTERVAL_END) {
                width = TIME_WIDTH;
            } else if (operation == TRUE || operation == FALSE) {
                width = BOOLEAN;
            } else {
                (width, top) = widthOfResult(operation, stack, top, start);
            }
            require(width <= WIDTH_MAX || width == BOOLEAN, IntegerTooWide(width));
            require(top < STACK_MAX, ProgramTooDeep());
            stack[top++] = width;
        }
        require(top == 1, TermsMalformed(program.length));
        return (stack[0], operations);
    }

    /// The width of an operation's result, and how many operands are left when it has taken its own.
    function widthOfResult(uint256 operation, uint256[] memory stack, uint256 top, uint256 cursor)
        internal
        pure
        returns (uint256, uint256)
    {
        uint256 taken = operation == NEGATE || operation == NOT ? 1 : operation == COND ? 3 : 2;
        require(taken <= top, TermsMalformed(cursor));
        top -= taken;
        uint256 left = stack[top];
        if (taken == 1) {
            require((left == BOOLEAN) == (operation == NOT), TermsMalformed(cursor));
            return (left, top);
        }
        uint256 right = stack[top + 1];
        if (taken == 3) {
            require(left == BOOLEAN && right != BOOLEAN && stack[top + 2] != BOOLEAN, TermsMalformed(cursor));
            return (Math.max(right, stack[top + 2]), top);
        }
        bool logical = operation == AND || operation == OR;
        require((left == BOOLEAN) == logical && (right == BOOLEAN) == logical, TermsMalformed(cursor));
        if (operation == ADD || operation == SUBTRACT) return (Math.max(left, right) + 1, top);
        if (operation == MULTIPLY) return (left + right, top);
        if (operation == DIVIDE) return (left, top);
        require(logical || (operation >= AT_LEAST && operation <= EQUAL), TermsMalformed(cursor));
        return (BOOLEAN, top);
    }
}
