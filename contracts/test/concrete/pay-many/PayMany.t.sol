// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {Base} from "../../Base.t.sol";
import {FeeToken} from "../../tokens/FeeToken.sol";
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

    function test_RevertWhen_OneCannotBePaid() external {
        payments.push(payment(address(0), 0));
        vm.startPrank(payer);
        token.approve(address(payMany), 30);
        vm.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InvalidReceiver.selector, address(0)));
        payMany.payMany(token, payments);
        vm.stopPrank();
        vm.assertEq(token.balanceOf(payer), 30);
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
