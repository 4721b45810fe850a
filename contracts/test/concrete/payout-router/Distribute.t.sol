// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {Base} from "../../Base.t.sol";
import {FeeToken} from "../../tokens/FeeToken.sol";
import {Escrow} from "../../../src/Escrow.sol";
import {PayoutRouter} from "../../../src/PayoutRouter.sol";

contract DistributeTest is Base {
    function test_RevertGiven_NoPlan() external {
        vm.expectRevert(abi.encodeWithSelector(PayoutRouter.NoPlan.selector, payee));
        escrow.distribute(payee, 10);
    }

    function test_RevertWhen_TheCallerDidNotApprove() external {
        plan(payee, 0);
        fund(payer, signer, 100); // what others deposited is not the caller's to spend
        vm.expectRevert(
            abi.encodeWithSelector(IERC20Errors.ERC20InsufficientAllowance.selector, address(escrow), 0, 10)
        );
        vm.prank(stranger);
        escrow.distribute(payee, 10);
    }

    function test_WhenTheShareIsNone() external {
        distribute(0, 7);
        vm.assertEq(token.balanceOf(wallet), 7);
        vm.assertEq(escrow.setAsideOf(payee, IRS), 0);
    }

    function test_WhenTheShareIsAll() external {
        distribute(1_000_000, 7);
        vm.assertEq(token.balanceOf(wallet), 0);
        vm.assertEq(escrow.setAsideOf(payee, IRS), 7);
    }

    function test_WhenTheShareIsInBetween_RoundsTheSetAsideUp() external {
        distribute(1, 7);
        vm.assertEq(token.balanceOf(wallet), 6);
        vm.assertEq(escrow.setAsideOf(payee, IRS), 1);
        distribute(500_000, 10);
        vm.assertEq(token.balanceOf(wallet), 11);
        vm.assertEq(escrow.setAsideOf(payee, IRS), 6);
    }

    function test_WhenTheTokenTakesAFee_SplitsWhatArrived() external {
        FeeToken feeToken = new FeeToken();
        escrow = new Escrow(feeToken, address(this), 1 days);
        escrow.registerAuthority(IRS, irsPayoutAddress);
        plan(payee, 500_000);
        feeToken.mint(payer, 20_000);
        vm.startPrank(payer);
        feeToken.approve(address(escrow), 20_000);
        escrow.distribute(payee, 20_000);
        vm.stopPrank();
        vm.assertEq(escrow.setAsideOf(payee, IRS), 9900); // of the 19,800 that arrived
        vm.assertEq(feeToken.balanceOf(wallet), 9801); // another fee
        vm.assertEq(feeToken.balanceOf(address(escrow)), 9900);
    }

    function test_KeepsOutOfWhatOthersDeposited() external {
        fund(payer, signer, 100);
        distribute(500_000, 10);
        vm.assertEq(token.balanceOf(address(escrow)), 105);
        vm.assertEq(balanceOfAccount(payer, signer), 100);
    }

    function distribute(uint32 setAsidePpm, uint256 amount) private {
        plan(payee, setAsidePpm);
        token.mint(payer, amount);
        vm.startPrank(payer);
        token.approve(address(escrow), amount);
        escrow.distribute(payee, amount);
        vm.stopPrank();
    }
}
