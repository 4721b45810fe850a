// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Base} from "../../Base.t.sol";
import {FeeToken} from "../../tokens/FeeToken.sol";
import {ReenteringToken} from "../../tokens/ReenteringToken.sol";
import {RefusingToken} from "../../tokens/RefusingToken.sol";
import {PayMany} from "../../../src/PayMany.sol";
import {Payment, payment} from "../../../src/Payment.sol";

contract PayManyTest is Base {
    PayMany private payMany;
    Payment[] private payments;

    function setUp() public override {
        super.setUp();
        payMany = new PayMany();
        payments.push(payment(payee, 10));
        payments.push(payment(stranger, 20));
        token.mint(payer, 30);
    }

    function test_RevertWhen_NotApproved() external {
        vm.expectRevert(
            abi.encodeWithSelector(IERC20Errors.ERC20InsufficientAllowance.selector, address(payMany), 0, 30)
        );
        vm.prank(payer);
        payMany.payMany(token, payments);
    }

    function test_RevertWhen_TheTokenTakesAFee() external {
        FeeToken feeToken = new FeeToken();
        feeToken.mint(payer, 1000);
        payments.push(payment(wallet, 70));
        vm.startPrank(payer);
        feeToken.approve(address(payMany), 1000);
        vm.expectRevert(abi.encodeWithSelector(PayMany.TokenTakesFee.selector, feeToken, 100, 99));
        payMany.payMany(feeToken, payments);
        vm.stopPrank();
    }

    /// What lies in the contract by somebody's mistake does not make up for a fee.
    function test_RevertWhen_TheTokenTakesAFee_WhateverLiesThere() external {
        FeeToken feeToken = new FeeToken();
        feeToken.mint(address(payMany), 1000);
        feeToken.mint(payer, 100);
        payments[1] = payment(stranger, 90);
        vm.startPrank(payer);
        feeToken.approve(address(payMany), 100);
        vm.expectRevert(abi.encodeWithSelector(PayMany.TokenTakesFee.selector, feeToken, 100, 99));
        payMany.payMany(feeToken, payments);
        vm.stopPrank();
    }

    function test_RevertWhen_APayeeCouldNotPassItOn() external {
        address[3] memory nobodies = [address(0), address(token), address(payMany)];
        payments.push(payment(payee, 0));
        vm.startPrank(payer);
        token.approve(address(payMany), 30);
        for (uint256 i = 0; i < nobodies.length; ++i) {
            payments[2] = payment(nobodies[i], 0);
            vm.expectRevert(abi.encodeWithSelector(PayMany.InvalidPayee.selector, nobodies[i]));
            payMany.payMany(token, payments);
        }
        vm.stopPrank();
        vm.assertEq(token.balanceOf(payer), 30);
    }

    function test_RevertWhen_OneCannotBePaid() external {
        RefusingToken refusing = new RefusingToken();
        refusing.mint(payer, 30);
        refusing.refuse(stranger, RefusingToken.Manner.False);
        vm.startPrank(payer);
        refusing.approve(address(payMany), 30);
        vm.expectRevert(abi.encodeWithSelector(SafeERC20.SafeERC20FailedOperation.selector, refusing));
        payMany.payMany(refusing, payments);
        vm.stopPrank();
        vm.assertEq(refusing.balanceOf(payer), 30);
    }

    /// A payee that is called in the middle of a batch gets at its own money only.
    function test_WhenTheTokenCallsBack_TheBatchIsPaidFromItsOwn() external {
        ReenteringToken evil = new ReenteringToken();
        evil.mint(payer, 30);
        vm.prank(payer);
        evil.approve(address(payMany), 30);
        Payment[] memory theft = new Payment[](1);
        theft[0] = payment(stranger, 5);
        evil.arm(address(payMany), abi.encodeCall(PayMany.payMany, (evil, theft)));
        vm.expectRevert(
            abi.encodeWithSelector(IERC20Errors.ERC20InsufficientAllowance.selector, address(payMany), 0, 5)
        );
        vm.prank(payer);
        payMany.payMany(evil, payments);
    }

    function test_PaysEachAndKeepsNothing() external {
        vm.startPrank(payer);
        token.approve(address(payMany), 30);
        payMany.payMany(token, payments);
        vm.stopPrank();
        vm.assertEq(token.balanceOf(payee), 10);
        vm.assertEq(token.balanceOf(stranger), 20);
        vm.assertEq(token.balanceOf(payer), 0);
        vm.assertEq(token.balanceOf(address(payMany)), 0);
    }
}
