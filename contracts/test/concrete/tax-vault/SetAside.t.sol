// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {Base} from "../../Base.t.sol";
import {ReenteringToken} from "../../tokens/ReenteringToken.sol";
import {Escrow} from "../../../src/Escrow.sol";
import {TaxVault} from "../../../src/TaxVault.sol";

contract SetAsideTest is Base {
    function test_RevertWhen_NobodyRegisteredTheAuthority() external {
        vm.expectRevert(abi.encodeWithSelector(TaxVault.AuthorityUnknown.selector, bytes32("uk/hmrc")));
        escrow.setAside(payee, "uk/hmrc", 1);
    }

    function test_RevertWhen_TheTaxpayerCouldNotGetItBack() external {
        address[3] memory nobodies = [address(0), address(escrow), address(token)];
        for (uint256 i = 0; i < nobodies.length; ++i) {
            vm.expectRevert(abi.encodeWithSelector(TaxVault.InvalidTaxpayer.selector, nobodies[i]));
            escrow.setAside(nobodies[i], IRS, 1);
        }
    }

    function test_RevertWhen_NothingArrives() external {
        vm.expectRevert(TaxVault.NothingArrived.selector);
        escrow.setAside(payee, IRS, 0);
    }

    function test_RevertWhen_TheTokenCallsBack() external {
        ReenteringToken evil = new ReenteringToken();
        escrow = new Escrow(evil, address(this), 1 days);
        escrow.registerAuthority(IRS, irsPayoutAddress);
        evil.arm(address(escrow), abi.encodeCall(TaxVault.setAside, (stranger, IRS, 1)));
        evil.mint(address(this), 10);
        evil.approve(address(escrow), 10);
        vm.expectRevert(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector);
        escrow.setAside(payee, IRS, 10);
    }

    function test_CreditsTheTaxpayer() external {
        token.mint(address(this), 10);
        token.approve(address(escrow), 10);
        vm.expectEmit(address(escrow));
        emit TaxVault.SetAside(payee, IRS, 10);
        vm.assertEq(escrow.setAside(payee, IRS, 10), 10);
        vm.assertEq(escrow.setAsideOf(payee, IRS), 10);
        vm.assertEq(escrow.setAsideOf(address(this), IRS), 0);
        vm.assertEq(token.balanceOf(address(escrow)), 10);
    }
}
