// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Account, BoundValue, Choice, Interval, State, Warning, WarningKind} from "../../../src/AgreementState.sol";
import {AgreementBase} from "./AgreementBase.sol";

/// Follows values.tree: each program is remembered under a name, and read back.
contract ValuesTest is AgreementBase {
    function evaluated(bytes memory value) private returns (int256) {
        bytes32 root = remember("x", value, CLOSE);
        (, State memory after_,,) = agreement.preview(root, around(), Interval(70, 80), nothing(), items);
        return after_.boundValues[after_.boundValues.length - 1].value;
    }

    /// Somebody's 7 coins, a choice of -3, and a value of 11.
    function around() private pure returns (State memory state_) {
        state_.accounts = new Account[](2);
        state_.accounts[0] = Account(seller, address(1), 9);
        state_.accounts[1] = Account(seller, NATIVE, 7);
        state_.choices = new Choice[](2);
        state_.choices[0] = Choice(VERDICT, stranger, 5);
        state_.choices[1] = Choice(VERDICT, seller, -3);
        state_.boundValues = new BoundValue[](1);
        state_.boundValues[0] = BoundValue("y", 11);
    }

    function holds(bytes memory condition) private returns (bool) {
        return evaluated(bytes.concat(condition, num(1), num(0), hex"0c")) == 1;
    }

    function twoOf(int256 left, int256 right, bytes1 operation) private pure returns (bytes memory) {
        return bytes.concat(num(left), num(right), operation);
    }

    function test_Arithmetic() external {
        vm.assertEq(evaluated(twoOf(7, -3, 0x08)), 4);
        vm.assertEq(evaluated(twoOf(7, -3, 0x09)), 10);
        vm.assertEq(evaluated(twoOf(7, -3, 0x0a)), -21);
        vm.assertEq(evaluated(bytes.concat(num(7), hex"07")), -7);
        vm.assertEq(evaluated(hex"0100"), 0);
        vm.assertEq(evaluated(hex"0101ff"), -1);
        vm.assertEq(evaluated(hex"010200ff"), 255);
    }

    function test_QuotientsAreCutTowardsZero() external {
        vm.assertEq(evaluated(twoOf(7, 2, 0x0b)), 3);
        vm.assertEq(evaluated(twoOf(-7, 2, 0x0b)), -3);
        vm.assertEq(evaluated(twoOf(7, -2, 0x0b)), -3);
        vm.assertEq(evaluated(twoOf(7, 0, 0x0b)), 0);
    }

    function test_WhatIsThereAndWhatIsNot() external {
        vm.assertEq(evaluated(money(seller, NATIVE)), 7);
        vm.assertEq(evaluated(money(buyer, NATIVE)), 0);
        vm.assertEq(evaluated(chosen(VERDICT, seller)), -3);
        vm.assertEq(evaluated(chosen("other", seller)), 0);
        vm.assertEq(evaluated(used("y")), 11);
        vm.assertEq(evaluated(used("nobody's")), 0);
        vm.assertEq(evaluated(hex"04"), 70);
        vm.assertEq(evaluated(hex"05"), 80);
        vm.assertTrue(holds(bytes.concat(hex"15", nameBytes(VERDICT), bytes20(seller))));
        vm.assertTrue(!holds(bytes.concat(hex"15", nameBytes(VERDICT), bytes20(buyer))));
    }

    function test_TruthAndComparisons() external {
        vm.assertTrue(holds(hex"10"));
        vm.assertTrue(!holds(hex"11"));
        vm.assertTrue(holds(hex"1114"));
        vm.assertTrue(!holds(hex"101112"));
        vm.assertTrue(holds(hex"101013"));
        vm.assertTrue(holds(hex"111013"));
        int256[3] memory rights = [int256(1), 2, 3];
        // >=, >, <, <=, = of 2 beside 1, 2 and 3.
        bool[5][3] memory expected =
            [[true, true, false, false, false], [true, false, false, true, true], [false, false, true, true, false]];
        for (uint256 i = 0; i < 3; ++i) {
            for (uint256 j = 0; j < 5; ++j) {
                vm.assertTrue(holds(twoOf(2, rights[i], bytes1(uint8(0x16 + j)))) == expected[i][j]);
            }
        }
    }

    function test_BranchesAndAssertions() external {
        bytes32 yes = remember("x", num(1), CLOSE);
        bytes32 no = remember("x", num(2), CLOSE);
        bytes32[2] memory roots = [branch(hex"10", yes, no), branch(hex"11", yes, no)];
        for (uint256 i = 0; i < 2; ++i) {
            (, State memory after_,,) = agreement.preview(roots[i], around(), Interval(0, 0), nothing(), items);
            vm.assertEq(after_.boundValues[1].value, int256(i + 1));
        }
        bytes32 root = assertThat(hex"10", assertThat(hex"11", remember("y", num(12), CLOSE)));
        (, State memory last,, Warning[] memory warnings) =
            agreement.preview(root, around(), Interval(0, 0), nothing(), items);
        vm.assertEq(warnings.length, 2);
        vm.assertTrue(warnings[0].kind == WarningKind.AssertionFailed);
        vm.assertTrue(warnings[1].kind == WarningKind.Shadowing && warnings[1].name == "y");
        vm.assertEq(warnings[1].first, 11);
        vm.assertEq(warnings[1].second, 12);
        vm.assertEq(last.boundValues.length, 1);
        vm.assertEq(last.boundValues[0].value, 12);
    }
}
