// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Base} from "../../Base.t.sol";
import {TaxVault} from "../../../src/TaxVault.sol";

contract RemitTest is Base {
    bytes32 private constant Q1 = keccak256("us/irs/1040-es/2026-q1");
    bytes32 private constant Q2 = keccak256("us/irs/1040-es/2026-q2");

    function setUp() public override {
        super.setUp();
        token.mint(address(this), 150);
        token.approve(address(escrow), 150);
        escrow.setAside(payee, IRS, 100);
        escrow.setAside(stranger, IRS, 50);
    }

    function test_RevertWhen_NobodyRegisteredTheAuthority() external {
        vm.expectRevert(abi.encodeWithSelector(TaxVault.AuthorityUnknown.selector, bytes32("uk/hmrc")));
        vm.prank(payee);
        escrow.remit("uk/hmrc", 1, Q1);
    }

    function test_RevertWhen_TheAmountIsZero() external {
        vm.expectRevert(TaxVault.NothingToMove.selector);
        remit(payee, 0, Q1);
    }

    function test_RevertGiven_TheObligationWasPaid() external {
        remit(payee, 40, Q1);
        bytes memory already = abi.encodeWithSelector(TaxVault.AlreadyRemitted.selector, payee, IRS, Q1, 40);
        vm.expectRevert(already);
        remit(payee, 40, Q1);
        vm.expectRevert(already);
        remit(payee, 1, Q1);
    }

    function test_RevertWhen_LessIsSetAside() external {
        vm.expectRevert(abi.encodeWithSelector(TaxVault.SetAsideTooSmall.selector, payee, IRS, 100, 101));
        remit(payee, 101, Q1);
    }

    function test_PaysTheAuthority() external {
        vm.expectEmit(address(escrow));
        emit TaxVault.Remitted(payee, IRS, Q1, irsPayoutAddress, 40);
        remit(payee, 40, Q1);
        vm.assertEq(token.balanceOf(irsPayoutAddress), 40);
        vm.assertEq(escrow.setAsideOf(payee, IRS), 60);
        vm.assertEq(escrow.remittedFor(payee, IRS, Q1), 40);
    }

    function test_PaysOtherObligationsToo() external {
        remit(payee, 40, Q1);
        remit(payee, 60, Q2);
        remit(stranger, 50, Q1);
        vm.assertEq(token.balanceOf(irsPayoutAddress), 150);
        vm.assertEq(token.balanceOf(address(escrow)), 0);
    }

    function test_NeverTouchesWhatOthersSetAside() external {
        remit(payee, 100, Q1);
        vm.expectRevert(abi.encodeWithSelector(TaxVault.SetAsideTooSmall.selector, payee, IRS, 0, 1));
        remit(payee, 1, Q2);
        vm.assertEq(escrow.setAsideOf(stranger, IRS), 50);
    }

    function remit(address taxpayer, uint256 amount, bytes32 obligation) private {
        vm.prank(taxpayer);
        escrow.remit(IRS, amount, obligation);
    }
}
