// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {
    Account,
    AgreementLists,
    BoundValue,
    Choice,
    Input,
    InputKind,
    Interval,
    List,
    Payment,
    State,
    Warning,
    WarningKind
} from "./AgreementState.sol";
import {AgreementChecks, NAMES_MAX, TooManyNames} from "./AgreementChecks.sol";
import {AgreementTerms, Bag, CASE_CHOICE, CASE_DEPOSIT, CLOSED_TERMS, IF, LET, PAY, WHEN} from "./AgreementTerms.sol";
import {AgreementValues, ENTRY_WIDTH, STACK_MAX, Surroundings} from "./AgreementValues.sol";

int256 constant ENTRY_LIMIT = int256(2 ** ENTRY_WIDTH);

error IntervalEmpty(uint64 from, uint64 to);
error IntervalInPast(uint64 to, uint64 minTime);
/// A deadline lies inside the interval: state one that is wholly before it, or wholly at and after it.
error IntervalAmbiguous(uint64 from, uint64 to, uint256 timeout);
/// Nothing happens without an input before the deadline.
error NothingToDo();
/// The input came at or after the deadline for it.
error InputLate(uint256 timeout);
error ChoiceOutOfBounds(bytes32 name, address owner, int256 chosen);
error WrongParty(address expected, address given);
error WrongToken(address expected, address given);
error WrongAmount(int256 expected, int256 given);
/// What the notification waits for does not hold.
error NotYetTrue();
/// Anything else that the agreement does not wait for.
error InputFitsNoCase();
/// No agreement holds more than 2^96 of a token, and no choice is further from zero.
error NumberTooLarge(int256 number);

/// A transaction at work.
struct Work {
    Surroundings around;
    uint256 inputs;
    List payments;
    List warnings;
    /// The `when` that each input was applied to.
    List appliedTo;
    /// The first deadline that has passed in this transaction; none is zero.
    uint256 timedOut;
    bool changed;
}

