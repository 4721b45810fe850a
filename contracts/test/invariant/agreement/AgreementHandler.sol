// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Agreement} from "../../../src/Agreement.sol";
import {NothingToDo} from "../../../src/AgreementSemantics.sol";
import {Input, InputKind, Payment, State, Warning} from "../../../src/AgreementState.sol";
import {AgreementBase} from "../../concrete/agreement/AgreementBase.sol";
import {Payee} from "../../concrete/agreement/Payees.sol";

/// What people may do with agreements, at random: agreements of random terms, inputs that are awaited, inputs of
/// strangers, time that passes. It keeps its own books, for the invariants to compare.
contract AgreementHandler is AgreementBase {
    struct Known {
        bytes32 id;
        bytes32 remaining;
        bytes state;
        bytes items;
        bool over;
    }

    uint256 private constant STEP = 1 days;
    uint256 private constant DEPTH = 4;

    Known[] private agreements;
    /// What a `when` waits for: the handler wrote it, so it knows.
    mapping(bytes32 when => Input[]) private awaited;
    mapping(bytes32 when => uint64) private timeoutOf;
    mapping(address asset => uint256) public paidIn;
    mapping(address asset => uint256) public paidOut;

    address[3] private people;
    uint256 private random;
    uint256 private current;
    uint256 public moves;
    uint256 public closed;
    uint256 public splits;

    constructor() {
        setUp();
        people = [buyer, arbiter, address(new Payee(agreement, Payee.Manner.Refuse))];
        for (uint256 i = 0; i < 3; ++i) {
            token.mint(people[i], 1e12);
            vm.deal(people[i], 1e24);
            vm.prank(people[i]);
            token.approve(address(agreement), type(uint256).max);
        }
    }

    // What the invariants look at

    function count() external view returns (uint256) {
        return agreements.length;
    }

    function known(uint256 index) external view returns (Known memory) {
        return agreements[index];
    }

    function contracts() external view returns (Agreement, address[2] memory assets, address[3] memory owners) {
        return (agreement, [NATIVE, address(token)], people);
    }

    // What people do

    function openOne(uint256 seed) external {
        if (agreements.length >= 4) return;
        random = seed;
        items = hex"";
        bytes32 root = terms(DEPTH, uint64((block.timestamp + STEP) * 1000));
        open(root);
        agreements.push(Known(id, root, stateBytes, items, false));
    }

    function play(uint256 index, uint256 pick, uint256 number, bool sign) external {
        if (!choose_(index)) return;
        Input[] memory inputs = fitting(pick, number);
        if (inputs.length == 0) return;
        Input memory input = inputs[0];
        address sender = input.kind == InputKind.Notify ? stranger : input.party;
        if (sign && input.kind != InputKind.Notify && sender != people[2]) {
            inputs[0] = signed(sender == buyer ? BUYER_KEY : ARBITER_KEY, input);
            sender = stranger;
        }
        go(sender, inputs);
        ++moves;
    }

    /// Two inputs in one transaction do what they do one after the other.
    function playTwo(uint256 index, uint256 pick, uint256 number) external {
        if (!choose_(index)) return;
        Input[] memory first = fitting(pick, number);
        if (first.length == 0) return;
        Outcome memory one_ = outcomeOf(first);
        (bytes32 before, bytes memory beforeState) = (remaining, stateBytes);
        (remaining, stateBytes) = (one_.remaining, abi.encode(one_.state));
        Input[] memory second = fitting(pick / 7, number / 7);
        if (second.length == 0) return;
        Outcome memory other = outcomeOf(second);
        (remaining, stateBytes) = (before, beforeState);
        Outcome memory whole = outcomeOf(two(first[0], second[0]));
        vm.assertEq(whole.remaining, other.remaining, "18: the same terms remain");
        vm.assertEq(hashOf(whole.state), hashOf(other.state), "18: the same state remains");
        uint256 paid = one_.payments.length;
        vm.assertEq(whole.payments.length, paid + other.payments.length, "18: the same payments");
        for (uint256 i = 0; i < whole.payments.length; ++i) {
            Payment memory part = i < paid ? one_.payments[i] : other.payments[i - paid];
            vm.assertEq(keccak256(abi.encode(whole.payments[i])), keccak256(abi.encode(part)), "18: the same payments");
        }
        uint256 warnings = one_.warnings.length + other.warnings.length;
        vm.assertEq(whole.warnings.length, warnings, "18: the same warnings");
        ++splits;
    }

    struct Outcome {
        bytes32 remaining;
        State state;
        Payment[] payments;
        Warning[] warnings;
    }

    function outcomeOf(Input[] memory inputs) private view returns (Outcome memory outcome) {
        (outcome.remaining, outcome.state, outcome.payments, outcome.warnings) =
            agreement.preview(remaining, state(), instant(), inputs, items);
    }

    function hashOf(State memory state_) private pure returns (bytes32) {
        return keccak256(abi.encode(state_));
    }

    /// Nobody's deposit or choice passes without its party's word, whatever the bytes.
    function interfere(uint256 index, uint256 pick, uint256 number, bytes calldata signature) external {
        if (!choose_(index)) return;
        Input[] memory inputs = fitting(pick, number);
        if (inputs.length == 0 || inputs[0].kind == InputKind.Notify) return;
        inputs[0].signature = signature;
        uint256 coins = coinsOf(inputs);
        State memory before = state();
        vm.deal(stranger, coins);
        vm.prank(stranger);
        try agreement.advance{value: coins}(id, remaining, before, instant(), inputs, items) {
            vm.assertTrue(false, "19: a stranger moved an agreement");
        } catch (bytes memory reason) {
            vm.assertEq(reason, abi.encodeWithSelector(Agreement.NotAuthorized.selector, inputs[0].party));
        }
    }

    /// Anybody pushes a timeout; before it, nothing happens.
    function push(uint256 index) external {
        if (!choose_(index)) return;
        if (timeoutOf[remaining] > block.timestamp * 1000) {
            refused(stranger, nothing(), abi.encodeWithSelector(NothingToDo.selector));
        } else {
            go(stranger, nothing());
        }
    }

    function pass(uint256 seconds_) external {
        vm.warp(block.timestamp + seconds_ % STEP);
    }

    /// Time alone, to the end of all agreements.
    function passAll() external {
        vm.warp(block.timestamp + (DEPTH + 2) * STEP);
        for (uint256 i = 0; i < agreements.length; ++i) {
            if (choose_(i)) go(stranger, nothing());
        }
    }

    // How it does it

    function choose_(uint256 index) private returns (bool) {
        if (agreements.length == 0) return false;
        current = index % agreements.length;
        Known memory now_ = agreements[current];
        (id, remaining) = (now_.id, now_.remaining);
        (stateBytes, items) = (now_.state, now_.items);
        return !now_.over;
    }

    function go(address sender, Input[] memory inputs) private {
        (,, Payment[] memory payments,) = agreement.preview(remaining, state(), instant(), inputs, items);
        for (uint256 i = 0; i < inputs.length; ++i) {
            if (inputs[i].kind == InputKind.Deposit && inputs[i].number > 0) {
                paidIn[inputs[i].token] += uint256(inputs[i].number);
            }
        }
        for (uint256 i = 0; i < payments.length; ++i) {
            if (!payments[i].inside) paidOut[payments[i].token] += payments[i].amount;
        }
        uint256 coins = coinsOf(inputs);
        vm.deal(sender, sender.balance + coins);
        move(sender, inputs, coins);
        agreements[current] = Known(id, remaining, stateBytes, items, isOver());
        if (isOver()) ++closed;
    }

    function coinsOf(Input[] memory inputs) private pure returns (uint256 coins) {
        for (uint256 i = 0; i < inputs.length; ++i) {
            if (inputs[i].kind == InputKind.Deposit && inputs[i].token == NATIVE && inputs[i].number > 0) {
                coins += uint256(inputs[i].number);
            }
        }
    }

    /// One input that is awaited now, or none. A first transaction works the terms out to where they wait.
    function fitting(uint256 pick, uint256 number) private view returns (Input[] memory) {
        uint256 waiting = awaited[remaining].length;
        if (waiting == 0 || timeoutOf[remaining] <= block.timestamp * 1000) return nothing();
        Input memory input = awaited[remaining][pick % waiting];
        if (input.kind == InputKind.Choice) input.number = int256(number % 10);
        return one(input);
    }

    function next(uint256 options) private returns (uint256) {
        random = uint256(keccak256(abi.encode(random)));
        return random % options;
    }

    function person() private returns (address) {
        return people[next(3)];
    }

    function asset_() private returns (address) {
        return next(2) == 0 ? NATIVE : address(token);
    }

    function terms(uint256 depth, uint64 timeout) private returns (bytes32) {
        if (depth == 0) return CLOSE;
        uint256 kind = depth == DEPTH ? 0 : next(8);
        if (kind < 4) return waiting_(depth, timeout);
        bytes32 follows = terms(depth - 1, timeout);
        if (kind < 6) return pay(person(), next(2) == 0, person(), asset_(), value(), follows);
        if (kind == 6) return remember(next(2) == 0 ? bytes32("x") : bytes32("y"), value(), follows);
        return branch(bytes.concat(value(), value(), hex"17"), follows, terms(depth - 1, timeout));
    }

    function waiting_(uint256 depth, uint64 timeout) private returns (bytes32 root) {
        uint64 later = timeout + uint64(STEP * 1000);
        uint256 cases = 1 + next(3);
        Input[] memory inputs = new Input[](cases);
        bytes memory list;
        for (uint256 i = 0; i < cases; ++i) {
            bytes32 follows = terms(depth - 1, later);
            uint256 kind = next(4);
            if (kind < 2) {
                inputs[i] = deposit(person(), person(), asset_(), int256(1000 * i + next(900)) - 20);
                list = bytes.concat(
                    list,
                    depositCase(inputs[i].party, inputs[i].account, inputs[i].token, num(inputs[i].number), follows)
                );
            } else if (kind == 2) {
                inputs[i] = choose(bytes32(uint256(0x61 + i) << 248), person(), 0);
                list = bytes.concat(list, choiceCase(inputs[i].name, inputs[i].party, hex"01", between(0, 9), follows));
            } else {
                inputs[i] = notification();
                list = bytes.concat(list, notifyCase(hex"10", follows));
            }
        }
        root = when(timeout, list, terms(depth - 1, later));
        if (awaited[root].length == 0) {
            for (uint256 i = 0; i < cases; ++i) {
                awaited[root].push(inputs[i]);
            }
        }
        timeoutOf[root] = timeout;
    }

    function value() private returns (bytes memory) {
        uint256 kind = next(6);
        if (kind == 0) return num(int256(next(1500)) - 50);
        if (kind == 1) return money(person(), asset_());
        if (kind == 2) return chosen("a", person());
        if (kind == 3) return used("x");
        if (kind == 4) return bytes.concat(money(person(), asset_()), num(3), hex"0b");
        return bytes.concat(num(int256(next(300))), chosen("b", person()), hex"0a");
    }
}
