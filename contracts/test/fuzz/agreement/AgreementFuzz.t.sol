// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Agreement} from "../../../src/Agreement.sol";
import {Input, State} from "../../../src/AgreementState.sol";
import {AgreementBase} from "../../concrete/agreement/AgreementBase.sol";

/// Bytes from anybody: they open nothing that could lock money, and move nothing.
/// forge-config: default.fuzz.runs = 128
contract AgreementFuzzTest is AgreementBase {
    bytes4 private constant PANIC = bytes4(keccak256("Panic(uint256)"));

    /// Whatever is no terms is refused with an error that has a name.
    function testFuzz_OpensNothingThatIsMalformed(bytes calldata item, uint8 kind) external {
        bytes32 root = put(bytes.concat(bytes1(kind % 7), item));
        try agreement.open(root, 0, items) {
            vm.assertTrue(kind % 7 == 0 && item.length == 0);
        } catch (bytes memory reason) {
            vm.assertTrue(reason.length >= 4 && bytes4(reason) != PANIC);
        }
    }

    /// One bit of the terms changed is other terms: the step is refused, and nothing has moved.
    function testFuzz_NoOtherTermsPass(uint256 bit) external {
        open(escrow(address(token)));
        bytes memory changed = items;
        bit %= 8 * changed.length;
        changed[bit / 8] ^= bytes1(uint8(1 << (bit % 8)));
        (bool same,) = attempt(buyer, deposit(buyer, buyer, address(token), PRICE), items);
        vm.assertTrue(same);
        vm.assertEq(token.balanceOf(address(agreement)), uint256(PRICE));

        setUp();
        items = hex"";
        open(escrow(address(token)));
        (bool success, bytes memory reason) = attempt(buyer, deposit(buyer, buyer, address(token), PRICE), changed);
        vm.assertTrue(!success && bytes4(reason) != PANIC);
        vm.assertEq(token.balanceOf(address(agreement)), 0);
    }

    /// Nobody's word but the party's, whatever the bytes.
    function testFuzz_NoOtherSignaturePasses(bytes calldata signature, uint256 key, int256 chosen_) external {
        open(escrow(address(token)));
        move(buyer, one(deposit(buyer, buyer, address(token), PRICE)));
        Input memory input = choose(VERDICT, arbiter, chosen_ & 1);
        input.signature = signature;
        bytes memory expected = abi.encodeWithSelector(Agreement.NotAuthorized.selector, arbiter);
        refused(stranger, one(input), expected);
        key = key % (type(uint128).max - 1) + 1;
        if (key == ARBITER_KEY) return;
        refused(stranger, one(signed(key, input)), expected);
    }

    /// A choice passes when, and only when, it is in one of its ranges.
    function testFuzz_ChoicesStayInBounds(int64 from, int64 to, int64 otherFrom, int64 otherTo, int64 number) external {
        bytes memory bounds = bytes.concat(between(from, to), between(otherFrom, otherTo));
        open(when(PAY_BY, choiceCase(VERDICT, arbiter, hex"02", bounds, CLOSE), CLOSE));
        (bool success,) = attempt(arbiter, choose(VERDICT, arbiter, number), items);
        bool within = (from <= number && number <= to) || (otherFrom <= number && number <= otherTo);
        vm.assertTrue(success == within);
    }

    /// What is paid in is paid out, to the last unit, whatever the terms ask for.
    function testFuzz_PaysOutWhatWasPaidIn(uint96 paidIn, int256 asked) external {
        paidIn = paidIn % 1_000_000 + 1;
        asked = asked >> 2;
        bytes32 next = pay(buyer, false, seller, address(token), num(asked), CLOSE);
        open(when(PAY_BY, depositCase(buyer, buyer, address(token), num(int256(uint256(paidIn))), next), CLOSE));
        move(buyer, one(deposit(buyer, buyer, address(token), int256(uint256(paidIn)))));
        uint256 expected = asked <= 0 ? 0 : uint256(asked) < paidIn ? uint256(asked) : paidIn;
        vm.assertEq(token.balanceOf(seller), expected);
        vm.assertEq(token.balanceOf(buyer), 1_000_000 - expected);
        vm.assertEq(token.balanceOf(address(agreement)), 0);
    }

    function attempt(address sender, Input memory input, bytes memory terms) private returns (bool, bytes memory) {
        State memory before = state();
        bytes memory call_ = abi.encodeCall(Agreement.advance, (id, remaining, before, instant(), one(input), terms));
        vm.prank(sender);
        return address(agreement).call(call_);
    }
}
