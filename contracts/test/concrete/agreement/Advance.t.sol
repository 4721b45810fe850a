// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Agreement} from "../../../src/Agreement.sol";
import {TooManyNames, TooManyPayouts} from "../../../src/AgreementChecks.sol";
import {
    ChoiceOutOfBounds,
    InputFitsNoCase,
    InputLate,
    IntervalAmbiguous,
    IntervalEmpty,
    IntervalInPast,
    NothingToDo,
    NotYetTrue,
    NumberTooLarge,
    WrongAmount,
    WrongParty,
    WrongToken
} from "../../../src/AgreementSemantics.sol";
import {Input, InputKind, Interval, State, Warning, WarningKind} from "../../../src/AgreementState.sol";
import {TermsMalformed, TermsMissing} from "../../../src/AgreementTerms.sol";
import {IntegerTooWide} from "../../../src/AgreementValues.sol";
import {ContractSigner} from "../../ContractSigner.sol";
import {FeeToken} from "../../tokens/FeeToken.sol";
import {ReenteringToken} from "../../tokens/ReenteringToken.sol";
import {RefusingToken} from "../../tokens/RefusingToken.sol";
import {AgreementBase} from "./AgreementBase.sol";
import {AnsweringToken, CarefulPayee, Payee} from "./Payees.sol";

