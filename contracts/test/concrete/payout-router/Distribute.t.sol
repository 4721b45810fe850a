// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {Base} from "../../Base.t.sol";
import {FeeToken} from "../../tokens/FeeToken.sol";
import {PayoutRouter} from "../../../src/PayoutRouter.sol";
import {TaxVault} from "../../../src/TaxVault.sol";

contract DistributeTest is Base {
    function test_RevertGiven_NoPlan() external {
        vm.expectRevert(abi.encodeWithSelector(PayoutRouter.NoPlan.selector, payee));
        router.distribute(payee, 10);
    }

    function test_RevertWhen_TheWalletIsTheOneWhoPays() external {
        plan(payee, 0);
        vm.expectRevert(abi.encodeWithSelector(PayoutRouter.InvalidWallet.selector, wallet));
        vm.prank(wallet);
        router.distribute(payee, 10);
    }

    function test_RevertWhen_TheCallerDidNotApprove() external {
        plan(payee, 0);
        fund(payer, signer, 100); // the escrow has approved the router; that is nobody else's to spend
        vm.expectRevert(
            abi.encodeWithSelector(IERC20Errors.ERC20InsufficientAllowance.selector, address(router), 0, 10)
        );
        vm.prank(stranger);
        router.distribute(payee, 10);
    }

    function test_WhenTheShareIsNone() external {
        distribute(0, 7);
        vm.assertEq(token.balanceOf(wallet), 7);
        vm.assertEq(vault.balanceOf(payee, IRS), 0);
    }

    function test_WhenTheShareIsAll() external {
        distribute(1_000_000, 7);
        vm.assertEq(token.balanceOf(wallet), 0);
        vm.assertEq(vault.balanceOf(payee, IRS), 7);
    }

    function test_WhenTheShareIsInBetween_RoundsTheSetAsideUp() external {
        distribute(1, 7);
        vm.assertEq(token.balanceOf(wallet), 6);
        vm.assertEq(vault.balanceOf(payee, IRS), 1);
        distribute(500_000, 10);
        vm.assertEq(token.balanceOf(wallet), 11);
        vm.assertEq(vault.balanceOf(payee, IRS), 6);
    }

    function test_WhenTheTokenTakesAFee_KeepsNothing() external {
        FeeToken feeToken = new FeeToken();
        TaxVault feeVault = new TaxVault(feeToken, address(this));
        PayoutRouter feeRouter = new PayoutRouter(feeVault);
        feeVault.registerAuthority(IRS, irsPayoutAddress);
        vm.prank(payee);
        feeRouter.setPlan(wallet, IRS, 500_000);
        feeToken.mint(payer, 20_000);
        vm.startPrank(payer);
        feeToken.approve(address(feeRouter), 20_000);
        feeRouter.distribute(payee, 20_000);
        vm.stopPrank();
        vm.assertEq(feeToken.balanceOf(wallet), 9900);
        vm.assertEq(feeToken.balanceOf(address(feeRouter)), 0);
        vm.assertEq(feeVault.balanceOf(payee, IRS), 9801); // two transfers
        vm.assertEq(feeToken.balanceOf(address(feeVault)), 9801);
    }

    function test_GivenStrayCoins_PassesThemOn() external {
        token.mint(address(router), 5);
        distribute(500_000, 10);
        vm.assertEq(token.balanceOf(address(router)), 0);
        vm.assertEq(vault.balanceOf(payee, IRS), 10);
        vm.assertEq(token.balanceOf(wallet), 5);
    }

    function distribute(uint32 setAsidePpm, uint256 amount) private {
        plan(payee, setAsidePpm);
        token.mint(payer, amount);
        vm.startPrank(payer);
        token.approve(address(router), amount);
        router.distribute(payee, amount);
        vm.stopPrank();
    }
}
