// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Agreement} from "../../../src/Agreement.sol";
import {InvalidParty} from "../../../src/AgreementChecks.sol";
import {RefusingToken} from "../../tokens/RefusingToken.sol";
import {AgreementBase} from "./AgreementBase.sol";
import {Payee} from "./Payees.sol";

/// Follows collect.tree.
contract CollectTest is AgreementBase {
    Payee private payee;

    function setUp() public override {
        super.setUp();
        payee = new Payee(agreement, Payee.Manner.Refuse);
        open(escrow(NATIVE, buyer, address(payee), arbiter));
        move(buyer, one(deposit(buyer, buyer, NATIVE, PRICE)), uint256(PRICE));
        move(arbiter, one(choose(VERDICT, arbiter, 1)));
    }

    function test_RevertWhen_NothingIsOwed() external {
        vm.expectRevert(abi.encodeWithSelector(Agreement.NothingOwed.selector, stranger, NATIVE));
        vm.prank(stranger);
        agreement.collect(NATIVE, stranger);
    }

    function test_RevertWhen_TheReceiverCouldNotHoldIt() external {
        address[2] memory nobodies = [address(0), address(agreement)];
        for (uint256 i = 0; i < nobodies.length; ++i) {
            vm.expectRevert(abi.encodeWithSelector(InvalidParty.selector, nobodies[i]));
            agreement.collect(NATIVE, nobodies[i]);
        }
    }

    function test_RevertWhen_TheReceiverRefuses() external {
        vm.expectRevert(abi.encodeWithSelector(Agreement.CollectFailed.selector, address(payee)));
        payee.collect(NATIVE, address(payee));
        vm.assertEq(agreement.owedTo(address(payee), NATIVE), uint256(PRICE));
    }

    function test_WhenTheReceiverTakesTheCoins() external {
        vm.expectEmit(address(agreement));
        emit Agreement.Collected(address(payee), NATIVE, uint256(PRICE), seller);
        vm.assertEq(payee.collect(NATIVE, seller), uint256(PRICE));
        vm.assertEq(seller.balance, uint256(PRICE));
        vm.expectRevert(abi.encodeWithSelector(Agreement.NothingOwed.selector, address(payee), NATIVE));
        payee.collect(NATIVE, seller);
    }

    function test_WhenATokenIsOwed() external {
        RefusingToken refusing = new RefusingToken();
        refusing.mint(buyer, 1000);
        vm.prank(buyer);
        refusing.approve(address(agreement), 1000);
        refusing.refuse(seller, RefusingToken.Manner.Error);
        open(escrow(address(refusing)));
        move(buyer, one(deposit(buyer, buyer, address(refusing), PRICE)));
        move(arbiter, one(choose(VERDICT, arbiter, 1)));
        vm.assertEq(agreement.owedTo(seller, address(refusing)), uint256(PRICE));
        vm.prank(seller);
        agreement.collect(address(refusing), stranger);
        vm.assertEq(refusing.balanceOf(stranger), uint256(PRICE));
    }
}