/// @title What a transaction makes of an agreement: the semantics of Marlowe v1 core, as packages/core/agreements has it.
library AgreementSemantics {
    using AgreementLists for List;

    /// @notice Applies inputs within an interval to the terms with the hash `remaining`, and gives the hash of what remains
    /// of them. `terms` has the items on the way, and all that time can lead to after each case that is taken.
    function compute(
        bytes32 remaining,
        State memory state,
        Interval calldata interval,
        Input[] calldata inputs,
        bytes calldata terms
    ) internal view returns (bytes32, Work memory work) {
        require(interval.from <= interval.to, IntervalEmpty(interval.from, interval.to));
        require(state.minTime <= interval.to, IntervalInPast(interval.to, state.minTime));
        Surroundings memory around = work.around;
        around.from = interval.from > state.minTime ? interval.from : state.minTime;
        around.to = interval.to;
        bytes32[][3] memory lists = listsOf(state);
        around.accounts = listOf(lists[0]);
        around.choices = listOf(lists[1]);
        around.boundValues = listOf(lists[2]);
        around.stack = new int256[](STACK_MAX);
        work.inputs = state.inputs;

        Bag memory bag = AgreementTerms.bagOf(terms);
        remaining = reduce(remaining, work, bag);
        for (uint256 i = 0; i < inputs.length; ++i) {
            work.appliedTo.push(remaining);
            remaining = applyInput(inputs[i], remaining, work, bag);
            work.inputs += 1;
            AgreementChecks.checkTerms(remaining, bag, around);
            remaining = reduce(remaining, work, bag);
            work.changed = true;
        }
        require(work.changed, NothingToDo());
        return (remaining, work);
    }

    /// @notice What the agreement remembers after the transaction.
    function stateAfter(Work memory work) internal pure returns (State memory state) {
        Surroundings memory around = work.around;
        bytes32[][3] memory lists = listsOf(state);
        lists[0] = itemsOf(around.accounts);
        lists[1] = itemsOf(around.choices);
        lists[2] = itemsOf(around.boundValues);
        // forge-lint: disable-next-line(unsafe-typecast)
        state.minTime = uint64(around.from);
        // forge-lint: disable-next-line(unsafe-typecast)
        state.inputs = uint64(work.inputs);
    }

    function paymentsOf(Work memory work) internal pure returns (Payment[] memory payments) {
        bytes32[] memory items = itemsOf(work.payments);
        assembly ("memory-safe") {
            payments := items
        }
    }

    function warningsOf(Work memory work) internal pure returns (Warning[] memory warnings) {
        bytes32[] memory items = itemsOf(work.warnings);
        assembly ("memory-safe") {
            warnings := items
        }
    }

    /// The accounts, choices and remembered values of a state, in place: in memory, a list of structs is a list of pointers
    /// to them, and a struct begins with its first fields.
    function listsOf(State memory state) internal pure returns (bytes32[][3] memory lists) {
        assembly ("memory-safe") {
            lists := state
        }
    }

    function listOf(bytes32[] memory pointers) internal pure returns (List memory list) {
        (list.pointers, list.length) = (pointers, pointers.length);
    }

    /// The entries of a list that has all it will have.
    function itemsOf(List memory list) internal pure returns (bytes32[] memory items) {
        items = list.pointers;
        uint256 length = list.length;
        assembly ("memory-safe") {
            mstore(items, length)
        }
    }

    /// Goes on until the terms wait for an input, or are closed with nothing left inside.
    function reduce(bytes32 remaining, Work memory work, Bag memory bag) internal pure returns (bytes32) {
        Surroundings memory around = work.around;
        while (remaining != CLOSED_TERMS) {
            bytes calldata item = AgreementTerms.find(bag, remaining);
            uint256 kind = AgreementTerms.uintAt(item, 0, 1);
            uint256 cursor;
            if (kind == WHEN) {
                uint256 timeout = AgreementTerms.uintAt(item, 1, 8);
                if (around.to < timeout) return remaining;
                require(
                    around.from >= timeout,
                    // forge-lint: disable-next-line(unsafe-typecast)
                    IntervalAmbiguous(uint64(around.from), uint64(around.to), timeout)
                );
                if (work.timedOut == 0) work.timedOut = timeout;
                cursor = 41;
            } else if (kind == PAY) {
                cursor = pay(item, work);
            } else if (kind == LET) {
                cursor = bind(item, work);
            } else {
                bytes calldata program;
                (program, cursor) = AgreementTerms.programAt(item, 1);
                bool holds = AgreementValues.evaluate(program, around) == 1;
                if (kind == IF) cursor += holds ? 0 : 32;
                else if (!holds) warn(work, WarningKind.AssertionFailed, 0, 0, 0);
            }
            remaining = AgreementTerms.hashAt(item, cursor);
            work.changed = true;
        }
        refundAll(work);
        return CLOSED_TERMS;
    }

    /// Pays every account out to its owner.
    function refundAll(Work memory work) internal pure {
        List memory accounts = work.around.accounts;
        for (uint256 i = 0; i < accounts.length; ++i) {
            Account memory account = AgreementLists.accountAt(accounts, i);
            paid(work, Payment(account.owner, account.owner, false, account.token, account.amount));
            work.changed = true;
        }
        accounts.length = 0;
    }

    function pay(bytes calldata item, Work memory work) internal pure returns (uint256) {
        Payment memory payment = Payment(
            AgreementTerms.addressAt(item, 1),
            AgreementTerms.addressAt(item, 22),
            AgreementTerms.uintAt(item, 21, 1) == 1,
            AgreementTerms.addressAt(item, 42),
            0
        );
        (bytes calldata program, uint256 end) = AgreementTerms.programAt(item, 62);
        List memory accounts = work.around.accounts;
        int256 expected = AgreementValues.evaluate(program, work.around);
        if (expected <= 0) {
            warn(work, warningOf(WarningKind.NonPositivePay, payment, expected, 0));
            return end;
        }
        uint256 available = AgreementValues.moneyOf(accounts, payment.from, payment.token);
        payment.amount = available < uint256(expected) ? available : uint256(expected);
        setMoney(accounts, payment.from, payment.token, available - payment.amount);
        if (payment.amount < uint256(expected)) {
            warn(work, warningOf(WarningKind.PartialPay, payment, expected, int256(payment.amount)));
        }
        if (payment.inside) addMoney(accounts, payment.to, payment.token, payment.amount);
        paid(work, payment);
        return end;
    }

    /// Remembers a value under a name.
    function bind(bytes calldata item, Work memory work) internal pure returns (uint256) {
        (bytes32 name, uint256 cursor) = AgreementTerms.nameAt(item, 1);
        (bytes calldata program, uint256 end) = AgreementTerms.programAt(item, cursor);
        int256 value = AgreementValues.evaluate(program, work.around);
        List memory boundValues = work.around.boundValues;
        for (uint256 i = 0; i < boundValues.length; ++i) {
            BoundValue memory known = AgreementLists.boundValueAt(boundValues, i);
            if (known.name != name) continue;
            warn(work, WarningKind.Shadowing, name, known.value, value);
            known.value = value;
            return end;
        }
        BoundValue memory added = BoundValue(name, value);
        bytes32 pointer;
        assembly ("memory-safe") {
            pointer := added
        }
        boundValues.push(pointer);
        return end;
    }

    /// An account keeps its place while there is money in it.
    function setMoney(List memory accounts, address owner, address token, uint256 amount) internal pure {
        for (uint256 i = 0; i < accounts.length; ++i) {
            Account memory account = AgreementLists.accountAt(accounts, i);
            if (account.owner != owner || account.token != token) continue;
            if (amount == 0) accounts.removeAt(i);
            else account.amount = amount;
            return;
        }
        if (amount == 0) return;
        Account memory added = Account(owner, token, amount);
        bytes32 pointer;
        assembly ("memory-safe") {
            pointer := added
        }
        accounts.push(pointer);
    }

    function addMoney(List memory accounts, address owner, address token, uint256 amount) internal pure {
        setMoney(accounts, owner, token, AgreementValues.moneyOf(accounts, owner, token) + amount);
    }

    function paid(Work memory work, Payment memory payment) internal pure {
        bytes32 pointer;
        assembly ("memory-safe") {
            pointer := payment
        }
        work.payments.push(pointer);
    }

    function warn(Work memory work, Warning memory warning) internal pure {
        bytes32 pointer;
        assembly ("memory-safe") {
            pointer := warning
        }
        work.warnings.push(pointer);
    }

    function warn(Work memory work, WarningKind kind, bytes32 name, int256 first, int256 second) internal pure {
        warn(work, Warning(kind, address(0), address(0), false, address(0), name, first, second));
    }

    function warningOf(WarningKind kind, Payment memory payment, int256 first, int256 second)
        internal
        pure
        returns (Warning memory)
    {
        return Warning(kind, payment.from, payment.to, payment.inside, payment.token, 0, first, second);
    }

    /// Applies an input to the first case that it fits, and gives the hash of what follows.
    function applyInput(Input calldata input, bytes32 remaining, Work memory work, Bag memory bag)
        internal
        pure
        returns (bytes32)
    {
        if (remaining == CLOSED_TERMS) {
            require(work.timedOut == 0, InputLate(work.timedOut));
            revert InputFitsNoCase();
        }
        bytes calldata cases = AgreementTerms.find(bag, AgreementTerms.hashAt(AgreementTerms.find(bag, remaining), 9));
        for (uint256 cursor = 1; cursor < cases.length; cursor += 32) {
            bool fits;
            (fits, cursor) = fitsCase(input, cases, cursor, work);
            if (!fits) continue;
            record(input, work);
            return AgreementTerms.hashAt(cases, cursor);
        }
        refuse(input, cases, work);
    }

    /// Whether an input is what the case at this place waits for, and where the hash of what follows it is.
    function fitsCase(Input calldata input, bytes calldata cases, uint256 cursor, Work memory work)
        internal
        pure
        returns (bool, uint256)
    {
        uint256 kind = AgreementTerms.uintAt(cases, cursor, 1);
        if (kind == CASE_DEPOSIT) {
            (bytes calldata amount, uint256 end) = AgreementTerms.programAt(cases, cursor + 61);
            return (
                input.kind == InputKind.Deposit && input.account == AgreementTerms.addressAt(cases, cursor + 1)
                    && input.party == AgreementTerms.addressAt(cases, cursor + 21)
                    && input.token == AgreementTerms.addressAt(cases, cursor + 41)
                    && input.number == AgreementValues.evaluate(amount, work.around),
                end
            );
        }
        if (kind == CASE_CHOICE) {
            (bytes32 name, uint256 end) = AgreementTerms.nameAt(cases, cursor + 1);
            bool asked = input.kind == InputKind.Choice && input.name == name
                && input.party == AgreementTerms.addressAt(cases, end);
            (bool within, uint256 after_) = withinBounds(input.number, cases, end + 20);
            return (asked && within, after_);
        }
        (bytes calldata condition, uint256 next) = AgreementTerms.programAt(cases, cursor + 1);
        return (input.kind == InputKind.Notify && AgreementValues.evaluate(condition, work.around) == 1, next);
    }

    function withinBounds(int256 chosen, bytes calldata cases, uint256 cursor)
        internal
        pure
        returns (bool within, uint256 end)
    {
        uint256 bounds = AgreementTerms.uintAt(cases, cursor, 1);
        end = cursor + 1;
        for (uint256 i = 0; i < bounds; ++i) {
            int256 from;
            int256 to;
            (from, end) = AgreementTerms.intAt(cases, end);
            (to, end) = AgreementTerms.intAt(cases, end);
            within = within || (from <= chosen && chosen <= to);
        }
    }

    function record(Input calldata input, Work memory work) internal pure {
        if (input.kind == InputKind.Notify) return;
        require(input.number <= ENTRY_LIMIT, NumberTooLarge(input.number));
        if (input.kind == InputKind.Choice) {
            require(-ENTRY_LIMIT <= input.number, NumberTooLarge(input.number));
            return choose(input, work.around.choices);
        }
        if (input.number <= 0) {
            Payment memory nothing = Payment(input.party, input.account, true, input.token, 0);
            warn(work, warningOf(WarningKind.NonPositiveDeposit, nothing, input.number, 0));
            return;
        }
        List memory accounts = work.around.accounts;
        // Accounts pay one another, so it is all of them together that must stay within what programs reckon with.
        uint256 held = uint256(input.number);
        for (uint256 i = 0; i < accounts.length; ++i) {
            Account memory account = AgreementLists.accountAt(accounts, i);
            if (account.token == input.token) held += account.amount;
        }
        require(held <= uint256(ENTRY_LIMIT), NumberTooLarge(int256(held)));
        addMoney(accounts, input.account, input.token, uint256(input.number));
    }

    function choose(Input calldata input, List memory choices) internal pure {
        for (uint256 i = 0; i < choices.length; ++i) {
            Choice memory known = AgreementLists.choiceAt(choices, i);
            if (known.name != input.name || known.owner != input.party) continue;
            known.chosen = input.number;
            return;
        }
        require(choices.length < NAMES_MAX, TooManyNames());
        Choice memory added = Choice(input.name, input.party, input.number);
        bytes32 pointer;
        assembly ("memory-safe") {
            pointer := added
        }
        choices.push(pointer);
    }

    /// Says in what an input that fits no case is wrong.
    function refuse(Input calldata input, bytes calldata cases, Work memory work) internal pure {
        for (uint256 cursor = 1; cursor < cases.length; cursor += 32) {
            uint256 start = cursor;
            (, cursor) = fitsCase(input, cases, cursor, work);
            uint256 kind = AgreementTerms.uintAt(cases, start, 1);
            if (kind == CASE_DEPOSIT) {
                if (input.kind != InputKind.Deposit || input.account != AgreementTerms.addressAt(cases, start + 1)) {
                    continue;
                }
                address by = AgreementTerms.addressAt(cases, start + 21);
                require(input.party == by, WrongParty(by, input.party));
                address token = AgreementTerms.addressAt(cases, start + 41);
                require(input.token == token, WrongToken(token, input.token));
                (bytes calldata amount,) = AgreementTerms.programAt(cases, start + 61);
                revert WrongAmount(AgreementValues.evaluate(amount, work.around), input.number);
            }
            if (kind == CASE_CHOICE) {
                (bytes32 name, uint256 end) = AgreementTerms.nameAt(cases, start + 1);
                if (
                    input.kind != InputKind.Choice || input.name != name
                        || input.party != AgreementTerms.addressAt(cases, end)
                ) continue;
                revert ChoiceOutOfBounds(name, input.party, input.number);
            }
            require(input.kind != InputKind.Notify, NotYetTrue());
        }
        require(work.timedOut == 0, InputLate(work.timedOut));
        revert InputFitsNoCase();
    }
}