/// Follows advance.tree.
contract AdvanceTest is AgreementBase {
    uint256 private constant LIMIT = 2 ** 96;

    function openEscrow() private {
        open(escrow(address(token)));
    }

    function paidIn() private view returns (Input memory) {
        return deposit(buyer, buyer, address(token), PRICE);
    }

    function openAndPayIn() private {
        openEscrow();
        move(buyer, one(paidIn()));
    }

    // Which agreement, and where it stands

    function test_RevertWhen_NeverOpened() external {
        openEscrow();
        id = "another";
        refused(buyer, one(paidIn()), abi.encodeWithSelector(Agreement.AgreementUnknown.selector, id));
    }

    function test_RevertWhen_Over() external {
        openAndPayIn();
        move(arbiter, one(choose(VERDICT, arbiter, 0)));
        vm.assertTrue(isOver());
        vm.assertEq(token.balanceOf(buyer), 1_000_000);
        refused(buyer, nothing(), abi.encodeWithSelector(Agreement.AgreementClosed.selector, id));
    }

    function test_RevertWhen_TheStateIsAnother() external {
        openEscrow();
        bytes memory before = stateBytes;
        move(buyer, one(paidIn()));
        bytes32 decision = remaining;
        remaining = CLOSE;
        refused(buyer, nothing(), abi.encodeWithSelector(Agreement.StateMismatch.selector, id));
        (remaining, stateBytes) = (decision, before);
        refused(buyer, nothing(), abi.encodeWithSelector(Agreement.StateMismatch.selector, id));
    }

    function test_RevertWhen_TheItemsAreNoList() external {
        openEscrow();
        items = hex"00";
        refused(buyer, one(paidIn()), abi.encodeWithSelector(TermsMalformed.selector, 0));
    }

    function test_RevertWhen_AnItemIsMissing() external {
        openEscrow();
        items = hex"";
        refused(buyer, one(paidIn()), abi.encodeWithSelector(TermsMissing.selector, remaining));
    }

    function test_WhenACaseLeadsToTermsThatAreTooLong() external {
        // What follows a case is checked when it is taken: here one payment too many beside the account there is then.
        bytes32 next = CLOSE;
        for (uint256 i = 0; i < 64; ++i) {
            next = pay(buyer, false, seller, NATIVE, num(1), next);
        }
        open(when(PAY_BY, depositCase(buyer, buyer, NATIVE, num(5), next), CLOSE));
        refused(buyer, one(deposit(buyer, buyer, NATIVE, 5)), 5, abi.encodeWithSelector(TooManyPayouts.selector));
        vm.warp(NOW + 1 days);
        move(stranger, nothing());
        vm.assertTrue(isOver());
    }

    function test_WhenACaseLeadsToValuesThatAreTooWide() external {
        // What is remembered by the time the case is taken counts as it is then: 2^100.
        bytes memory square = bytes.concat(used("x"), used("x"), hex"0a");
        bytes32 cube = remember("y", bytes.concat(square, used("x"), hex"0a"), CLOSE);
        bytes memory cases = choiceCase(VERDICT, arbiter, hex"01", between(1, 1), cube);
        bytes32 fits = remember("y", square, CLOSE);
        cases = bytes.concat(choiceCase(VERDICT, arbiter, hex"01", between(0, 0), fits), cases);
        bytes32 waiting = when(PAY_BY, cases, CLOSE);
        open(remember("z", num(-1), remember("x", num(2 ** 99), waiting)));
        refused(arbiter, one(choose(VERDICT, arbiter, 1)), abi.encodeWithSelector(IntegerTooWide.selector, 300));
        move(arbiter, one(choose(VERDICT, arbiter, 0)));
        vm.assertEq(state().boundValues[2].value, 2 ** 198);
    }

    function test_RevertWhen_TooManyAccounts() external {
        bytes32 next = CLOSE;
        Input[] memory inputs = new Input[](65);
        for (uint256 i = 0; i < 65; ++i) {
            address into = address(uint160(0x1000 + i));
            inputs[i] = deposit(buyer, into, NATIVE, 1);
            next = when(PAY_BY, depositCase(buyer, address(uint160(0x1000 + 64 - i)), NATIVE, num(1), next), CLOSE);
        }
        open(next);
        refused(buyer, inputs, 65, abi.encodeWithSelector(TooManyPayouts.selector));
    }

    // Time

    function refusedAt(uint64 from, uint64 to, bytes memory expected) private {
        State memory before = state();
        bytes memory all = items;
        vm.expectRevert(expected);
        agreement.advance(id, remaining, before, Interval(from, to), nothing(), all);
    }

    function test_RevertWhen_TheIntervalIsEmpty() external {
        openEscrow();
        uint64 now_ = uint64(NOW * 1000);
        refusedAt(now_, now_ - 1, abi.encodeWithSelector(IntervalEmpty.selector, now_, now_ - 1));
    }

    function test_RevertWhen_TheIntervalIsInThePast() external {
        openEscrow();
        uint64 now_ = uint64(NOW * 1000);
        refusedAt(5, now_ - 1, abi.encodeWithSelector(IntervalInPast.selector, now_ - 1, now_));
    }

    function test_RevertWhen_ADeadlineLiesInside() external {
        openEscrow();
        uint64 now_ = uint64(NOW * 1000);
        refusedAt(now_, PAY_BY, abi.encodeWithSelector(IntervalAmbiguous.selector, now_, PAY_BY, PAY_BY));
    }

    function test_RevertWhen_TheTimeLiesOutside() external {
        openEscrow();
        refusedAt(PAY_BY, PAY_BY, abi.encodeWithSelector(Agreement.NotInInterval.selector, PAY_BY, PAY_BY, NOW * 1000));
        vm.warp(NOW + 2 days);
        refusedAt(
            PAY_BY,
            PAY_BY + 5,
            abi.encodeWithSelector(Agreement.NotInInterval.selector, PAY_BY, PAY_BY + 5, (NOW + 2 days) * 1000)
        );
    }

    function test_RevertWhen_NoDeadlineHasPassed() external {
        openEscrow();
        vm.warp(NOW + 1 days - 1);
        refused(buyer, nothing(), abi.encodeWithSelector(NothingToDo.selector));
    }

    function test_WhenADeadlineHasPassed() external {
        openAndPayIn();
        vm.warp(NOW + 2 days);
        move(stranger, nothing());
        vm.assertTrue(isOver());
        vm.assertEq(token.balanceOf(seller), uint256(PRICE));
        vm.assertEq(token.balanceOf(address(agreement)), 0);
    }

    function test_WhenTheIntervalBeginsBeforeWhatIsKnown() external {
        openAndPayIn();
        vm.warp(NOW + 10);
        State memory before = state();
        (, State memory after_,,) = agreement.preview(
            remaining, before, Interval(0, uint64(NOW * 1000 + 10_000)), one(choose(VERDICT, arbiter, 0)), items
        );
        vm.assertEq(after_.minTime, before.minTime);
    }

    // Whose word it is

    function unauthorized(address party, Input memory input) private {
        refused(stranger, one(input), abi.encodeWithSelector(Agreement.NotAuthorized.selector, party));
    }

    function test_RevertWhen_ThePartySaidNothing() external {
        openEscrow();
        unauthorized(buyer, paidIn());
        move(buyer, one(paidIn()));
        unauthorized(arbiter, choose(VERDICT, arbiter, 1));
        unauthorized(arbiter, signed(BUYER_KEY, choose(VERDICT, arbiter, 1)));
    }

    function test_RevertWhen_TheSignatureIsForSomethingElse() external {
        openAndPayIn();
        Input memory input = choose(VERDICT, arbiter, 1);
        unauthorized(arbiter, signed(ARBITER_KEY, input, remaining, 1, block.chainid, "another agreement"));
        unauthorized(arbiter, signed(ARBITER_KEY, input, remaining, 1, block.chainid + 1, id));
        unauthorized(arbiter, signed(ARBITER_KEY, input, remaining, 0, block.chainid, id));
        unauthorized(arbiter, signed(ARBITER_KEY, input, CLOSE, 1, block.chainid, id));
        Input memory other = signed(ARBITER_KEY, choose(VERDICT, arbiter, 0));
        other.number = 1;
        unauthorized(arbiter, other);
        Agreement here = agreement;
        agreement = new Agreement();
        Input memory elsewhere = signed(ARBITER_KEY, input);
        agreement = here;
        unauthorized(arbiter, elsewhere);
    }

    function test_RevertWhen_TheChainIsAnother() external {
        openAndPayIn();
        Input memory input = signed(ARBITER_KEY, choose(VERDICT, arbiter, 1));
        vm.chainId(8453);
        unauthorized(arbiter, input);
    }

    function test_RevertWhen_ASignatureComesAgain() external {
        // The same choice in the same `when`, twice over: the second needs a word of its own.
        bytes32 again = when(PAY_BY, choiceCase(VERDICT, arbiter, hex"01", between(0, 9), CLOSE), CLOSE);
        open(when(PAY_BY, choiceCase(VERDICT, arbiter, hex"01", between(0, 9), again), CLOSE));
        Input memory first = signed(ARBITER_KEY, choose(VERDICT, arbiter, 5));
        move(stranger, one(first));
        unauthorized(arbiter, first);
        Input memory other = signed(ARBITER_KEY, choose(VERDICT, arbiter, 6));
        move(stranger, one(other));
        vm.assertTrue(isOver());
    }

    function test_HashesInputsAsWalletsDo() external {
        openEscrow();
        // The signatures of these tests are over digests of their own; this one is asked of the contract.
        checkDigest(BUYER_KEY, signed(BUYER_KEY, paidIn()));
        checkDigest(ARBITER_KEY, signed(ARBITER_KEY, choose(VERDICT, arbiter, 1)));
    }

    function checkDigest(uint256 key, Input memory input) private view {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, agreement.hashInput(id, remaining, 0, input));
        vm.assertEq(input.signature, abi.encodePacked(r, s, v));
    }

    function test_WhenSeveralInputsAreSigned() external {
        openEscrow();
        bytes32 root = remaining;
        // What the second is signed for: the terms after the first, and one input later.
        State memory before = state();
        (bytes32 decision,,,) = agreement.preview(root, before, instant(), one(paidIn()), items);
        Input memory first = signed(BUYER_KEY, paidIn(), root, 0, block.chainid, id);
        Input memory second = signed(ARBITER_KEY, choose(VERDICT, arbiter, 1), decision, 1, block.chainid, id);
        move(stranger, two(first, second));
        vm.assertTrue(isOver());
        vm.assertEq(token.balanceOf(seller), uint256(PRICE));
        vm.assertEq(token.balanceOf(buyer), 1_000_000 - uint256(PRICE));
    }

    function test_WhenThePartyIsAContractWallet() external {
        address judge = address(new ContractSigner(arbiter));
        open(escrow(address(token), buyer, seller, judge));
        move(buyer, one(paidIn()));
        unauthorized(judge, signed(ARBITER_KEY, choose(VERDICT, judge, 1), remaining, 0, block.chainid, id));
        move(stranger, one(signed(ARBITER_KEY, choose(VERDICT, judge, 1))));
        vm.assertEq(token.balanceOf(seller), uint256(PRICE));
    }

    // What is awaited

    function test_RevertWhen_TheInputIsLate() external {
        openEscrow();
        vm.warp(NOW + 1 days);
        refused(buyer, one(paidIn()), abi.encodeWithSelector(InputLate.selector, PAY_BY));
        // ... and when something else is awaited by then.
        bytes32 later = when(DECIDE_BY, choiceCase("other", buyer, hex"01", between(0, 1), CLOSE), CLOSE);
        open(when(PAY_BY, depositCase(buyer, buyer, NATIVE, num(5), CLOSE), later));
        refused(buyer, one(deposit(buyer, buyer, NATIVE, 5)), 5, abi.encodeWithSelector(InputLate.selector, PAY_BY));
    }

    function test_RevertWhen_NothingLikeItIsAwaited() external {
        openEscrow();
        refused(buyer, one(notification()), abi.encodeWithSelector(InputFitsNoCase.selector));
        refused(arbiter, one(choose(VERDICT, arbiter, 1)), abi.encodeWithSelector(InputFitsNoCase.selector));
        refused(
            buyer, one(deposit(buyer, seller, address(token), PRICE)), abi.encodeWithSelector(InputFitsNoCase.selector)
        );
        open(when(PAY_BY, notifyCase(hex"11", CLOSE), CLOSE));
        refused(arbiter, one(choose(VERDICT, arbiter, 1)), abi.encodeWithSelector(InputFitsNoCase.selector));
        // After the end of the agreement, in one transaction.
        open(when(PAY_BY, notifyCase(hex"10", CLOSE), CLOSE));
        refused(buyer, two(notification(), notification()), abi.encodeWithSelector(InputFitsNoCase.selector));
    }

    function test_RevertWhen_TheDepositIsAnother() external {
        openEscrow();
        refused(
            stranger,
            one(deposit(stranger, buyer, address(token), PRICE)),
            abi.encodeWithSelector(WrongParty.selector, buyer, stranger)
        );
        refused(
            buyer,
            one(deposit(buyer, buyer, NATIVE, PRICE)),
            abi.encodeWithSelector(WrongToken.selector, address(token), NATIVE)
        );
        refused(
            buyer,
            one(deposit(buyer, buyer, address(token), PRICE - 1)),
            abi.encodeWithSelector(WrongAmount.selector, PRICE, PRICE - 1)
        );
    }

    function test_RevertWhen_TheAgreementWouldHoldTooMuch() external {
        int256 most = int256(LIMIT);
        bytes32 more = when(PAY_BY, depositCase(buyer, seller, NATIVE, num(1), CLOSE), CLOSE);
        bytes32 root = when(PAY_BY, depositCase(buyer, buyer, NATIVE, num(most), more), CLOSE);
        open(root);
        vm.deal(buyer, 4 * LIMIT);
        Input memory first = deposit(buyer, buyer, NATIVE, most);
        refused(
            buyer,
            two(first, deposit(buyer, seller, NATIVE, 1)),
            LIMIT + 1,
            abi.encodeWithSelector(NumberTooLarge.selector, most + 1)
        );
        move(buyer, one(first), LIMIT);
        open(when(PAY_BY, depositCase(buyer, buyer, NATIVE, num(most + 1), CLOSE), CLOSE));
        refused(
            buyer,
            one(deposit(buyer, buyer, NATIVE, most + 1)),
            LIMIT + 1,
            abi.encodeWithSelector(NumberTooLarge.selector, most + 1)
        );
        // Another token has a limit of its own.
        bytes32 other = when(PAY_BY, depositCase(buyer, buyer, address(token), num(1), CLOSE), CLOSE);
        open(when(PAY_BY, depositCase(buyer, buyer, NATIVE, num(5), other), CLOSE));
        move(buyer, two(deposit(buyer, buyer, NATIVE, 5), deposit(buyer, buyer, address(token), 1)), 5);
        vm.assertTrue(isOver());
    }

    function test_WhenTheDepositIsFarBelowZero() external {
        int256 debt = -int256(LIMIT) - 1;
        open(when(PAY_BY, depositCase(buyer, seller, NATIVE, num(debt), CLOSE), CLOSE));
        vm.expectEmit(address(agreement));
        emit Agreement.Warned(id, Warning(WarningKind.NonPositiveDeposit, buyer, seller, true, NATIVE, 0, debt, 0));
        move(buyer, one(deposit(buyer, seller, NATIVE, debt)));
        vm.assertTrue(isOver());
    }

    function test_RevertWhen_TheTokenTakesAFee() external {
        FeeToken fee = new FeeToken();
        fee.mint(buyer, 1000);
        vm.prank(buyer);
        fee.approve(address(agreement), 1000);
        open(escrow(address(fee)));
        refused(
            buyer,
            one(deposit(buyer, buyer, address(fee), PRICE)),
            abi.encodeWithSelector(Agreement.TokenTakesFee.selector, address(fee), PRICE, PRICE - 1)
        );
    }

    function test_RevertWhen_TheCoinsAreOthers() external {
        open(escrow(NATIVE));
        Input[] memory inputs = one(deposit(buyer, buyer, NATIVE, PRICE));
        refused(buyer, inputs, 99, abi.encodeWithSelector(Agreement.WrongValue.selector, PRICE, 99));
        refused(buyer, inputs, 101, abi.encodeWithSelector(Agreement.WrongValue.selector, PRICE, 101));
        openEscrow();
        refused(buyer, one(paidIn()), 1, abi.encodeWithSelector(Agreement.WrongValue.selector, 0, 1));
    }

    function test_WhenTheDepositIsOfNothing() external {
        open(when(PAY_BY, depositCase(buyer, seller, address(token), num(-5), CLOSE), CLOSE));
        vm.expectEmit(address(agreement));
        emit Agreement.Warned(
            id, Warning(WarningKind.NonPositiveDeposit, buyer, seller, true, address(token), 0, -5, 0)
        );
        Input[] memory inputs = one(deposit(buyer, seller, address(token), -5));
        State memory before = state();
        bytes memory all = items;
        vm.prank(buyer);
        agreement.advance(id, remaining, before, instant(), inputs, all);
        vm.assertEq(token.balanceOf(buyer), 1_000_000);
    }

    function test_WhenTheDepositFits() external {
        openEscrow();
        vm.expectEmit(address(agreement));
        emit Agreement.TermsRevealed(id, items);
        vm.expectEmit(address(agreement));
        emit Agreement.InputApplied(id, InputKind.Deposit, buyer, buyer, address(token), 0, PRICE);
        Input[] memory inputs = one(signed(BUYER_KEY, paidIn()));
        State memory before = state();
        bytes memory all = items;
        vm.prank(stranger);
        agreement.advance(id, remaining, before, instant(), inputs, all);
        vm.assertEq(token.balanceOf(buyer), 1_000_000 - uint256(PRICE));
        vm.assertEq(token.balanceOf(address(agreement)), uint256(PRICE));
    }

    function test_RevertWhen_TheChoiceIsOutOfBounds() external {
        openAndPayIn();
        refused(
            arbiter,
            one(choose(VERDICT, arbiter, 2)),
            abi.encodeWithSelector(ChoiceOutOfBounds.selector, VERDICT, arbiter, int256(2))
        );
        // Another party's choice of that name, and another choice of that party, are not awaited at all.
        refused(buyer, one(choose(VERDICT, buyer, 1)), abi.encodeWithSelector(InputFitsNoCase.selector));
        refused(arbiter, one(choose("other", arbiter, 1)), abi.encodeWithSelector(InputFitsNoCase.selector));
    }

    function test_RevertWhen_TheChoiceIsTooLarge() external {
        int256 limit = int256(LIMIT);
        bytes memory bounds = bytes.concat(between(type(int256).min, -1), between(1, type(int256).max));
        bytes32 root = when(PAY_BY, choiceCase(VERDICT, arbiter, hex"02", bounds, CLOSE), CLOSE);
        open(root);
        refused(
            arbiter,
            one(choose(VERDICT, arbiter, limit + 1)),
            abi.encodeWithSelector(NumberTooLarge.selector, limit + 1)
        );
        refused(
            arbiter,
            one(choose(VERDICT, arbiter, -limit - 1)),
            abi.encodeWithSelector(NumberTooLarge.selector, -limit - 1)
        );
        move(arbiter, one(choose(VERDICT, arbiter, -limit)));
        vm.assertEq(state().choices[0].chosen, -limit);
    }

    function test_RevertWhen_ThereAreTooManyChoices() external {
        bytes32 next = CLOSE;
        Input[] memory inputs = new Input[](65);
        for (uint256 i = 0; i < 65; ++i) {
            bytes32 name = bytes32(uint256(0x61 + i) << 248);
            inputs[64 - i] = choose(name, arbiter, 1);
            next = when(PAY_BY, choiceCase(name, arbiter, hex"01", between(0, 1), next), CLOSE);
        }
        open(next);
        refused(arbiter, inputs, abi.encodeWithSelector(TooManyNames.selector));
    }

    function test_WhenAChoiceIsMadeAgain() external {
        bytes32 again = when(PAY_BY, choiceCase(VERDICT, arbiter, hex"01", between(0, 9), CLOSE), CLOSE);
        bytes32 other = when(PAY_BY, choiceCase(VERDICT, buyer, hex"01", between(0, 9), again), CLOSE);
        bytes32 first = when(PAY_BY, choiceCase(VERDICT, arbiter, hex"01", between(0, 9), other), CLOSE);
        open(first);
        move(arbiter, one(choose(VERDICT, arbiter, 3)));
        move(buyer, one(choose(VERDICT, buyer, 4)));
        move(arbiter, one(choose(VERDICT, arbiter, 5)));
        vm.assertEq(state().choices.length, 2);
        vm.assertEq(state().choices[0].chosen, 5);
        vm.assertEq(state().choices[1].chosen, 4);
    }

    function test_RevertWhen_TheConditionDoesNotHold() external {
        bytes memory enough = bytes.concat(money(buyer, NATIVE), num(1), hex"16");
        open(when(PAY_BY, notifyCase(enough, CLOSE), CLOSE));
        refused(buyer, one(notification()), abi.encodeWithSelector(NotYetTrue.selector));
        open(when(PAY_BY, notifyCase(hex"10", CLOSE), CLOSE));
        move(stranger, one(notification()));
        vm.assertTrue(isOver());
    }

    // Payments

    function test_WhenLessIsThereThanIsToBePaid() external {
        bytes32 next = pay(buyer, false, seller, address(token), num(PRICE + 5), CLOSE);
        open(when(PAY_BY, depositCase(buyer, buyer, address(token), num(PRICE), next), CLOSE));
        vm.expectEmit(address(agreement));
        emit Agreement.Warned(
            id, Warning(WarningKind.PartialPay, buyer, seller, false, address(token), 0, PRICE + 5, PRICE)
        );
        vm.expectEmit(address(agreement));
        emit Agreement.Advanced(id, CLOSE, closedState());
        vm.expectEmit(address(agreement));
        emit Agreement.Paid(id, seller, address(token), uint256(PRICE));
        Input[] memory inputs = one(paidIn());
        State memory before = state();
        bytes memory all = items;
        vm.prank(buyer);
        agreement.advance(id, remaining, before, instant(), inputs, all);
        vm.assertEq(token.balanceOf(seller), uint256(PRICE));
    }

    function closedState() private pure returns (State memory closed) {
        closed.minTime = uint64(NOW * 1000);
        closed.inputs = 1;
    }

    function test_WhenNothingIsToBePaid() external {
        bytes32 nothing_ = pay(buyer, false, seller, NATIVE, num(0), CLOSE);
        open(pay(seller, false, buyer, NATIVE, num(3), nothing_));
        vm.expectEmit(address(agreement));
        emit Agreement.Warned(id, Warning(WarningKind.PartialPay, seller, buyer, false, NATIVE, 0, 3, 0));
        vm.expectEmit(address(agreement));
        emit Agreement.Warned(id, Warning(WarningKind.NonPositivePay, buyer, seller, false, NATIVE, 0, 0, 0));
        move0(stranger);
        vm.assertTrue(isOver());
    }

    function move0(address sender) private {
        State memory before = state();
        bytes memory all = items;
        vm.prank(sender);
        agreement.advance(id, remaining, before, instant(), nothing(), all);
    }

    function test_WhenAPaymentGoesToAnAccountInside() external {
        bytes32 wait = when(DECIDE_BY, hex"", CLOSE);
        bytes32 all = pay(buyer, true, arbiter, NATIVE, num(3), wait);
        bytes32 next = pay(buyer, true, seller, NATIVE, num(2), all);
        bytes32 more = when(PAY_BY, depositCase(buyer, seller, NATIVE, num(1), next), CLOSE);
        open(when(PAY_BY, depositCase(buyer, buyer, NATIVE, num(5), more), CLOSE));
        move(buyer, two(deposit(buyer, buyer, NATIVE, 5), deposit(buyer, seller, NATIVE, 1)), 6);
        State memory now_ = state();
        // The buyer's account is empty, so it is gone, and the others are in the order in which they began.
        vm.assertEq(now_.accounts.length, 2);
        vm.assertTrue(now_.accounts[0].owner == seller && now_.accounts[0].amount == 3);
        vm.assertTrue(now_.accounts[1].owner == arbiter && now_.accounts[1].amount == 3);
        vm.assertEq(seller.balance, 0);
        vm.warp(NOW + 2 days);
        move(stranger, nothing());
        vm.assertEq(seller.balance, 3);
        vm.assertEq(arbiter.balance, 3);
    }

    /// A payee that gets its money from a sale, and another who gets the rest.
    function sell(address payee, address asset) private {
        bytes32 next = pay(buyer, false, payee, asset, num(40), CLOSE);
        open(when(PAY_BY, depositCase(buyer, buyer, asset, num(PRICE), next), CLOSE));
    }

    function test_WhenThePayeeRefusesCoins() external {
        for (uint256 i = 0; i < 2; ++i) {
            uint256 before = buyer.balance;
            address payee = address(new Payee(agreement, i == 0 ? Payee.Manner.Refuse : Payee.Manner.BurnGas));
            sell(payee, NATIVE);
            move(buyer, one(deposit(buyer, buyer, NATIVE, PRICE)), uint256(PRICE));
            vm.assertTrue(isOver());
            vm.assertEq(agreement.owedTo(payee, NATIVE), 40);
            vm.assertEq(before - buyer.balance, 40);
        }
    }

    function test_WhenThePayeeIsRefusedByTheToken() external {
        for (uint256 i = 1; i < 4; ++i) {
            RefusingToken refusing = new RefusingToken();
            refusing.mint(buyer, 1000);
            vm.prank(buyer);
            refusing.approve(address(agreement), 1000);
            refusing.refuse(seller, RefusingToken.Manner(i));
            sell(seller, address(refusing));
            move(buyer, one(deposit(buyer, buyer, address(refusing), PRICE)));
            vm.assertEq(agreement.owedTo(seller, address(refusing)), 40);
            vm.assertEq(refusing.balanceOf(buyer), 960);
        }
    }

    function test_WhenTheTokenAnswersOtherwise() external {
        AnsweringToken answering = new AnsweringToken();
        answering.mint(buyer, 1000);
        vm.prank(buyer);
        answering.approve(address(agreement), 1000);
        answering.willAnswer(hex"");
        sell(seller, address(answering));
        move(buyer, one(deposit(buyer, buyer, address(answering), PRICE)));
        vm.assertEq(agreement.owedTo(seller, address(answering)), 0);
        vm.assertEq(answering.balanceOf(seller), 40);

        vm.warp(NOW + 1);
        answering.willAnswer(abi.encode(2));
        sell(seller, address(answering));
        move(buyer, one(deposit(buyer, buyer, address(answering), PRICE)));
        vm.assertEq(agreement.owedTo(seller, address(answering)), 40);
    }

    function test_RevertWhen_TheSenderGaveTooLittleGas() external {
        address payee = address(new Payee(agreement, Payee.Manner.BurnGas));
        sell(payee, NATIVE);
        Input[] memory inputs = one(deposit(buyer, buyer, NATIVE, PRICE));
        State memory before = state();
        bytes memory all = items;
        bytes32 root = remaining;
        bool tooLow;
        bool done;
        // Whatever the gas: nothing happens, or the payee had all the gas that it may use.
        for (uint256 gas_ = 80_000; !done; gas_ += 2_000) {
            vm.prank(buyer);
            try agreement.advance{value: uint256(PRICE), gas: gas_}(id, root, before, instant(), inputs, all) {
                done = true;
                vm.assertGe(gas_, agreement.PAYOUT_GAS(), "the payee's gas");
            } catch (bytes memory reason) {
                tooLow = tooLow || (reason.length == 4 && bytes4(reason) == Agreement.GasTooLow.selector);
            }
        }
        vm.assertTrue(tooLow);
        vm.assertEq(agreement.owedTo(payee, NATIVE), 40);
    }

    /// A payee that needs less than it may use is paid, or nothing happens, whatever gas the sender gives.
    function test_TheSendersGasNeverMakesAPaymentFail() external {
        address payee = address(new CarefulPayee());
        sell(payee, NATIVE);
        Input[] memory inputs = one(deposit(buyer, buyer, NATIVE, PRICE));
        State memory before = state();
        bytes memory all = items;
        bytes32 root = remaining;
        bool done;
        for (uint256 gas_ = 80_000; !done; gas_ += 500) {
            vm.prank(buyer);
            try agreement.advance{value: uint256(PRICE), gas: gas_}(id, root, before, instant(), inputs, all) {
                done = true;
            } catch {}
        }
        vm.assertEq(agreement.owedTo(payee, NATIVE), 0);
        vm.assertEq(payee.balance, 40);
    }

    function test_WhenThePayeeCallsBack() external {
        Payee payee = new Payee(agreement, Payee.Manner.CallBack);
        sell(address(payee), NATIVE);
        payee.willCall(abi.encodeCall(Agreement.collect, (NATIVE, address(payee))));
        move(buyer, one(deposit(buyer, buyer, NATIVE, PRICE)), uint256(PRICE));
        vm.assertTrue(!payee.gotIn());
        vm.assertEq(address(payee).balance, 40);
    }

    function test_WhenTheTokenCallsBack() external {
        ReenteringToken evil = new ReenteringToken();
        evil.mint(buyer, 1000);
        vm.prank(buyer);
        evil.approve(address(agreement), 1000);
        sell(seller, address(evil));
        evil.arm(
            address(agreement),
            abi.encodeCall(
                Agreement.advance,
                (id, remaining, state(), instant(), one(deposit(buyer, buyer, address(evil), PRICE)), items)
            )
        );
        refused(
            buyer,
            one(deposit(buyer, buyer, address(evil), PRICE)),
            abi.encodeWithSignature("ReentrancyGuardReentrantCall()")
        );
    }
}
