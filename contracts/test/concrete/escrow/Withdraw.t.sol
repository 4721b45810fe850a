// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Base} from "../../Base.t.sol";
import {Escrow} from "../../../src/Escrow.sol";

contract WithdrawTest is Base {
    function setUp() public override {
        super.setUp();
        fund(payer, signer, 100);
    }

    function test_Request_RevertWhen_MoreThanTheBalance() external {
        claim(voucherTo(payee, 30));
        vm.expectRevert(abi.encodeWithSelector(Escrow.BalanceTooSmall.selector, payer, signer, 70, 71));
        request(71);
    }

    function test_Request_WhenZero_TakesItBack() external {
        request(50);
        vm.expectEmit(address(escrow));
        emit Escrow.WithdrawalRequested(payer, signer, 0, 0);
        request(0);
        vm.warp(block.timestamp + CHALLENGE_DELAY);
        vm.expectRevert(abi.encodeWithSelector(Escrow.NoWithdrawalRequested.selector, payer, signer));
        withdraw();
    }

    function test_Request_Announces() external {
        vm.expectEmit(address(escrow));
        emit Escrow.WithdrawalRequested(payer, signer, 60, uint40(block.timestamp) + CHALLENGE_DELAY);
        request(60);
        (uint96 funded, uint96 committed, uint96 withdrawing, uint40 withdrawableAt) = escrow.accountOf(payer, signer);
        vm.assertEq(funded, 100);
        vm.assertEq(committed, 0);
        vm.assertEq(withdrawing, 60);
        vm.assertEq(withdrawableAt, block.timestamp + CHALLENGE_DELAY);
    }

    function test_Request_GivenAnAnnouncement_StartsTheDelayAgain() external {
        request(60);
        uint256 start = block.timestamp;
        vm.warp(start + CHALLENGE_DELAY - 1);
        request(61);
        vm.warp(start + CHALLENGE_DELAY);
        vm.expectRevert(
            abi.encodeWithSelector(
                Escrow.WithdrawalTooEarly.selector, payer, signer, uint40(start + 2 * CHALLENGE_DELAY - 1)
            )
        );
        withdraw();
    }

    function test_RevertWhen_NothingIsAnnounced() external {
        vm.expectRevert(abi.encodeWithSelector(Escrow.NoWithdrawalRequested.selector, payer, signer));
        withdraw();
    }

    function test_RevertWhen_AStrangerWithdraws() external {
        request(60);
        vm.warp(block.timestamp + CHALLENGE_DELAY);
        vm.expectRevert(abi.encodeWithSelector(Escrow.NoWithdrawalRequested.selector, stranger, signer));
        vm.prank(stranger);
        escrow.withdraw(signer);
    }

    function test_RevertWhen_TheDelayIsNotOver() external {
        request(60);
        uint40 withdrawableAt = uint40(block.timestamp) + CHALLENGE_DELAY;
        vm.warp(withdrawableAt - 1);
        vm.expectRevert(abi.encodeWithSelector(Escrow.WithdrawalTooEarly.selector, payer, signer, withdrawableAt));
        withdraw();
    }

    function test_PaysThePayerOnce() external {
        request(60);
        vm.warp(block.timestamp + CHALLENGE_DELAY);
        vm.expectEmit(address(escrow));
        emit Escrow.Withdrawn(payer, signer, 60);
        vm.assertEq(withdraw(), 60);
        vm.assertEq(token.balanceOf(payer), 60);
        vm.assertEq(balanceOfAccount(payer, signer), 40);
        vm.expectRevert(abi.encodeWithSelector(Escrow.NoWithdrawalRequested.selector, payer, signer));
        withdraw();
    }

    function test_GivenVouchersHaveDrawnOnIt_PaysWhatIsLeft() external {
        request(60);
        claim(voucherTo(payee, 75));
        vm.warp(block.timestamp + CHALLENGE_DELAY);
        vm.assertEq(withdraw(), 25);
        vm.assertEq(balanceOfAccount(payer, signer), 0);
    }

    function test_GivenVouchersHaveDrawnAll_PaysZero() external {
        request(100);
        claim(voucherTo(payee, 100));
        vm.warp(block.timestamp + CHALLENGE_DELAY);
        vm.assertEq(withdraw(), 0);
        vm.assertEq(token.balanceOf(payer), 0);
    }

    /// Vouchers drew on what was announced; what is deposited after that is another thing.
    function test_GivenADepositAfterVouchersDrewOnIt_ItStays() external {
        request(100);
        claim(voucherTo(payee, 60));
        token.mint(payer, 50);
        vm.startPrank(payer);
        token.approve(address(escrow), 50);
        vm.expectEmit(address(escrow));
        emit Escrow.WithdrawalRequested(payer, signer, 40, uint40(block.timestamp) + CHALLENGE_DELAY);
        escrow.deposit(signer, 50);
        vm.stopPrank();
        vm.warp(block.timestamp + CHALLENGE_DELAY);
        vm.assertEq(withdraw(), 40);
        vm.assertEq(balanceOfAccount(payer, signer), 50);
    }

    function test_GivenADepositAfterVouchersDrewAll_NothingIsAnnounced() external {
        request(100);
        uint256 start = block.timestamp;
        vm.warp(start + CHALLENGE_DELAY); // it could leave in any second
        claim(voucherTo(payee, 100));
        fund(payer, signer, 100);
        (,, uint96 withdrawing, uint40 withdrawableAt) = escrow.accountOf(payer, signer);
        vm.assertEq(withdrawing, 0);
        vm.assertEq(withdrawableAt, 0);
        vm.expectRevert(abi.encodeWithSelector(Escrow.NoWithdrawalRequested.selector, payer, signer));
        withdraw();
        vm.assertEq(claim(voucherTo(payee, 200)), 100);
    }

    function test_GivenADepositOnTopOfIt_TheAnnouncementIsAsItWas() external {
        request(60);
        fund(payer, signer, 10);
        vm.warp(block.timestamp + CHALLENGE_DELAY);
        vm.assertEq(withdraw(), 60);
        vm.assertEq(balanceOfAccount(payer, signer), 50);
    }

    function test_GivenAReservationIsReleased_ItStays() external {
        request(100);
        reserve(payee, 70);
        vm.expectEmit(address(escrow));
        emit Escrow.WithdrawalRequested(payer, signer, 30, uint40(block.timestamp) + CHALLENGE_DELAY);
        vm.prank(payee);
        escrow.release(payer, signer, payee);
        vm.warp(block.timestamp + CHALLENGE_DELAY);
        vm.assertEq(withdraw(), 30);
        vm.assertEq(balanceOfAccount(payer, signer), 70);
    }

    function request(uint96 amount) private {
        vm.prank(payer);
        escrow.requestWithdrawal(signer, amount);
    }

    function withdraw() private returns (uint256) {
        vm.prank(payer);
        return escrow.withdraw(signer);
    }
}
