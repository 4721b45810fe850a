// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {Base} from "../../Base.t.sol";
import {ReenteringToken} from "../../tokens/ReenteringToken.sol";
import {TaxVault} from "../../../src/TaxVault.sol";

contract SetAsideTest is Base {
    function test_RevertWhen_NobodyRegisteredTheAuthority() external {
        vm.expectRevert(abi.encodeWithSelector(TaxVault.AuthorityUnknown.selector, bytes32("uk/hmrc")));
        vault.setAside(payee, "uk/hmrc", 1);
    }

    function test_RevertWhen_NothingArrives() external {
        vm.expectRevert(TaxVault.NothingToMove.selector);
        vault.setAside(payee, IRS, 0);
    }

    function test_RevertWhen_TheTokenCallsBack() external {
        ReenteringToken evil = new ReenteringToken();
        vault = new TaxVault(evil, address(this));
        vault.registerAuthority(IRS, irsPayoutAddress);
        evil.arm(address(vault), abi.encodeCall(TaxVault.setAside, (stranger, IRS, 1)));
        evil.mint(address(this), 10);
        evil.approve(address(vault), 10);
        vm.expectRevert(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector);
        vault.setAside(payee, IRS, 10);
    }

    function test_CreditsTheTaxpayer() external {
        token.mint(address(this), 10);
        token.approve(address(vault), 10);
        vm.expectEmit(address(vault));
        emit TaxVault.SetAside(payee, IRS, 10);
        vm.assertEq(vault.setAside(payee, IRS, 10), 10);
        vm.assertEq(vault.balanceOf(payee, IRS), 10);
        vm.assertEq(vault.balanceOf(address(this), IRS), 0);
        vm.assertEq(token.balanceOf(address(vault)), 10);
    }
}
