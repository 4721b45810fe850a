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

    function request(uint96 amount) private {
        vm.prank(payer);
        escrow.requestWithdrawal(signer, amount);
    }

    function withdraw() private returns (uint256) {
        vm.prank(payer);
        return escrow.withdraw(signer);
    }
}
