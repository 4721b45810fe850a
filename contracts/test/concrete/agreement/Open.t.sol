// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Agreement} from "../../../src/Agreement.sol";
import {InvalidParty, TermsTooLarge, TooManyNames, TooManyPayouts} from "../../../src/AgreementChecks.sol";
import {State} from "../../../src/AgreementState.sol";
import {TermsMalformed, TermsMissing} from "../../../src/AgreementTerms.sol";
import {IntegerTooWide, ProgramTooDeep} from "../../../src/AgreementValues.sol";
import {AgreementBase} from "./AgreementBase.sol";

/// Follows open.tree.
contract OpenTest is AgreementBase {
    function refusedTerms(bytes32 root, bytes memory expected) private {
        bytes memory all = items;
        vm.expectRevert(expected);
        agreement.open(root, 0, all);
    }

    function malformed(bytes32 root, uint256 offset) private {
        refusedTerms(root, abi.encodeWithSelector(TermsMalformed.selector, offset));
    }

    function test_RevertWhen_OpenedBefore() external {
        bytes32 root = escrow(NATIVE);
        bytes32 first = agreement.open(root, 0, items);
        refusedTerms(root, abi.encodeWithSelector(Agreement.AgreementExists.selector, first));
    }

    function test_RevertWhen_AnItemIsMissing() external {
        bytes32 unknown = keccak256("somewhere");
        refusedTerms(
            pay(buyer, false, seller, NATIVE, num(1), unknown), abi.encodeWithSelector(TermsMissing.selector, unknown)
        );
    }

    function test_RevertWhen_AnItemOfTimeIsCutShort() external {
        bytes32 cases = put(hex"06");
        malformed(put(hex""), 0);
        malformed(put(bytes.concat(hex"01", bytes20(buyer))), 21);
        malformed(put(bytes.concat(hex"01", bytes20(buyer), hex"02", bytes20(seller))), 21);
        malformed(put(bytes.concat(hex"03", bytes8(PAY_BY), cases)), 41);
        malformed(put(bytes.concat(hex"03", bytes8(PAY_BY), bytes16(cases))), 9);
        malformed(put(bytes.concat(hex"02", program(hex"10"), CLOSE)), 36);
        malformed(put(bytes.concat(hex"0421", bytes32("x"))), 1);
        malformed(put(bytes.concat(hex"05", hex"0009")), 1);
    }

    function test_RevertWhen_AnItemIsTooLong() external {
        malformed(put(bytes.concat(hex"05", program(hex"10"), CLOSE, hex"00")), 4);
    }

    function test_RevertWhen_AnItemIsOfAnUnknownKind() external {
        malformed(put(hex"07"), 0);
        // Cases are no terms, and terms are no cases.
        malformed(put(hex"06"), 0);
        malformed(put(bytes.concat(hex"03", bytes8(PAY_BY), put(hex"00"), CLOSE)), 0);
    }

    function test_RevertWhen_ACaseIsMalformed() external {
        malformed(when(PAY_BY, hex"04", CLOSE), 1);
        malformed(when(PAY_BY, bytes.concat(hex"03", program(hex"10")), CLOSE), 5);
        malformed(when(PAY_BY, notifyCase(num(1), CLOSE), CLOSE), 2);
        malformed(when(PAY_BY, depositCase(buyer, buyer, NATIVE, hex"10", CLOSE), CLOSE), 62);
        malformed(when(PAY_BY, choiceCase(VERDICT, buyer, hex"01", hex"0101", CLOSE), CLOSE), 33);
        malformed(when(PAY_BY, choiceCase(VERDICT, buyer, hex"01", hex"010121", CLOSE), CLOSE), 33);
    }

    function test_RevertWhen_ACaseIsCutShort() external {
        bytes memory head = bytes.concat(hex"02", nameBytes(VERDICT), bytes20(buyer), hex"00");
        malformed(when(PAY_BY, bytes.concat(head, bytes16(CLOSE)), CLOSE), 31);
    }

    function test_RevertWhen_AProgramMixesNumbersWithTruth() external {
        malformed(assertThat(num(1), CLOSE), 1);
        malformed(remember("x", hex"10", CLOSE), 3);
        malformed(assertThat(bytes.concat(num(1), hex"14"), CLOSE), 34); // not 1
        malformed(remember("x", hex"1007", CLOSE), 1); // -true
        malformed(remember("x", bytes.concat(hex"10", num(1), hex"08"), CLOSE), 35); // true + 1
        malformed(remember("x", bytes.concat(num(1), hex"1008"), CLOSE), 35); // 1 + true
        malformed(assertThat(bytes.concat(hex"10", num(1), hex"12"), CLOSE), 35); // true and 1
        malformed(assertThat(bytes.concat(num(1), hex"1013"), CLOSE), 35); // 1 or true
        malformed(remember("x", bytes.concat(num(1), num(1), num(1), hex"0c"), CLOSE), 102); // 1 ? 1 : 1
        malformed(remember("x", bytes.concat(hex"1010", num(1), hex"0c"), CLOSE), 36); // true ? true : 1
        malformed(remember("x", bytes.concat(hex"10", num(1), hex"100c"), CLOSE), 36); // true ? 1 : true
    }

    function test_RevertWhen_AProgramIsMalformed() external {
        malformed(remember("x", hex"", CLOSE), 0);
        malformed(remember("x", bytes.concat(num(1), num(1)), CLOSE), 68);
        malformed(remember("x", hex"07", CLOSE), 0);
        malformed(remember("x", bytes.concat(num(1), hex"08"), CLOSE), 34);
        malformed(remember("x", bytes.concat(hex"10", num(1), hex"0c"), CLOSE), 35);
        malformed(remember("x", bytes.concat(num(1), num(1), hex"0d"), CLOSE), 68);
        malformed(remember("x", bytes.concat(num(1), num(1), hex"1b"), CLOSE), 68);
        malformed(remember("x", hex"0102", CLOSE), 2);
        malformed(remember("x", hex"0121", CLOSE), 1);
        malformed(remember("x", hex"02", CLOSE), 21);
        malformed(remember("x", hex"030141", CLOSE), 3);
        malformed(remember("x", hex"0621", CLOSE), 1);
    }

    function test_RevertWhen_TheListOfItemsIsMalformed() external {
        bytes32 root = escrow(NATIVE);
        bytes memory all = bytes.concat(items, hex"00");
        vm.expectRevert(abi.encodeWithSelector(TermsMalformed.selector, items.length));
        agreement.open(root, 0, all);
        all = bytes.concat(items, hex"0005ffff");
        vm.expectRevert(abi.encodeWithSelector(TermsMalformed.selector, items.length + 7));
        agreement.open(root, 0, all);
    }

    function test_RevertWhen_APartyCannotHoldMoney() external {
        invalidParty(pay(address(0), false, seller, NATIVE, num(1), CLOSE), address(0));
        invalidParty(pay(buyer, false, address(0), NATIVE, num(1), CLOSE), address(0));
        invalidParty(pay(buyer, false, address(agreement), NATIVE, num(1), CLOSE), address(agreement));
        bytes memory forNobody = depositCase(buyer, address(0), NATIVE, num(1), CLOSE);
        invalidParty(when(PAY_BY, forNobody, CLOSE), address(0));
        bytes memory byNobody = depositCase(address(agreement), buyer, NATIVE, num(1), CLOSE);
        invalidParty(when(PAY_BY, byNobody, CLOSE), address(agreement));
    }

    function invalidParty(bytes32 root, address party) private {
        refusedTerms(root, abi.encodeWithSelector(InvalidParty.selector, party));
    }

    function test_RevertWhen_AValueCouldGrowTooWide() external {
        tooWide(remember("x", num(type(int256).max), CLOSE), 255);
        tooWide(remember("x", num(type(int256).min), CLOSE), 256 - 1);
        bytes memory product = bytes.concat(money(buyer, NATIVE), chosen(VERDICT, buyer), hex"0a");
        bytes32 root = remember("x", bytes.concat(product, product, hex"0a"), CLOSE);
        tooWide(root, 384);
        // What is remembered is as wide as it can be when it is used again, in the scope that it has there.
        bytes32 twice = remember("y", bytes.concat(used("x"), used("x"), hex"0a"), CLOSE);
        tooWide(remember("x", product, twice), 384);
        agreement.open(remember("x", num(5), twice), 0, items);
        // Just wide enough: 2 * 96 + 62.
        agreement.open(remember("x", bytes.concat(product, num(2 ** 61), hex"0a"), CLOSE), 0, items);
        tooWide(remember("x", bytes.concat(product, num(2 ** 62), hex"0a"), CLOSE), 255);
        // A truth value has no width, and no width passes for one.
        tooWide(assertThat(bytes.concat(num(2 ** 127), num(2 ** 127), hex"0a"), CLOSE), 256);
    }

    /// A value is as wide as it was remembered, whatever was remembered since.
    function test_RevertWhen_ARememberedValueGrowsTooWide() external {
        bytes32 product = remember("z", bytes.concat(used("x"), num(int256(1) << 60), hex"0a"), CLOSE);
        bytes32 since = remember("y", num(1), product);
        agreement.open(remember("x", num(int256(1) << 192), since), 0, items);
        tooWide(remember("x", num(int256(1) << 193), since), 255);
    }

    function tooWide(bytes32 root, uint256 bits) private {
        refusedTerms(root, abi.encodeWithSelector(IntegerTooWide.selector, bits));
    }

    function test_RevertWhen_TooManyItemsFollow() external {
        bytes32 root = CLOSE;
        for (uint256 i = 0; i < 256; ++i) {
            root = assertThat(hex"10", root);
        }
        agreement.open(root, 0, items);
        refusedTerms(assertThat(hex"10", root), abi.encodeWithSelector(TermsTooLarge.selector));
    }

    function test_RevertWhen_TooManyOperationsFollow() external {
        bytes32 root = CLOSE;
        bytes memory value = num(1);
        for (uint256 i = 0; i < 127; ++i) {
            value = bytes.concat(value, hex"07");
        }
        for (uint256 i = 0; i < 4; ++i) {
            root = remember("x", value, root);
        }
        agreement.open(root, 0, items);
        refusedTerms(remember("x", num(1), root), abi.encodeWithSelector(TermsTooLarge.selector));
    }

    function test_RevertWhen_TooManyPaymentsFollow() external {
        bytes32 root = CLOSE;
        for (uint256 i = 0; i < 64; ++i) {
            root = pay(buyer, false, seller, NATIVE, num(1), root);
        }
        agreement.open(root, 0, items);
        refusedTerms(pay(buyer, false, seller, NATIVE, num(1), root), abi.encodeWithSelector(TooManyPayouts.selector));
        // Of two branches only one is gone.
        root = pay(buyer, false, seller, NATIVE, num(1), CLOSE);
        for (uint256 i = 0; i < 63; ++i) {
            root = pay(buyer, false, seller, NATIVE, num(1), root);
        }
        agreement.open(branch(hex"10", root, root), 0, items);
    }

    function test_RevertWhen_TooManyValuesAreRemembered() external {
        bytes32 root = CLOSE;
        for (uint256 i = 0; i < 64; ++i) {
            root = remember("x", num(1), root);
        }
        agreement.open(root, 0, items);
        refusedTerms(remember("x", num(1), root), abi.encodeWithSelector(TooManyNames.selector));
    }

    function test_RevertWhen_AProgramIsTooDeep() external {
        // 128 operands wait, and a last one comes.
        bytes memory value = bytes.concat(hex"10");
        for (uint256 i = 0; i < 127; ++i) {
            value = bytes.concat(hex"10", value, hex"12");
        }
        agreement.open(assertThat(value, CLOSE), 0, items);
        refusedTerms(
            assertThat(bytes.concat(hex"10", value, hex"12"), CLOSE), abi.encodeWithSelector(ProgramTooDeep.selector)
        );
    }

    function test_WhenEveryOperationIsUsed() external {
        // -((start + end - 3) / 2) * 1
        bytes memory number = bytes.concat(hex"040508", num(3), hex"09");
        number = bytes.concat(number, num(2), hex"0b07");
        number = bytes.concat(number, num(1), hex"0a");
        // This number if nothing was chosen, and what was chosen otherwise; with every logical operation.
        bytes memory code = bytes.concat(hex"15", nameBytes(VERDICT), bytes20(buyer), hex"141012");
        code = bytes.concat(code, hex"1113", number);
        code = bytes.concat(code, chosen(VERDICT, buyer), hex"0c");
        code = bytes.concat(code, money(buyer, NATIVE), hex"08");
        bytes32 root = remember("x", code, CLOSE);
        for (uint256 operation = 0x16; operation <= 0x1a; ++operation) {
            code = bytes.concat(number, used("x"));
            root = assertThat(bytes.concat(code, bytes1(uint8(operation))), root);
        }
        agreement.open(root, 0, items);
    }

    function test_WhenTheTermsAreWellFormed() external {
        bytes32 root = escrow(address(token));
        State memory empty;
        empty.minTime = uint64(NOW * 1000);
        bytes32 expected = agreement.idOf(buyer, "salt", root);
        vm.expectEmit(address(agreement));
        emit Agreement.Opened(expected, buyer, root, empty, items);
        vm.prank(buyer);
        vm.assertEq(agreement.open(root, "salt", items), expected);
        vm.assertEq(agreement.commitmentOf(expected), keccak256(abi.encode(root, empty)));
    }
}
