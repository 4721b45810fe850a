// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Base} from "../../Base.t.sol";
import {PayoutRouter} from "../../../src/PayoutRouter.sol";
import {TaxVault} from "../../../src/TaxVault.sol";

contract SetPlanTest is Base {
    function test_RevertWhen_TheWalletCannotHoldMoney() external {
        address[3] memory wallets = [address(0), address(escrow), address(token)];
        for (uint256 i = 0; i < wallets.length; ++i) {
            vm.expectRevert(abi.encodeWithSelector(PayoutRouter.InvalidWallet.selector, wallets[i]));
            escrow.setPlan(wallets[i], IRS, 0);
        }
    }

    function test_RevertWhen_TheShareIsMoreThanAll() external {
        vm.expectRevert(abi.encodeWithSelector(PayoutRouter.ShareTooLarge.selector, 1_000_001));
        escrow.setPlan(wallet, IRS, 1_000_001);
    }

    function test_RevertWhen_NobodyRegisteredTheAuthority() external {
        vm.expectRevert(abi.encodeWithSelector(TaxVault.AuthorityUnknown.selector, bytes32("uk/hmrc")));
        escrow.setPlan(wallet, "uk/hmrc", 1);
    }

    function test_SetsTheCallersOwnPlan() external {
        vm.expectEmit(address(escrow));
        emit PayoutRouter.PlanSet(payee, wallet, IRS, 153_000);
        plan(payee, 153_000);
        vm.assertTrue(escrow.hasPlan(payee));
        vm.assertFalse(escrow.hasPlan(stranger));
        (address wallet_, uint32 ppm, bytes32 authority) = escrow.planOf(payee);
        vm.assertEq(wallet_, wallet);
        vm.assertEq(ppm, 153_000);
        vm.assertEq(authority, IRS);
    }

    function test_GivenAPlan_ReplacesIt() external {
        plan(payee, 153_000);
        plan(payee, 1_000_000);
        (, uint32 ppm,) = escrow.planOf(payee);
        vm.assertEq(ppm, 1_000_000);
    }

    function test_GivenAShareOfZero_AnyAuthorityWillDo() external {
        vm.prank(payee);
        escrow.setPlan(wallet, 0, 0);
        vm.assertTrue(escrow.hasPlan(payee));
    }

    function test_Clear_RevertGiven_NoPlan() external {
        vm.expectRevert(abi.encodeWithSelector(PayoutRouter.NoPlan.selector, payee));
        vm.prank(payee);
        escrow.clearPlan();
    }

    function test_Clear_DropsIt() external {
        fund(payer, signer, 10);
        plan(payee, 153_000);
        vm.expectEmit(address(escrow));
        emit PayoutRouter.PlanCleared(payee);
        vm.prank(payee);
        escrow.clearPlan();
        vm.assertFalse(escrow.hasPlan(payee));
        claim(voucherTo(payee, 10));
        vm.assertEq(token.balanceOf(payee), 10);
    }
}
